/** Two plans told apart: what is in the one and not in the other, and what they say differently. */
import { type Content, type ContentTask, daysText } from '../template/index.js'

export type Part = 'phase' | 'task' | 'kpi' | 'report'

export interface Field {
  field: string
  /** As they are compared: words, positions by their key, days from T. */
  from: string
  to: string
}

export interface Entry {
  part: Part
  key: string
  name: string
  how: 'added' | 'changed' | 'removed'
  fields: readonly Field[]
}

/** A part of a plan with all that is compared of it. */
export interface Item {
  part: Part
  key: string
  name: string
  values: Readonly<Record<string, string>>
}

/** Blanks and the way lines end are the program's, not the writer's. */
export const squeezed = (text: string | null): string => (text ?? '').replace(/\s+/gu, ' ').trim()

const taskItem = (task: ContentTask): Item => {
  const { key, name, owner, approver, priority, from, to, after, criteria, nodes } = task
  const { description, deliverable, support, predecessor, remarks } = task
  const parts = [
    ...criteria.map((one) => `${one.name} ${one.need}`),
    ...nodes.map((node) => `${node.name} ${daysText(node.day, node.day)} ${node.time ?? ''}`.trim()),
  ]
  return {
    ...{ part: 'task', key, name },
    values: {
      ...{ name: squeezed(name), days: daysText(from, to), owner, approver: approver ?? '', priority },
      ...{ description: squeezed(description), deliverable: squeezed(deliverable) },
      ...{ support: squeezed(support), predecessor: squeezed(predecessor), remarks: squeezed(remarks) },
      ...{ after: after.toSorted().join(', '), parts: parts.join(', ') },
    },
  }
}

const itemsOf = (content: Content): Item[] => [
  ...content.phases.map(
    ({ key, label, from, to }): Item => ({
      ...{ part: 'phase', key, name: label },
      values: { days: daysText(from, to) },
    }),
  ),
  ...content.tasks.map(taskItem),
  ...content.kpis.map(({ metric, name, measure, better, numbers }): Item => {
    const { target, unit, kind, operator, limit } = numbers
    const threshold = operator === null || limit === null ? '' : `${operator}${limit}`
    const values = { name: squeezed(name), measure: squeezed(measure), better, threshold }
    return {
      ...{ part: 'kpi', key: metric, name },
      values: { ...values, target: `${target}${kind === 'amount' ? unit : kind === 'ratio' ? ':1' : '%'}` },
    }
  }),
  ...content.reports.map(
    ({ document, due }): Item => ({
      ...{ part: 'report', key: document, name: document },
      values: { due: dueText(due) },
    }),
  ),
]

const dueText = (due: Content['reports'][number]['due']): string => {
  if (due.anchor === 'half') return 'T…E / 2'
  return due.anchor === 'end' ? `E+${due.days}${due.count === 'working' ? 'w' : ''}` : 'R'
}

export const idOf = ({ part, key }: Pick<Item, 'part' | 'key'>): string => `${part}:${key}`
export const indexed = (content: Content): ReadonlyMap<string, Item> =>
  new Map(itemsOf(content).map((item) => [idOf(item), item]))

export const fieldsOf = (before: Item, after: Item): Field[] =>
  Object.entries(after.values).flatMap(([field, to]) => {
    const from = before.values[field] ?? ''
    return from === to ? [] : [{ field, from, to }]
  })

/** What makes `after` of `before`: in the order of `after`, what is gone last. */
export const differences = (before: Content, after: Content): Entry[] => {
  const [was, is] = [indexed(before), indexed(after)]
  const entry = ({ part, key, name }: Item, how: Entry['how'], fields: Field[] = []): Entry => ({
    ...{ part, key, name, how, fields },
  })
  const now = [...is].flatMap(([id, item]) => {
    const old = was.get(id)
    if (!old) return [entry(item, 'added')]
    const fields = fieldsOf(old, item)
    return fields.length > 0 ? [entry(item, 'changed', fields)] : []
  })
  return [...now, ...[...was].flatMap(([id, item]) => (is.has(id) ? [] : [entry(item, 'removed')]))]
}
