/** 002-T1: the execution plan table for market promotion campaigns, one core task per phase row. */
import type { Role } from '../../people/index.js'
import type { PhaseKey, TaskWord, Template, TemplateTask } from '../template.js'

// The owners' names are lost in the source (all but one): the positions are ours †.
const row = (phase: PhaseKey, owner: Role, from: number, to: number, words: TaskWord[]): TemplateTask => ({
  key: phase,
  owner,
  from,
  to,
  phase,
  priority: 'medium',
  after: [],
  words,
})

export const plan002: Template = {
  name: 'plan-002',
  type: 'new-product',
  // The rhythm 7/3/5 of 002 §2 (R12); its table prints six days of tail (O3).
  phases: [
    { key: 'prepare', from: -7, to: -1 },
    { key: 'warmup', from: 0, to: 6, norm: [7, 7] },
    { key: 'burst', from: 7, to: 9, norm: [3, 3] },
    { key: 'tail', from: 10, to: 15, norm: [5, 5] },
    { key: 'retrospective', from: 16, to: 22 },
  ],
  tasks: [
    row('prepare', 'project-lead', -7, -1, ['description', 'deliverable', 'support', 'remarks']),
    row('warmup', 'promotion-manager', 0, 6, ['description', 'remarks']),
    row('burst', 'operator', 7, 9, ['description', 'remarks']),
    row('tail', 'service-supervisor', 10, 15, ['description', 'remarks']),
    row('retrospective', 'data-specialist', 16, 22, ['deliverable', 'remarks']),
  ],
  // 002 §1 and the measured done criteria of 002-T1 (R60, R61).
  kpis: [
    { metric: 'exposure', target: '50万', better: 'up', measure: false },
    { metric: 'presale-conversion', target: '5%', better: 'up', measure: false },
    { metric: 'live-views', target: '10万', better: 'up', measure: false },
    { metric: 'store-visitors', target: '500人', better: 'up', measure: true },
    { metric: 'review-posts', target: '200', better: 'up', measure: false },
    { metric: 'complaint-rate', target: '1%', threshold: '≥1%', better: 'down', measure: true },
  ],
  planItems: ['name', 'theme', 'audience', 'time', 'goals', 'flow', 'budget', 'owners', 'risk'],
  approvals: { goals: 'joint-goals', plan: 'generic' },
  reports: [
    { document: 'D18', due: { anchor: 'end', days: 3, count: 'calendar' } },
    { document: 'D20', due: { anchor: 'retrospective', otherwise: 7 } },
  ],
}
