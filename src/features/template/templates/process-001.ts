/** 001: the marketing campaign process. It prints links, documents and milestones but no day: all days are ours †. */
import type { Role } from '../../people/index.js'
import type { TaskWord, Template, TemplateTask } from '../template.js'

interface Rest {
  owner: Role
  after?: readonly string[]
  words?: readonly TaskWord[]
}

const link = (key: string, from: number, to: number, { owner, after = [], words }: Rest): TemplateTask => ({
  ...{ key, owner, from, to, after },
  priority: 'medium',
  words: words ?? ['description'],
})

export const process001: Template = {
  name: 'process-001',
  type: 'brand',
  // The milestones of 001 §3.3: plan final, warm-up start, execution period, closing retrospective.
  phases: [
    { key: 'prepare', from: -21, to: -1 },
    { key: 'warmup', from: 0, to: 6 },
    { key: 'burst', from: 7, to: 13 },
    { key: 'retrospective', from: 14, to: 20 },
  ],
  tasks: [
    link('goals', -21, -19, { owner: 'planning-owner' }),
    link('resources', -18, -16, { owner: 'project-lead', after: ['goals'] }),
    link('research', -18, -15, { owner: 'specialist', after: ['goals'] }),
    link('compliance', -18, -15, { owner: 'specialist', after: ['goals'] }),
    link('strategy', -14, -12, { owner: 'planning-owner', after: ['research', 'resources'] }),
    link('creative', -11, -9, { owner: 'copywriter', after: ['strategy'] }),
    link('implementation', -11, -8, {
      owner: 'planning-owner',
      after: ['strategy', 'compliance'],
      words: ['description', 'deliverable'],
    }),
    link('team', -7, -6, { owner: 'project-lead', after: ['implementation'] }),
    link('materials', -7, -2, { owner: 'designer', after: ['creative', 'implementation'] }),
    { ...link('tracking', 7, 13, { owner: 'data-specialist' }), phase: 'burst' },
    link('report', 14, 17, { owner: 'data-specialist', words: ['description', 'deliverable'] }),
    link('lessons', 18, 20, {
      owner: 'project-lead',
      after: ['report'],
      words: ['description', 'deliverable'],
    }),
  ],
  // 001 §1.1 names metrics (click-through rate, average order value, repurchase) but prints no number.
  kpis: [],
  planItems: ['name', 'theme', 'audience', 'time', 'goals', 'flow', 'budget', 'owners', 'risk'],
  // 001 prints no signatures (O5).
  approvals: { plan: 'generic' },
  reports: [
    { document: 'D19', due: { anchor: 'end', days: 3, count: 'calendar' } },
    { document: 'D20', due: { anchor: 'retrospective', otherwise: 7 } },
  ],
}
