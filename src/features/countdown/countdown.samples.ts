/** Examples for the gallery and the contract suite: the launch of 004 moves by two days. */
import type { Sample } from '../../kit/feature.js'
import type { Translate } from '../../kit/translate.js'
import { byDate, sampleCampaign } from '../campaign/index.js'
import { countdownCard, movedCard, ownCard } from './countdown.cards.js'
import { countdownTo, shifted } from './countdown.js'
import type { Milestone } from './countdown.repo.js'
import { previewCard } from './preview.cards.js'
import { milestonesMoved, type Shift } from './shift.js'

const days = 2
const names = new Map([['p1', '王经理']])

const milestones: Milestone[] = countdownTo('2024-06-01').map((one) => ({
  campaignId: 1,
  ...one,
  ...(one.key === 'goals'
    ? { doneAt: new Date('2024-05-16T02:00:00Z'), doneById: 'p1' }
    : { doneAt: null, doneById: null }),
}))

const shift = (t: Translate): Shift => {
  const campaign = sampleCampaign(t)
  return {
    ...{ campaign, launchOn: '2024-06-03', days, done: 3, fixed: 1 },
    phases: byDate(campaign.phases).map((before) => ({ before, now: shifted(before, days) })),
    milestones: milestonesMoved(milestones, days),
    tasks: [],
    reports: [
      { before: { document: 'D17', dueOn: '2024-06-28' }, now: { document: 'D17', dueOn: '2024-06-30' } },
    ],
  }
}

const before = '2024-06-01'
const moved = (t: Translate) => sampleCampaign(t, { launchOn: '2024-06-03' })
const tasks = [
  { number: 4, name: '优惠券设置 <b> *a* & @all', startOn: '2024-05-15', dueOn: '2024-05-16' },
  { number: 5, name: '客服培训', startOn: '2024-05-17', dueOn: '2024-05-18' },
]

export const samples: readonly Sample[] = [
  {
    name: 'countdown.card',
    draw: (t) =>
      countdownCard({
        campaign: sampleCampaign(t),
        today: '2024-05-21',
        milestones,
        names,
        fixed: ['M-002'],
      })(t),
  },
  { name: 'countdown.preview', draw: (t) => previewCard(shift(t))(t) },
  {
    name: 'countdown.moved',
    draw: (t) => movedCard({ campaign: moved(t), before, by: '王经理', tasks: 2 })(t),
  },
  { name: 'countdown.own', draw: (t) => ownCard({ campaign: moved(t), before, tasks })(t) },
]
