/** 003: rolling out a promotion strategy. Phases of 003-T3 with their gap (O49), tasks of 003-T2. */
import type { Template } from '../template.js'

export const strategy003: Template = {
  name: 'strategy-003',
  type: 'new-product',
  phases: [
    { key: 'prepare', from: -31, to: -22 },
    { key: 'warmup', from: 0, to: 4 },
    { key: 'burst', from: 5, to: 14 },
    { key: 'tail', from: 15, to: 19 },
  ],
  tasks: [
    {
      key: 'screening',
      owner: 'specialist',
      from: -31,
      to: -22,
      priority: 'high',
      after: [],
      words: ['description', 'deliverable', 'remarks'],
    },
    {
      key: 'content',
      owner: 'copywriter',
      from: -21,
      to: -17,
      priority: 'high',
      after: [],
      words: ['description', 'deliverable', 'support'],
    },
    {
      key: 'assets',
      owner: 'designer',
      from: -16,
      to: -7,
      priority: 'high',
      after: ['content'],
      words: ['description', 'deliverable', 'support', 'remarks'],
    },
    // Printed as waiting for "M-03", which is M-003 (O18).
    {
      key: 'publishing',
      owner: 'specialist',
      from: -6,
      to: -2,
      priority: 'medium',
      after: ['screening', 'assets'],
      words: ['description', 'deliverable'],
    },
  ],
  // Targets of 003-T1 and 003-T5; the click rate of 003-T3 (R53).
  kpis: [
    { metric: 'new-registrations', target: '20万', better: 'up', measure: false },
    { metric: 'brand-searches', target: '+30%', better: 'up', measure: false },
    { metric: 'gmv', target: '500万元', better: 'up', measure: false },
    { metric: 'roi', target: '1:4', better: 'up', measure: false },
    { metric: 'click-rate', target: '1.5%', threshold: '<1.5%', better: 'up', measure: true },
  ],
  planItems: ['name', 'time', 'goals', 'flow', 'budget', 'owners', 'risk'],
  // The consensus of 003 §2.1 (A5) is signed by the heads joint-goals asks; 003 prints no plan approval (O5).
  approvals: { goals: 'joint-goals', plan: 'generic' },
  // 003 prints no deadlines: the days are those of the other documents †.
  reports: [
    { document: 'D19', due: { anchor: 'end', days: 3, count: 'calendar' } },
    { document: 'D20', due: { anchor: 'retrospective', otherwise: 7 } },
  ],
}
