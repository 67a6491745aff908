/** The test checklist: what it counts, when it lets the owner go live, and why not. */
import { describe, expect, it } from 'vitest'
import { readLocales } from '../../../src/engine/words/locales.js'
import { createTranslators } from '../../../src/engine/words/translate.js'
import { testsCard } from '../../../src/features/golive/golive.cards.js'
import { checks, groups, notPassed } from '../../../src/features/golive/golive.js'
import { buttonsOf } from '../../../src/kit/card.js'

const en = createTranslators(readLocales())('en')
const campaign = { id: 1, name: '618', zone: 'Asia/Shanghai', stage: 'S5', launchOn: '2024-06-01' }
const items = (open: number) =>
  checks.map((key, i) => ({
    ...{ number: i + 1, key, ownerId: null, result: i < open ? 'open' : 'passed', note: null },
    ...{ testedById: null, testedAt: null, version: 1 },
  }))
const drawn = (open: number, stage = 'S5') =>
  testsCard({ campaign: { ...campaign, stage }, items: items(open), names: new Map() })(en)
const commands = (open: number, stage?: string) => buttonsOf(drawn(open, stage)).map(({ command }) => command)

describe('the full-flow test (R16)', () => {
  it('has four checks of functions, two of data and one under stress', () => {
    const count = (group: string) => Object.values(groups).filter((one) => one === group).length
    expect([count('function'), count('data'), count('stress')]).toEqual([4, 2, 1])
    expect(notPassed(items(3))).toHaveLength(3)
  })

  it('offers Go live only when all are passed, in the stage of tests', () => {
    expect(commands(0)).toContain('go-live')
    expect(commands(1)).not.toContain('go-live')
    expect(commands(0, 'S4')).not.toContain('go-live')
    expect(commands(0, 'S6')).not.toContain('go-live')
  })

  it('names what is open', () => {
    expect(JSON.stringify(drawn(1))).toContain('page opens')
  })
})
