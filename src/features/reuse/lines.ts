/** Differences between plans as lines of a card: what comes, what changes from what to what, what goes. */
import { cut, join, type Text } from '../../kit/text.js'
import type { Translate } from '../../kit/translate.js'
import type { Content } from '../template/index.js'
import type { Entry, Field } from './diff.js'
import type { Kept } from './merge.js'

/** Names of tasks by their key, for those that wait for others. */
export type TaskNames = Readonly<Record<string, string>>

export const taskNames = (...contents: readonly Content[]): TaskNames =>
  Object.fromEntries(contents.flatMap(({ tasks }) => tasks.map(({ key, name }) => [key, cut(name, 40)])))

const nameOf = (t: Translate, { part, name }: Entry): string =>
  part === 'report' ? t.named('template.document', name) : cut(name, 80)

const valueText = (t: Translate, names: TaskNames, field: string, value: string): string => {
  if (value === '') return '–'
  if (field === 'owner' || field === 'approver') return t.named('people.role', value)
  if (field === 'priority') return t.named('task.priority', value)
  if (field === 'after')
    return cut(
      value
        .split(', ')
        .map((key) => names[key] ?? key)
        .join(', '),
      60,
    )
  return cut(value, 60)
}

const fieldText = (t: Translate, names: TaskNames, { field, from, to }: Field): string =>
  `${t.named('reuse.field', field)} ${valueText(t, names, field, from)} → ${valueText(t, names, field, to)}`

/** `＋ Task · Stress test`, `～ Task · Page · days T-24…T-20 → T-25…T-20`. */
export const entryLine = (t: Translate, names: TaskNames, entry: Entry, detail?: string): Text =>
  join([
    `${t.named('reuse.how', entry.how)} ${t.named('reuse.part', entry.part)}`,
    [{ bold: nameOf(t, entry) }],
    ...(detail === undefined ? [] : [detail]),
    ...entry.fields.map((field) => fieldText(t, names, field)),
  ])

/** What stays, and why. */
export const keptLine = (t: Translate, entry: Kept): Text =>
  join([
    t.named('reuse.part', entry.part),
    [{ bold: nameOf(t, entry) }],
    t.named('reuse.why', entry.why),
    ...entry.fields.map((field) => t.named('reuse.field', field.field)),
  ])
