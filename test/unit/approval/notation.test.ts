/** Flows as people write them are read, printed and read again. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readLocales } from '../../../src/engine/words/locales.js'
import { createTranslators } from '../../../src/engine/words/translate.js'
import type { FlowStep, SignerRole } from '../../../src/features/approval/flow/flows.js'
import { flows } from '../../../src/features/approval/flow/flows.js'
import { readFlow, writeFlow } from '../../../src/features/approval/flow/notation.js'
import { signers } from '../../../src/features/people/people.js'
import { campaignTypes } from '../../../src/features/template/template.js'

const translator = createTranslators(readLocales())
const zh = translator('zh-CN')

describe('a written flow', () => {
  it('is read with all its ways, vetoes and conditions', () => {
    const text =
      '市场部经理 → 运营部主管 + 财务部负责人! [≥50万, 新品上市] -> 市场部负责人 / 销售部负责人 / 产品部负责人（2/3） > 负责人经理'
    expect(readFlow(zh, text.replace('新品上市', zh.named('campaign.type', 'new-product')))).toEqual([
      { roles: ['marketing-manager'] },
      {
        roles: ['operations-supervisor', 'finance-head'],
        veto: ['finance-head'],
        when: { amountFrom: 500_000, types: ['new-product'] },
      },
      { roles: ['marketing-head', 'sales-head', 'product-head'], way: { quorum: 2 } },
      { roles: ['manager-in-charge'] },
    ])
  })

  it('asks for comments, a revision and duties', () => {
    expect(readFlow(zh, '征求意见: 销售部负责人 / 产品部负责人 → 修订 → 确认职责：销售部负责人')).toEqual([
      { kind: 'comment', roles: ['sales-head', 'product-head'], way: 'any' },
      { kind: 'revise', roles: ['author'] },
      { kind: 'confirm', roles: ['sales-head'] },
    ])
  })

  it.each([
    ['老板', 'role'],
    ['市场部经理 → ', 'empty'],
    ['市场部经理 + 财务部负责人 / 销售部负责人', 'step'],
    ['市场部经理 / 财务部负责人 (3/2)', 'quorum'],
    ['市场部经理 + 财务部负责人 (1)', 'quorum'],
    ['市场部经理 → 市场部经理', 'twice'],
    ['财务部负责人 [≤5万]', 'condition'],
    ['财务部负责人 []', 'condition'],
    [Array.from({ length: 13 }, () => '市场部经理').join('→'), 'empty'],
  ])('%s is refused in words', (text, why) => {
    expect(() => readFlow(zh, text)).toThrow(`approval.error.flow.${why}`)
  })

  it('never fails but in words for people, whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        try {
          readFlow(zh, text)
        } catch (error) {
          expect((error as Error).name).toBe('UserError')
        }
      }),
    )
  })
})

const uniqueRoles = (max: number) =>
  fc.uniqueArray(fc.constantFrom<SignerRole>(...signers), { minLength: 1, maxLength: max })
const step: fc.Arbitrary<FlowStep> = fc
  .record({
    roles: uniqueRoles(4),
    way: fc.constantFrom<'all' | 'any' | 'quorum'>('all', 'any', 'quorum'),
    n: fc.nat(),
    veto: fc.boolean(),
    from: fc.option(fc.integer({ min: 1, max: 9_999_999 }), { nil: null }),
    types: fc.uniqueArray(fc.constantFrom(...campaignTypes), { maxLength: 2 }),
  })
  .map(({ roles, way, n, veto, from, types }): FlowStep => {
    const several = roles.length > 1
    const chosen = way === 'quorum' ? { quorum: 1 + (n % roles.length) } : way
    const when = { ...(from !== null && { amountFrom: from }), ...(types.length > 0 && { types }) }
    return {
      roles,
      ...(several && way !== 'all' && { way: chosen }),
      ...(veto && { veto: roles.slice(0, 1) }),
      ...(Object.keys(when).length > 0 && { when }),
    }
  })

describe('a flow that is printed', () => {
  it.each(['en', 'zh-CN', 'zh-TW'] as const)('is read back as it was in %s', (language) => {
    const t = translator(language)
    fc.assert(
      fc.property(step, (one) => {
        expect(readFlow(t, writeFlow(t, [one]))).toEqual([one])
      }),
    )
    for (const { steps } of Object.values(flows)) {
      const again = readFlow(t, writeFlow(t, steps)).map(({ kind, roles }) => [kind, roles])
      expect(again).toEqual(steps.map(({ kind, roles }) => [kind, roles]))
    }
  })
})
