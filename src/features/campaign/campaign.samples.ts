/** Examples for the gallery and the contract suite: the campaign of 004-T1 and what can be said of it. */
import type { Sample } from '../../kit/feature.js'
import type { Translate } from '../../kit/translate.js'
import { phaseLabel, phasesFor, templates } from '../template/index.js'
import { type CampaignState, campaignCard } from './campaign.cards.js'
import type { Campaign } from './campaign.repo.js'
import { createdCard } from './created.cards.js'
import { listCard } from './list.cards.js'
import { cancelledCard, unmetCard } from './news.cards.js'
import { planCard } from './plan.cards.js'
import { undeliveredCard } from './undelivered.cards.js'

const template = templates['ecom-004']
const launchOn = '2024-06-01'
const names = { p1: '王经理', p2: '李设计', p3: 'Zoë 🎨 <b>', p4: '@all' }

/** The campaign of 004-T1, in the words of whoever looks. */
export const sampleCampaign = (t: Translate, other: Partial<Campaign> = {}): Campaign => ({
  id: 1,
  organisation: '',
  name: '618年中狂欢·全场满300减50',
  type: 'mega-promotion',
  template: template.name,
  ...{ templateVersionId: null, parentId: null, region: null, programmeId: null },
  theme: '618狂欢节',
  audience: null,
  form: 'online',
  launchOn,
  endOn: '2024-06-25',
  ownerId: 'p1',
  language: t.language,
  zone: 'Asia/Shanghai',
  stage: 'S1',
  status: 'active',
  createdById: 'p1',
  createdAt: new Date('2024-05-01T01:00:00Z'),
  version: 0,
  phases: (phasesFor(template, launchOn) ?? []).map((phase, i) => ({
    ...phase,
    id: i + 1,
    campaignId: 1,
    reason: null,
    label: phaseLabel(t, template, phase.key),
  })),
  planItems: [
    { campaignId: 1, item: 'goals', content: 'GMV 500万元; 1万 new users' },
    { campaignId: 1, item: 'rules', content: '全场满300减50 <script>alert(1)</script> *a* & <!channel>' },
  ],
  channels: [{ platform: 'playground', channel: 'general', campaignId: 1 }],
  roles: ['project-lead', 'designer', 'engineer', 'operator'].map((role, i) => ({
    campaignId: 1,
    role,
    personId: `p${i + 1}`,
  })),
  ...other,
})

const state = (t: Translate, today: string, other: Partial<Campaign> = {}): CampaignState => ({
  campaign: sampleCampaign(t, other),
  today,
  names,
  facts: [
    {
      key: 'campaign.fact.plan',
      params: { filled: 4, total: 8 },
      open: { label: 'campaign.card.plan', command: 'plan', args: { campaign: 'C-1' } },
    },
  ],
})

/** Preparation, then nothing until the warm-up: the gap of 003-T3. */
const gap: Partial<Campaign> = {
  name: `${'长'.repeat(1990)} <!channel> 🎉`,
  phases: [
    {
      id: 1,
      campaignId: 1,
      key: 'prepare',
      label: '筹备期',
      fromOn: '2024-05-01',
      toOn: '2024-05-10',
      reason: null,
    },
    {
      id: 2,
      campaignId: 1,
      key: 'warmup',
      label: '预热期',
      fromOn: '2024-06-01',
      toOn: '2024-06-05',
      reason: null,
    },
  ],
}

export const samples: readonly Sample[] = [
  { name: 'campaign.card before the launch', draw: (t) => campaignCard(state(t, '2024-05-20'))(t) },
  {
    name: 'campaign.card in the burst',
    draw: (t) => campaignCard(state(t, '2024-06-12', { stage: 'S6' }))(t),
  },
  {
    name: 'campaign.card in a gap, with a long name',
    draw: (t) => campaignCard(state(t, '2024-05-20', gap))(t),
  },
  {
    name: 'campaign.card cancelled',
    draw: (t) => campaignCard(state(t, '2024-06-12', { status: 'cancelled' }))(t),
  },
  {
    name: 'campaign.created',
    draw: (t) => createdCard({ ...state(t, '2024-05-01'), standIns: ['engineer', 'operator'] })(t),
  },
  { name: 'campaign.plan', draw: (t) => planCard({ campaign: sampleCampaign(t) })(t) },
  {
    name: 'campaign.list',
    draw: (t) =>
      listCard({ campaigns: [sampleCampaign(t)], total: 21, names, todayOf: () => '2024-06-12' })(t),
  },
  {
    name: 'campaign.unmet',
    draw: (t) =>
      unmetCard({
        campaign: sampleCampaign(t),
        unmet: [{ key: 'campaign.unmet.audience' }, { key: 'campaign.unmet.goals' }],
      })(t),
  },
  {
    name: 'campaign.cancelled',
    draw: (t) =>
      cancelledCard({ campaign: sampleCampaign(t), by: '王经理', reason: 'budget <!channel> *cut*' })(t),
  },
  {
    name: 'campaign.undelivered in a channel',
    draw: (t) => {
      const gone = { fault: 'notMember', channel: 'T1/C3', person: '', detail: 'not_in_channel' } as const
      return undeliveredCard({ ...gone, campaign: sampleCampaign(t), waits: true })(t)
    },
  },
  {
    name: 'campaign.undelivered to a person',
    draw: (t) => {
      const refused = { fault: 'refused', channel: null, person: 'Zoë <!channel>', detail: '' } as const
      return undeliveredCard({ ...refused, campaign: null, waits: false })(t)
    },
  },
]
