/** Examples for the gallery and the contract suite. */
import type { Sample } from '../../kit/feature.js'
import { templates } from './catalogue.js'
import { templateCard } from './show.cards.js'
import { templateListCard } from './template.cards.js'

const at = new Date('2024-07-01T02:00:00Z')
const saved = {
  ...{ id: 3, name: 'ecom-004', version: 2, createdAt: at, retiredAt: null },
  note: 'With the stress test, as decided in the retrospective of 618',
}
const versions = [
  { ...saved, key: 'ecom-004', base: 'ecom-004', authorId: 'manager' },
  {
    ...{ id: 1, key: 'mall-flash', base: 'plan-002', authorId: 'planner', name: '商场快闪 <!channel>' },
    ...{ version: 1, createdAt: at, retiredAt: at, note: null },
  },
]
const list = { versions, total: 25, names: { manager: '经理', planner: '策划' }, zone: 'Asia/Shanghai' }

const ecom = templates['ecom-004']
const template = {
  ...ecom,
  saved: { id: 3, name: 'ecom-004', version: 2 },
  tasks: ecom.tasks.map((task, i) => (i === 0 ? task : { ...task, after: [ecom.tasks[i - 1]?.key ?? ''] })),
}

export const samples: readonly Sample[] = [
  { name: 'template.list', draw: (t) => templateListCard(Object.values(templates))(t) },
  { name: 'template.list saved', draw: (t) => templateListCard(Object.values(templates), list)(t) },
  {
    name: 'template.show',
    draw: (t) => templateCard({ template, row: saved, author: '经理', zone: 'Asia/Shanghai' })(t),
  },
]
