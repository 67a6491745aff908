/** Examples of approvals: a 618 plan on its way through A7, a goal letter through A3, a refused plan. */
import type { Sample } from '../../kit/feature.js'
import { type ApprovalState, chainCard } from './approval.cards.js'
import { newSteps, type Step } from './approval.js'
import { flows } from './flow/flows.js'
import { fullCard } from './full.cards.js'
import { leftCard } from './left.cards.js'
import { commentCard, resultCard } from './news.cards.js'
import { samples as requestSamples } from './request/request.samples.js'
import { requestCard } from './request.cards.js'

const at = (time: string): Date => new Date(`2024-05-14T${time}:00+08:00`)

const reason = '缺少返场期预算'
const names = { p1: '策划', p2: '甲', p3: '乙', p4: '丙' }

/** The steps of a flow after `done` signatures; `refused` makes the next one a refusal. */
const stepsOf = (name: keyof typeof flows, done: number, refused?: string): Step[] => {
  const people = ['p2', 'p3', 'p4']
  const { steps } = flows[name]
  const roles = steps.flatMap((step) => step.roles)
  const signers = Object.fromEntries(roles.map((role, i) => [role, people[i % 3] ?? 'p2']))
  return newSteps({ steps, signers, carried: [], at: at('09:30') }).map((step, i) => {
    const id = i + 1
    const decided = { decidedById: step.signerId, decidedAt: at(`1${i}:02`) }
    if (i < done) return { ...step, ...decided, id, status: 'approved' }
    if (refused === undefined)
      return { ...step, id, status: i === done || name !== 'ecommerce' ? 'pending' : 'waiting' }
    return i === done
      ? { ...step, ...decided, id, status: 'rejected', comment: refused }
      : { ...step, id, status: 'void' }
  })
}

const state = (subject: 'plan' | 'goals', steps: Step[], status = 'pending'): ApprovalState => {
  const name = '618年中狂欢·全场满300减50'
  const sections = [
    { item: 'name', content: name },
    { item: 'goals', content: 'GMV 500万元；新增用户 1万' },
    ...(subject === 'plan'
      ? [{ item: 'budget', content: '推广费 30万、物料费 5万、技术费 3万、人力费 10万' }]
      : []),
  ]
  const said = { id: 1, approvalId: 7, byId: 'p4', at: at('09:40'), text: `${reason} <!channel>` }
  return {
    campaign: { id: 1, name, status: 'active', launchOn: '2024-06-01' },
    names,
    approval: {
      ...{ id: 7, campaignId: 1, subject, topic: '', revision: 1, preset: 'ecommerce', status, version: 0 },
      ...{
        content: { sections },
        contentHash: '0f5c3a9d7e21',
        submittedById: 'p1',
        submittedAt: at('09:30'),
      },
      decidedAt: null,
      comments: subject === 'plan' ? [said] : [],
      steps: steps.map((step) => ({ ...step, approvalId: 7, platform: null, asks: null, value: null })),
    },
  }
}

const pending = state('plan', stepsOf('ecommerce', 2))
const approved = state('plan', stepsOf('ecommerce', 3), 'approved')
const revisions = [
  { id: 7, revision: 2, status: 'pending' },
  { id: 5, revision: 1, status: 'rejected' },
]

export const samples: readonly Sample[] = [
  ...requestSamples,
  { name: 'approval.request', draw: requestCard({ ...pending, step: 3 }) },
  { name: 'approval.decided', draw: requestCard({ ...approved, step: 3 }) },
  { name: 'approval.chain', draw: chainCard(pending) },
  { name: 'approval.joint', draw: chainCard(state('goals', stepsOf('joint-goals', 2))) },
  { name: 'approval.approved', draw: resultCard(approved) },
  { name: 'approval.rejected', draw: resultCard(state('plan', stepsOf('ecommerce', 1, reason), 'rejected')) },
  { name: 'approval.comment', draw: commentCard({ ...pending, comment: 1 }) },
  {
    name: 'approval.left',
    draw: leftCard({ ...pending, left: '丙', roles: ['finance-head'], deputies: ['乙 <!channel>'] }),
  },
  { name: 'approval.full', draw: fullCard({ ...pending, may: 3, mayWithdraw: true, revisions }) },
]
