/** What people read on the cards of a campaign. */
import { describe, expect, it } from 'vitest'
import { readLocales } from '../../../src/engine/words/locales.js'
import { createTranslators } from '../../../src/engine/words/translate.js'
import { campaignCard } from '../../../src/features/campaign/campaign.cards.js'
import { sampleCampaign } from '../../../src/features/campaign/campaign.samples.js'
import { createdCard } from '../../../src/features/campaign/created.cards.js'
import { goalsFixed, planComplete, runEnded } from '../../../src/features/campaign/gates.js'
import { planCard } from '../../../src/features/campaign/plan.cards.js'
import { rangeText } from '../../../src/features/campaign/plan.js'
import { phaseLabel, phasesFor, templates } from '../../../src/features/template/index.js'
import { buttonsOf } from '../../../src/kit/card.js'
import { plainCard } from '../../../src/kit/plain.js'

const translator = createTranslators(readLocales())
const [zh, en] = [translator('zh-CN'), translator('en')]
const names = { p1: '王经理' }
const campaign = sampleCampaign(en)

const plan002 = sampleCampaign(zh, {
  template: 'plan-002',
  launchOn: '2024-06-08',
  endOn: '2024-06-23',
  phases: (phasesFor(templates['plan-002'], '2024-06-08') ?? []).map((phase, id) => {
    return {
      ...phase,
      id,
      campaignId: 1,
      reason: null,
      label: phaseLabel(zh, templates['plan-002'], phase.key),
    }
  }),
})

describe('the card of a campaign', () => {
  it('names phase and day: 2024-06-16 is day 2 of 3 of the burst of 002', () => {
    const words = plainCard(campaignCard({ campaign: plan002, today: '2024-06-16', names, facts: [] })(zh))
    expect(words).toContain('爆发期(直播+线下)，第 2 天，共 3 天')
    expect(words).toContain('总负责人: 王经理')
  })

  it('counts the days to the launch', () => {
    const words = plainCard(campaignCard({ campaign, today: '2024-05-31', names, facts: [] })(en))
    expect(words).toContain('2024-06-01 · in 1 day')
    expect(words).toContain('1 day until Warm-up')
  })

  it('shows what other features know, with the list behind it, and takes the worst tone', () => {
    const facts = [
      { key: 'campaign.fact.plan', params: { filled: 1, total: 7 } },
      {
        key: 'campaign.unmet.goals',
        tone: 'bad',
        open: { label: 'task.open.list', command: 'show', args: { campaign: 'C-1' } },
      },
    ] as const
    const card = campaignCard({ campaign, today: '2024-06-16', names, facts })(en)
    expect(card.tone).toBe('bad')
    expect(plainCard(card)).toContain('1 of 7 sections written')
    expect(buttonsOf(card)).toContainEqual(
      expect.objectContaining({ command: 'show', args: { campaign: 'C-1' } }),
    )
  })

  it('offers nothing to press once it is cancelled, and says so', () => {
    const card = campaignCard({
      campaign: { ...campaign, status: 'cancelled' },
      today: '2024-06-16',
      names,
      facts: [],
    })(en)
    expect(plainCard(card)).toContain('cancelled')
    expect(buttonsOf(card)).toEqual([])
  })

  it('leaves names as they were typed, however odd or long', () => {
    const name = `<!channel> *a* {name} ${'长'.repeat(3000)}`
    const card = campaignCard({ campaign: { ...campaign, name }, today: '2024-06-16', names, facts: [] })(en)
    expect(card.title.startsWith('C-1 · <!channel> *a* {name} 长')).toBe(true)
    expect([...card.title].length).toBeLessThan(130)
  })
})

describe('the list of what was created', () => {
  const card = createdCard({ campaign, today: '2024-05-01', names, facts: [], standIns: ['engineer'] })(en)

  it('has phases with their lengths, tasks, metrics, reports and the approval', () => {
    const words = plainCard(card)
    expect(words).toContain('Warm-up | 2024-06-01 – 06-10 | 10')
    expect(words).toContain('Page development · 2024-05-08 – 05-12')
    expect(words).toContain('UV (daily): 10万 (<8万)')
    expect(words).toContain('Data report · 2024-06-28')
    expect(words).toContain('marketing manager → operations supervisor → head of finance')
  })

  it('names the positions for which the general owner stands in, each with a button', () => {
    expect(plainCard(card)).toContain('Nobody in particular holds: engineer. 王经理 stands in.')
    const set = { command: 'role-set', args: { role: 'engineer', campaign: 'C-1' } }
    expect(buttonsOf(card)).toContainEqual(expect.objectContaining(set))
  })
})

describe('the campaign plan', () => {
  it('shows what is missing with a hint and a way to write it', () => {
    const card = planCard({ campaign })(en)
    expect(plainCard(card)).toContain('3 sections are missing, 5 written.')
    expect(plainCard(card)).toContain('• Budget: missing – promotion')
    const write = { command: 'plan-set', args: { item: 'budget', campaign: 'C-1' } }
    expect(buttonsOf(card)).toContainEqual(expect.objectContaining(write))
  })

  it('takes its dates from the phases', () => {
    expect(plainCard(planCard({ campaign })(en))).toContain('Warm-up 2024-06-01 – 06-10 (10)')
    expect(rangeText('2024-12-28', '2025-01-03')).toBe('2024-12-28 – 2025-01-03')
  })
})

describe('leaving a stage', () => {
  const keys = (unmet: { key: string }[]) => unmet.map(({ key }) => key)

  it('S1 needs audience and goals', () => {
    expect(keys(goalsFixed(campaign, ''))).toEqual(['campaign.unmet.audience'])
    const bare = { ...campaign, planItems: [] }
    expect(keys(goalsFixed(bare, ''))).toEqual(['campaign.unmet.audience', 'campaign.unmet.goals'])
    expect(goalsFixed({ ...campaign, audience: '会员' }, '')).toEqual([])
  })

  it('S2 needs every section of the plan', () => {
    const missing = ['campaign.unmet.budget', 'campaign.unmet.owners', 'campaign.unmet.risk']
    expect(keys(planComplete(campaign, ''))).toEqual(missing)
  })

  it('S6 waits for the last public day to be over', () => {
    expect(keys(runEnded(campaign, '2024-06-25'))).toEqual(['campaign.unmet.ended'])
    expect(runEnded(campaign, '2024-06-26')).toEqual([])
  })
})
