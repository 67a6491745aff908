import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRegistry } from '../../../src/engine/registry.js'
import { readLocales } from '../../../src/engine/words/locales.js'
import { createTranslators } from '../../../src/engine/words/translate.js'
import { mayUse } from '../../../src/engine/work/actor.js'
import { questionIn, verdictOn } from '../../../src/features/help/rights.js'
import { features } from '../../../src/features/index.js'
import { roles } from '../../../src/features/people/index.js'
import type { Actor } from '../../../src/kit/context.js'
import { holds, missingWords, opens, type Right, rights, standings } from '../../../src/kit/rights.js'

const registry = createRegistry(features)
const commands = [...registry.commands.values()].map(({ command }) => command)
const may = (roles: string[], right: string) => mayUse({ roles } as unknown as Actor, right as Right)
const t = createTranslators(readLocales())

describe('the table of rights', () => {
  it('is named by every command there is', () => {
    const nameless = commands.filter((one) => !(rights as readonly unknown[]).includes(one.may))
    expect(nameless.map(({ name }) => name)).toEqual([])
  })

  it('lets nobody use a command that names no right, or one that is none', () => {
    for (const right of [undefined, '', 'anyone', 'toString', '__proto__'])
      for (const role of [...roles, 'constructor'])
        expect(may([role], String(right)), `${role} ${right}`).toBe(false)
    expect(mayUse({ roles: ['admin'] } as unknown as Actor, undefined as unknown as Right)).toBe(false)
  })

  it('opens to guests, strangers and made-up roles only what concerns them alone', () => {
    for (const held of [[], ['guest'], ['guest', 'guest']])
      expect(rights.filter((right) => opens(held, right))).toEqual(['ask'])
  })

  it('lets viewers read, and be refused by the rule about signers', () => {
    expect(rights.filter((right) => holds(['viewer'], right))).toEqual(['ask', 'read'])
    expect(rights.filter((right) => opens(['viewer'], right))).toEqual(['ask', 'read', 'decide'])
    expect(rights.filter((right) => holds(['guest', 'designer'], right))).toEqual(['ask'])
    expect(rights.filter((right) => holds(['designer'], right))).toEqual(['ask', 'read'])
  })

  it('gives finance the budget and limits, process owners flows and templates, group leaders the giving of work', () => {
    const beyond = (role: string) =>
      rights.filter((right) => holds([role], right) && !holds(['member'], right))
    expect(beyond('finance')).toEqual(['limits', 'budget'])
    expect(beyond('process-owner')).toEqual(['calendar', 'templates', 'process', 'inspect'])
    expect(beyond('group-leader')).toEqual(['assign'])
    expect(beyond('planner')).not.toContain('budget')
    expect(holds(['member'], 'budget', { owner: true })).toBe(true)
    expect(holds(['planner'], 'budget')).toBe(false)
  })

  it('makes no administrator a signer', () => {
    expect(rights.filter((right) => !holds(['admin'], right))).toEqual(['decide'])
  })

  it('takes nothing away from whoever gets one more role', () => {
    const some = fc.subarray([...standings.filter((one) => one !== 'viewer' && one !== 'guest')])
    fc.assert(
      fc.property(some, fc.constantFrom(...standings), fc.constantFrom(...rights), (held, more, right) => {
        if (held.length > 0 && holds(held, right)) expect(holds([...held, more], right)).toBe(true)
      }),
    )
  })

  it('is named in every language, and says what is missing', () => {
    for (const language of ['en', 'zh-CN', 'zh-TW'] as const)
      for (const right of rights) {
        if (language !== 'en') expect(t(language).named('people.right', right)).not.toBe(right)
        expect(missingWords(t(language), right)).not.toMatch(language === 'en' ? /^$/ : /[a-z]/)
      }
    expect(missingWords(t('en'), 'budget')).toBe('finance or general owner')
    expect(missingWords(t('zh-CN'), 'budget')).toBe('财务或总负责人')
  })
})

describe('the question why not', () => {
  it('names the command, and at its end whom and where', () => {
    expect(questionIn('budget set')).toEqual({ command: 'budget set' })
    expect(questionIn('设置预算 @专员 C-2')).toEqual({
      command: '设置预算',
      person: '@专员',
      campaign: 'C-2',
    })
    expect(questionIn('task add c-1 <@T1/U2>')).toEqual({
      command: 'task add',
      person: '<@T1/U2>',
      campaign: 'c-1',
    })
    expect(questionIn('@x')).toEqual({ command: '@x' })
  })

  it('is answered by role, and by the campaign where that decides', () => {
    expect(verdictOn(['member'], 'budget', false)).toBe('lacks')
    expect(verdictOn(['member'], 'budget', true)).toBe('may')
    expect(verdictOn(['member'], 'budget', null)).toBe('depends')
    expect(verdictOn(['viewer'], 'budget', null)).toBe('lacks')
    expect(verdictOn(['member'], 'decide', null)).toBe('depends')
    expect(verdictOn(['guest'], 'decide', null)).toBe('lacks')
  })
})
