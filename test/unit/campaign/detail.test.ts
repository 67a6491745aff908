/** A risk and what is done about it, in one cell and in two. */
import { describe, expect, it } from 'vitest'
import { riskPlanText, splitRiskPlan } from '../../../src/features/campaign/detail.js'

describe('a risk plan in one cell', () => {
  it('is the risk and the response around an arrow', () => {
    expect(splitRiskPlan('达人档期冲突→备选素人')).toMatchObject({
      risk: '达人档期冲突',
      response: '备选素人',
    })
    expect(splitRiskPlan('a → b → c')).toMatchObject({ risk: 'a', response: 'b → c' })
    expect(splitRiskPlan('too few visitors -> coupons')).toMatchObject({ response: 'coupons' })
  })

  it('is all risk without an arrow between two texts', () => {
    for (const text of ['无', '→ 备选', '冲突 →', '->']) {
      expect(splitRiskPlan(text)).toEqual({ risk: text, response: null, joint: null })
    }
  })

  it('is printed as it was written, however the arrow stands', () => {
    for (const text of ['a→b', 'a  =>  b', 'a -> → b', '→ b → c', '甲\n→\n乙', 'a --> b']) {
      expect(riskPlanText(splitRiskPlan(text))).toBe(text)
    }
  })
})

describe('a risk and a response of two cells', () => {
  it('are printed in one so that they give the same cell again', () => {
    for (const [risk, response] of [
      ['超预算', '选腰部KOC'],
      ['a → b', 'c'],
      ['a ->', 'b'],
      ['', 'b'],
      ['a→b', null],
    ] as const) {
      const cell = riskPlanText({ risk, response, joint: null })
      expect(riskPlanText(splitRiskPlan(cell))).toBe(cell)
    }
  })

  it('are nothing where nothing is kept', () => {
    expect(riskPlanText(undefined)).toBe('')
    expect(riskPlanText({ risk: null, response: null, joint: '→' })).toBe('')
  })
})
