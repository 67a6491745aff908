import { describe, expect, it } from 'vitest'
import { readLocales } from '../../../src/engine/words/locales.js'
import { createTranslators } from '../../../src/engine/words/translate.js'
import { commandCard, groupCard, overviewCard } from '../../../src/features/help/help.cards.js'
import { asked, grouped } from '../../../src/features/help/help.js'
import { buttonsOf } from '../../../src/kit/card.js'
import type { CommandInfo } from '../../../src/kit/context.js'
import { plainCard } from '../../../src/kit/plain.js'
import type { Key } from '../../../src/kit/translate.js'

const translator = createTranslators(readLocales())
const info = (
  feature: string,
  name: string,
  words: string[],
  given: Partial<CommandInfo> = {},
): CommandInfo => ({
  ...{ feature, name, words, args: [], may: 'ask', hidden: false },
  summary: `${feature}.commands.${name}.summary` as Key,
  example: `${feature}.commands.${name}.example` as Key,
  ...given,
})
const catalogue = [
  info('people', 'person-add', ['add person'], { may: 'people' }),
  info('approval', 'approve', ['approve', 'agree']),
  info('approval', 'reject', ['reject'], { args: [{ name: 'reason', required: true }] }),
  info('approval', 'approvals', ['approvals'], { hidden: true }),
]

describe('the list of commands', () => {
  it('stands in groups, without what only buttons use and what the person may not use', () => {
    expect(grouped(catalogue, { roles: ['member'] })).toMatchObject([
      { feature: 'approval', commands: [{ name: 'approve' }, { name: 'reject' }] },
    ])
    expect(grouped(catalogue, { roles: ['admin'] }).map(({ feature }) => feature)).toEqual([
      'people',
      'approval',
    ])
  })

  it('names each, a line per group', () => {
    const words = plainCard(overviewCard(grouped(catalogue, null))(translator('en')))
    expect(words).toContain('• Approvals: approve · reject')
  })

  it('shows summary and example of those of a group', () => {
    const [group = { feature: '', commands: [] }] = grouped(catalogue, null)
    const words = plainCard(groupCard(group)(translator('en')))
    expect(words).toContain('• approve · Sign what waits for you · approve A-7 fine with me')
  })
})

describe('help about one command', () => {
  it('finds it by any of its words or by its name', () => {
    for (const text of ['person-add', 'Person  Add', 'ＡＤＤ person']) {
      expect(asked(catalogue, text).map(({ name }) => name)).toEqual(['person-add'])
    }
  })

  it('offers all that fit when the word is not exact', () => {
    expect(asked(catalogue, 'e').map(({ name }) => name)).toEqual(['person-add', 'approve', 'reject'])
    expect(asked(catalogue, 'zzz')).toEqual([])
  })

  it('names its arguments and opens its form where values are needed', () => {
    const card = commandCard(catalogue[2] as CommandInfo)(translator('en'))
    expect(plainCard(card)).toContain('Reason · required · what has to change')
    expect(buttonsOf(card).map(({ command }) => command)).toEqual(['reject', 'help'])
    expect(
      buttonsOf(commandCard(catalogue[1] as CommandInfo)(translator('en'))).map(({ command }) => command),
    ).toEqual(['help'])
  })
})
