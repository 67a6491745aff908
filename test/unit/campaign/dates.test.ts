/** Dates people type for a campaign are read as they were meant, or refused beside their field. */
import { describe, expect, it } from 'vitest'
import { readLocales } from '../../../src/engine/words/locales.js'
import { createTranslators } from '../../../src/engine/words/translate.js'
import { sampleCampaign } from '../../../src/features/campaign/campaign.samples.js'
import { datesOf } from '../../../src/features/campaign/dates.js'
import { mustFit, phaseCalled, spanIn } from '../../../src/features/campaign/phases.js'
import { templates } from '../../../src/features/template/index.js'
import { UserError } from '../../../src/kit/errors.js'

const translator = createTranslators(readLocales())
const [zh, en] = [translator('zh-CN'), translator('en')]
const ecom = templates['ecom-004']
const today = '2026-05-01'

const refusal = (work: () => unknown) => {
  try {
    work()
  } catch (error) {
    if (error instanceof UserError) return { key: error.key, field: error.extra.field, params: error.params }
    throw error
  }
  return null
}

describe('the dates of a new campaign', () => {
  it('need no end when the template gives it', () => {
    expect(datesOf({ launch: '2024-06-01' }, ecom, today).endOn).toBe('2024-06-25')
  })

  it('may be one range', () => {
    const { launchOn, endOn } = datesOf({ launch: '6.1-6.15' }, ecom, today)
    expect([launchOn, endOn]).toEqual(['2026-06-01', '2026-06-15'])
  })

  it('may give the first day of the first phase instead of the launch', () => {
    expect(datesOf({ first: '2024-06-01' }, templates['plan-002'], today).launchOn).toBe('2024-06-08')
  })

  it('read an end without a year near the launch, also across the year end', () => {
    expect(datesOf({ launch: '2024-12-20', end: '1.10' }, ecom, today).endOn).toBe('2025-01-10')
  })

  it.each([
    [{ launch: '2024-06-01', end: '2024-05-31' }, 'campaign.error.endFirst', 'end'],
    [{ launch: '2024-06-01', end: '2024-06-02' }, 'campaign.error.tooShort', 'end'],
    [{ launch: '2024-02-30' }, 'campaign.error.date', 'launch'],
    [{ launch: '2024-06-01', end: 'soon' }, 'campaign.error.date', 'end'],
    [{ launch: '9999-12-31' }, 'campaign.error.far', 'launch'],
    [{ launch: '2099-12-31', end: '2100-01-10' }, 'campaign.error.far', 'end'],
    [{}, 'campaign.error.launchMissing', 'launch'],
    [{ launch: '2024-06-01', first: '2024-06-02' }, 'campaign.error.twoLaunches', 'first'],
  ])('%j are refused with %s', (wish, key, field) => {
    expect(refusal(() => datesOf(wish, ecom, today))).toMatchObject({ key, field })
  })
})

describe('the phase somebody means', () => {
  const campaign = sampleCampaign(zh)

  it.each(['warmup', 'WARM-UP', '预热', '预热期', ' 预热期 '])(
    'is the warm-up for %j, whatever language they read',
    (typed) => {
      expect(phaseCalled(en, campaign, typed)).toEqual({ key: 'warmup', label: '预热期' })
      expect(phaseCalled(zh, campaign, typed).key).toBe('warmup')
    },
  )

  it('may be called by the beginning of its label, whatever the width of its signs', () => {
    const phases = [{ key: 'burst', label: '爆发期(直播+线下)', fromOn: '2024-06-15', toOn: '2024-06-17' }]
    expect(phaseCalled(zh, { template: 'plan-002', phases }, '爆发期（直播').key).toBe('burst')
  })

  it('may be one that the campaign does not have yet', () => {
    expect(phaseCalled(zh, campaign, '筹备')).toEqual({ key: 'prepare', label: '筹备期' })
  })

  it('is asked for when nobody knows it', () => {
    const refused = refusal(() => phaseCalled(zh, campaign, 'party'))
    expect(refused).toMatchObject({ key: 'campaign.error.phase', field: 'phase' })
    expect(refused?.params.phases).toBe('预热期、爆发期和返场期')
  })
})

describe('the days of a phase', () => {
  it('lie near the launch when they have no year', () => {
    const expected = { fromOn: '2024-06-01', toOn: '2024-06-10' }
    expect(spanIn({ from: '6.1-6.10' }, today, '2024-06-01')).toEqual(expected)
    expect(spanIn({ from: '6.1', to: '6月10日' }, today, '2024-06-01')).toEqual(expected)
  })

  it('are counted from today when somebody says tomorrow', () => {
    const expected = { fromOn: '2026-05-02', toOn: '2026-05-04' }
    expect(spanIn({ from: 'tomorrow', to: '+3d' }, today, '2024-06-01')).toEqual(expected)
  })

  it.each([
    [{ from: '6.10', to: '6.1' }, 'campaign.error.phaseBackwards', 'to'],
    [{ from: '6.10' }, 'campaign.error.phaseEnd', 'to'],
    [{ from: '6.31', to: '7.1' }, 'campaign.error.date', 'from'],
  ])('%j are refused with %s', (given, key, field) => {
    expect(refusal(() => spanIn(given, today, '2024-06-01'))).toMatchObject({ key, field })
  })

  it('must not overlap another phase: both are named with the days in conflict (F3)', () => {
    const burst = { key: 'burst', label: '爆发期', fromOn: '2024-06-09', toOn: '2024-06-20' }
    const refused = refusal(() => mustFit(zh, sampleCampaign(zh), burst))
    expect(refused).toMatchObject({ key: 'campaign.error.overlap', field: 'from' })
    expect(refused?.params).toMatchObject({
      phase: '爆发期',
      other: '预热期',
      first: '2024-06-09',
      last: '2024-06-10',
    })
  })
})
