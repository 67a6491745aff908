/** 000: the standardised process card. The phase lengths are ours †, 000-T1 prints the countdown (R1, R2). */
import type { Template } from '../template.js'

export const card000: Template = {
  name: 'card-000',
  type: 'other',
  phases: [
    { key: 'warmup', from: 0, to: 6 },
    { key: 'burst', from: 7, to: 9 },
    { key: 'retrospective', from: 10, to: 16 },
  ],
  tasks: [
    {
      key: 'goals',
      owner: 'planning-owner',
      from: -15,
      to: -15,
      priority: 'high',
      after: [],
      words: ['description', 'remarks'],
    },
    {
      key: 'draft',
      owner: 'specialist',
      from: -12,
      to: -12,
      priority: 'high',
      after: [],
      words: ['description', 'deliverable', 'remarks'],
    },
    // The row is cut in the source: its owner and its day are ours †.
    {
      key: 'review',
      owner: 'planning-owner',
      from: -10,
      to: -10,
      priority: 'high',
      after: [],
      words: ['description'],
    },
  ],
  // 000 §5 names metrics but prints no number.
  kpis: [],
  planItems: ['name', 'theme', 'audience', 'time', 'goals', 'flow', 'budget', 'risk'],
  approvals: { plan: 'generic' },
  reports: [
    { document: 'D16', due: { anchor: 'half' } },
    { document: 'D17', due: { anchor: 'end', days: 3, count: 'working' } },
    { document: 'D20', due: { anchor: 'retrospective', otherwise: 7 } },
  ],
}
