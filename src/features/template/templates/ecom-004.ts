/** 004: the e-commerce campaign. Phases of 004-T1, tasks of 004-T2, metrics of 004-T3; T was 2024-06-01. */
import type { Role } from '../../people/index.js'
import type { Template, TemplateTask } from '../template.js'

// 004-T2 prints neither priority nor predecessors.
const row = (key: string, owner: Role, from: number, to: number): TemplateTask => ({
  key,
  owner,
  from,
  to,
  priority: 'medium',
  after: [],
  words: ['remarks'],
})

export const ecom004: Template = {
  name: 'ecom-004',
  type: 'mega-promotion',
  // Printed longer than its own norms of 004 §2.6 (R9 to R11, O3).
  phases: [
    { key: 'warmup', from: 0, to: 9, norm: [3, 7] },
    { key: 'burst', from: 10, to: 19, norm: [1, 3] },
    { key: 'tail', from: 20, to: 24, norm: [1, 2] },
  ],
  tasks: [
    row('theme', 'project-lead', -31, -29),
    row('prototype', 'designer', -28, -25),
    row('page', 'engineer', -24, -20),
    row('coupons', 'operator', -19, -18),
    row('training', 'service-supervisor', -17, -16),
  ],
  kpis: [
    { metric: 'uv-daily', target: '10万', threshold: '<8万', better: 'up', measure: true },
    { metric: 'conversion', target: '3%', threshold: '<2.5%', better: 'up', measure: true },
    { metric: 'stock-hot', target: '500件', threshold: '<300件', better: 'up', measure: true },
    { metric: 'service-response', target: '≤30秒', threshold: '>45秒', better: 'down', measure: true },
  ],
  planItems: ['name', 'time', 'goals', 'rules', 'budget', 'owners', 'risk'],
  approvals: { plan: 'ecommerce' },
  reports: [
    { document: 'D17', due: { anchor: 'end', days: 3, count: 'calendar' } },
    { document: 'D18', due: { anchor: 'end', days: 3, count: 'calendar' } },
    { document: 'D20', due: { anchor: 'retrospective', otherwise: 7 } },
  ],
}
