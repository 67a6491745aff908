/** Examples of the log: a plan on its way to the second version (F125), nothing at all. */
import type { ChainReport } from '../../kit/chain.js'
import type { Sample } from '../../kit/feature.js'
import type { Translate } from '../../kit/translate.js'
import { auditCard } from './audit.cards.js'
import { changesOf } from './audit.js'
import type { Line } from './lines.js'
import { verifiedCard } from './verify.cards.js'

const line = (
  t: Translate,
  at: string,
  who: string | null,
  action: string,
  revision: number,
  status: string,
): Line => ({
  at: new Date(`2024-05-${at}:00+08:00`),
  who,
  platform: 'playground',
  action,
  ref: `A-${revision + 6}`,
  changes: changesOf(action, null, {
    subject: t.named('approval.subject', 'plan'),
    revision: `v${revision}`,
    status,
  }),
})

const story = (t: Translate): Line[] => {
  const status = (name: string) => t.named('approval.status', name)
  return [
    {
      at: new Date('2024-05-29T02:03:00Z'),
      who: null,
      platform: 'clock',
      action: 'clock.skipped',
      ref: t.named('standup.schedules', 'digest'),
      changes: [],
    },
    line(t, '29T10:02', '财务部负责人', 'approval.approve', 2, status('approved')),
    line(t, '28T09:00', '策划', 'approval.submit', 2, status('pending')),
    line(t, '27T15:20', '运营部主管', 'approval.reject', 1, status('rejected')),
    line(t, '24T11:00', '策划', 'approval.submit', 1, status('pending')),
  ]
}

const wholeChain: ChainReport = {
  events: 2048,
  first: new Date('2024-05-13T01:00:00Z'),
  last: new Date('2024-06-18T15:59:00Z'),
  hash: '407e066f401c5ac1fee58147770411e7c9494c90301b0e9a7d79ef11238a9083',
  broken: null,
  kept: 2000,
}
const brokenChain: ChainReport = {
  ...wholeChain,
  events: 1023,
  broken: { kind: 'altered', seq: 1024, event: null, before: null },
  kept: null,
}

export const samples: readonly Sample[] = [
  {
    name: 'audit.plan',
    draw: (t, viewer) =>
      auditCard({ title: 'C-1 · 618年中狂欢 <!channel>', lines: story(t), more: 12 })(t, viewer),
  },
  {
    name: 'audit.whole',
    draw: (t, viewer) => verifiedCard({ report: wholeChain, lines: {}, asked: wholeChain.hash })(t, viewer),
  },
  {
    name: 'audit.broken',
    draw: (t, viewer) =>
      verifiedCard({ report: brokenChain, lines: { event: story(t)[1], before: story(t)[2] } })(t, viewer),
  },
  { name: 'audit.empty', draw: (t, viewer) => auditCard({ title: 'M-003', lines: [], more: 0 })(t, viewer) },
]
