/** What the tables of tasks have in common: the words of their columns, names of people, lines kept in the remarks. */

import type { Db } from '../../../kit/store.js'
import { languages, type Translate } from '../../../kit/translate.js'
import { peopleByIds } from '../../people/index.js'
import { statuses, type Task } from '../../task/index.js'
import { type PrintedTable, printed } from '../printed.js'
import type { Column } from '../sheet.js'

type Kinds = Readonly<Record<string, Omit<Column, 'label'>>>

/** The columns of `table` in the printed order; those not in `kinds` are text. */
export const columnsFor = (t: Translate, table: PrintedTable, kinds: Kinds = {}): Column[] =>
  printed[table].map((column) => ({
    label: t.named(`table.${table}`, column),
    ...(kinds[column] ?? { kind: 'text' as const }),
  }))

export const statusChoice = (t: Translate): Omit<Column, 'label'> => ({
  kind: 'choice',
  choices: statuses.map((status) => t.named('task.status', status)),
})

/** What is printed where there is nothing: 无 */
export const nothingIn = (t: Translate): string => t.named('table.words', 'nothing').split('|')[0] ?? ''

/** Names by id of everybody whom `tasks` name. */
export const namesFor = async (db: Db, tasks: readonly Task[]): Promise<ReadonlyMap<string, string>> => {
  const ids = tasks.flatMap(({ ownerId, approverId }) => [ownerId, approverId ?? ownerId])
  return new Map((await peopleByIds(db, ids)).map((person) => [person.id, person.name]))
}

/** A line of `remarks` that an import has kept for `column`, and the remarks without it. */
export const noteIn = (
  t: Translate,
  remarks: string | null,
  table: PrintedTable,
  column: string,
): { value: string; rest: string } => {
  const starts = languages.map((language) => `${t.in(language).named(`table.${table}`, column)}：`)
  const lines = (remarks ?? '').split('\n')
  const line = lines.find((one) => starts.some((start) => one.startsWith(start)))
  const rest = lines.filter((one) => one !== line).join('\n')
  return { value: line?.slice(line.indexOf('：') + 1) ?? '', rest }
}
