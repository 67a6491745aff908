import { describe, expect, it } from 'vitest'
import { readLocales } from '../../../src/engine/words/locales.js'
import { createTranslators } from '../../../src/engine/words/translate.js'
import { features } from '../../../src/features/index.js'
import { nextCard, scheduleWords } from '../../../src/features/schedule/schedule.cards.js'
import { plainCard } from '../../../src/kit/plain.js'
import { languages } from '../../../src/kit/translate.js'

const translator = createTranslators(readLocales())
const run = {
  at: new Date('2024-05-13T02:00:00Z'),
  schedule: 'standup.digest',
  campaign: { id: 1, name: '618' },
}

describe('what comes next', () => {
  it('is told in the time of the person who asks, with the zone', () => {
    const words = plainCard(nextCard([run])(translator('en'), { zone: 'America/New_York' }))
    expect(words).toContain('2024-05-12 22:00 · Sun · Stand-up digest · C-1 618')
    expect(words).toContain('America/New_York')
  })

  it('may be nothing', () => {
    expect(plainCard(nextCard([])(translator('zh-CN'), { zone: 'UTC' }))).toContain('暂无')
  })
})

it('every schedule has words in every language', () => {
  const names = features.flatMap(({ schedules = [] }) => schedules.map(({ name }) => name))
  const silent = names.flatMap((name) =>
    languages
      .filter((language) => scheduleWords(translator(language), name) === name.split('.')[1])
      .map((l) => `${l} ${name}`),
  )
  expect(names).toContain('standup.digest')
  expect(silent).toEqual([])
})
