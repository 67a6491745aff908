/** An example of an export. */
import { card, file, text } from '../../kit/card.js'
import type { Sample } from '../../kit/feature.js'
import type { Finding } from './finding.js'
import { type ImportState, importCard, refusedCard } from './import.cards.js'

const args = { campaign: '1', table: 'preparation-progress', format: 'xlsx' }

const at = (row: number, column: string) => ({ row, column })
const findings: readonly Finding[] = [
  { kind: 'twoOwners', ...at(5, '负责人(R1)'), params: { given: '*文案, *设计' } },
  { kind: 'dateBad', ...at(7, '起止时间'), params: { given: '2024-02-30' } },
  {
    kind: 'date',
    ...at(3, '起止时间'),
    params: { given: '2024-05-01-05-10', read: '2024-05-01 – 2024-05-10' },
  },
  { kind: 'role', ...at(4, '负责人(R1)'), params: { given: '*设计', role: '设计师', name: '设计师' } },
  { kind: 'ref', ...at(6, '前置依赖'), params: { given: 'M-03', id: 'M-003' } },
  { kind: 'extra', row: 0, column: '', params: { columns: '预算, <!channel>', count: 2 } },
]
const touched = [{ id: 'M-003', name: '素材制作', columns: ['due', 'priority'] }]
const open: ImportState = {
  id: 1,
  version: 0,
  status: 'open',
  table: 'task-breakdown',
  way: 'tasks',
  campaign: { ref: 'C-1', name: '小红书种草' },
  outcome: { added: 3, changed: 1, unchanged: 0, digest: '', touched },
  refused: 2,
  findings: { shown: findings, count: 31 },
}
const done = { version: 1, refused: 0, findings: { shown: [], count: 0 } }

export const samples: readonly Sample[] = [
  {
    name: 'table.exported',
    draw: (t) =>
      card(
        t('table.exported.title', { table: t.named('table.preparation-progress', 'title') }),
        [
          text(t('table.exported.text', { campaign: 'C-1', name: '618年中狂欢·全场满300减50' })),
          file('C-1 618年中狂欢·全场满300减50 活动筹备进度表.xlsx', { file: 'table', args }),
        ],
        'good',
      ),
  },
  { name: 'table.import', draw: (t) => importCard(open)(t) },
  { name: 'table.import.applied', draw: (t) => importCard({ ...open, ...done, status: 'applied' })(t) },
  { name: 'table.import.dropped', draw: (t) => importCard({ ...open, status: 'dropped' })(t) },
  {
    name: 'table.import.nothing',
    draw: (t) =>
      importCard({
        ...open,
        ...done,
        outcome: { added: 0, changed: 0, unchanged: 4, digest: '', touched: [] },
      })(t),
  },
  {
    name: 'table.import.refused',
    draw: (t) => refusedCard(t, 'task-breakdown', { findings: findings.slice(0, 2), refused: 2 }),
  },
]
