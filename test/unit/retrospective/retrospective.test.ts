/** Rows of a retrospective: when two are the same, when one is late, and who is shown a button. */
import { describe, expect, it } from 'vitest'
import { readLocales } from '../../../src/engine/words/locales.js'
import { createTranslators } from '../../../src/engine/words/translate.js'
import { mineCard } from '../../../src/features/retrospective/retrospective.cards.js'
import { isLate, keyOf } from '../../../src/features/retrospective/retrospective.js'
import type { RetroRow } from '../../../src/features/retrospective/retrospective.repo.js'
import { buttonsOf } from '../../../src/kit/card.js'
import { plainCard } from '../../../src/kit/plain.js'

const en = createTranslators(readLocales())('en')
const row: RetroRow = {
  ...{ campaignId: 1, number: 3, part: 'content', success: null, shortcoming: null, cause: null },
  ...{ measure: '<!channel> keep *videos* short', ownerId: 'ann', plannedOn: '2024-06-30', version: 2 },
  ...{ doneAt: null, doneById: null, byId: 'pete', at: new Date('2024-06-21T02:00:00Z') },
}

describe('two rows', () => {
  it('are the same by part and measure, however blanks and letters are written', () => {
    expect(keyOf({ part: 'content', measure: 'Keep  videos short' })).toBe(
      keyOf({ part: 'content', measure: 'keep videos short', success: 'x' }),
    )
    expect(keyOf({ part: 'overall', measure: 'a' })).not.toBe(keyOf({ part: 'content', measure: 'a' }))
  })

  it('without a measure are the same when they say the same', () => {
    const said = { part: 'overall', success: 'KOC', measure: null }
    expect(keyOf({ ...said, measure: '' })).toBe(keyOf(said))
    expect(keyOf({ part: 'overall', shortcoming: 'KOC' })).not.toBe(keyOf(said))
  })
})

it('is late from the day after its own, until it is done', () => {
  expect(isLate(row, '2024-06-30')).toBe(false)
  expect(isLate(row, '2024-07-01')).toBe(true)
  expect(isLate({ ...row, doneAt: row.at }, '2024-07-01')).toBe(false)
})

describe('the message to the owner of a measure', () => {
  const campaign = { id: 1, name: '618', status: 'active' }
  const state = { campaign, rows: [row], names: new Map([['ann', 'Ann']]), today: '2024-06-21' }
  const seenBy = (person: string, other = state) =>
    mineCard(other)(en, { person, language: 'en', zone: 'Asia/Shanghai' })
  const labels = (person: string, other = state) => buttonsOf(seenBy(person, other)).map(({ label }) => label)

  it('has a button for whoever answers for it, as long as there is something to do', () => {
    expect(labels('ann')).toContain('Done')
    expect(labels('pete')).not.toContain('Done')
    expect(labels('ann', { ...state, rows: [{ ...row, doneAt: row.at }] })).not.toContain('Done')
    expect(labels('ann', { ...state, campaign: { ...campaign, status: 'archived' } })).not.toContain('Done')
  })

  it('says whose it is by now, and repeats words as words', () => {
    const text = plainCard(seenBy('pete'))
    expect(text).toContain('Ann')
    expect(text).toContain('<!channel> keep *videos* short')
  })
})
