/** Examples of typed requests: a budget with a refused line, confirmations with values, receipts, goals by row. */
import type { Sample } from '../../../kit/feature.js'
import { type ApprovalState, chainCard } from '../approval.cards.js'
import { newSteps } from '../approval.js'
import type { Section } from '../content.js'
import { departmentRole, type FlowStep } from '../flow/flows.js'
import { type OtherSubject, requestFlows } from '../flow/requests.js'
import { alignmentCard, resultCard } from '../news.cards.js'
import { requestCard } from '../request.cards.js'
import { budgetLines } from './budget.js'

const at = (time: string): Date => new Date(`2024-05-14T${time}:00+08:00`)
const names = { p1: '策划', p2: '工程师', p3: '供应链 <!channel>' }

interface Example {
  sections: Section[]
  steps?: readonly FlowStep[]
  values?: readonly string[]
  status?: string
  topic?: string
}

const state = (subject: OtherSubject, example: Example): ApprovalState => {
  const { sections, values = [], status = 'pending', topic = '' } = example
  const asked = example.steps ?? requestFlows[subject].steps
  const roles = asked.flatMap((step) => step.roles)
  const signers = Object.fromEntries(roles.map((role, i) => [role, i % 2 === 0 ? 'p2' : 'p3']))
  const steps = newSteps({ steps: asked, signers, carried: [], at: at('09:30') }).map((step, i) => ({
    ...{ ...step, id: i + 1, approvalId: 9, platform: null },
    ...(i < values.length && {
      ...{ value: values[i] ?? null, status: status === 'rejected' ? status : 'approved' },
      ...{ decidedById: step.signerId, decidedAt: at(`1${i}:05`) },
    }),
  }))
  return {
    campaign: { id: 1, name: '618年中狂欢·全场满300减50', status: 'active', launchOn: '2024-06-01' },
    names,
    approval: {
      ...{ id: 9, campaignId: 1, subject, topic, revision: 1, preset: subject, status, version: 0 },
      ...{
        content: { sections },
        contentHash: '0f5c3a9d7e21',
        submittedById: 'p1',
        submittedAt: at('09:30'),
      },
      ...{ decidedAt: null, comments: [], steps },
    },
  }
}

const lines = budgetLines('推广费 30万、物料费 5万、技术费 3万、人力费 10万')
const budget = state('budget', { sections: lines })
const refused = {
  ...budget,
  approval: {
    ...budget.approval,
    steps: budget.approval.steps.map((step) => ({ ...step, value: '{"2":"超出标准 *a* @all"}' })),
  },
}
const resources = state('resources', { sections: [], values: ['10天', '500件'] })
const departments: FlowStep[] = [
  { kind: 'receipt', roles: ['市场部', '销售部', '技术部 <b>'].map(departmentRole) },
]
const notice = state('notice', {
  sections: [
    { item: 'plan', content: 'v2' },
    { item: 'launch', content: '2024-06-08' },
  ],
  steps: departments,
  values: ['', ''],
})
const goal = { item: 'metric', content: '新增注册用户数 20万人' }
const consensus = state('consensus', { sections: [goal], values: [''], status: 'rejected', topic: 'G-3' })

export const samples: readonly Sample[] = [
  { name: 'approval.budget', draw: requestCard({ ...refused, step: 1 }) },
  { name: 'approval.value', draw: requestCard({ ...resources, step: 3 }) },
  { name: 'approval.values', draw: chainCard(resources) },
  { name: 'approval.receipt', draw: requestCard({ ...notice, step: 3 }) },
  { name: 'approval.receipts', draw: chainCard(notice) },
  { name: 'approval.disagreed', draw: resultCard(consensus) },
  { name: 'approval.alignment', draw: alignmentCard({ ...consensus, when: '明天 10:00', by: '策划' }) },
]
