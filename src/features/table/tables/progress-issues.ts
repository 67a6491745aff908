/** 《推广进度跟踪与问题处理表》, the issues of a campaign (003-T4, D12): nine columns, a row per issue, by day. */
import type { Reading } from '../../../kit/context.js'
import type { Translate } from '../../../kit/translate.js'
import type { Campaign } from '../../campaign/index.js'
import { expectedOf, happenedOf, isOpen, issuesOf } from '../../issue/index.js'
import { peopleByIds } from '../../people/index.js'
import type { Sheet } from '../sheet.js'
import { columnsFor } from './columns.js'

/** The table has two words: what is confirmed is 已处理 as well, what nobody has begun 处理中. */
const stateIn = (t: Translate, solved: boolean): string =>
  t.named('issue.status', solved ? 'handled' : 'handling')

export const progressIssues = async (
  { db }: Reading,
  { id, zone }: Campaign,
  t: Translate,
): Promise<Sheet> => {
  const issues = (await issuesOf(db, id))
    .map((issue) => ({ issue, date: happenedOf(issue, zone) }))
    .toSorted((a, b) => a.date.localeCompare(b.date) || a.issue.id - b.issue.id)
  const people = await peopleByIds(
    db,
    issues.map(({ issue }) => issue.ownerId),
  )
  const names = new Map(people.map((person) => [person.id, person.name]))
  return {
    title: t.named('table.progress-issues', 'title'),
    columns: columnsFor(t, 'progress-issues', {
      date: { kind: 'date' },
      expected: { kind: 'date' },
      state: { kind: 'choice', choices: [false, true].map((solved) => stateIn(t, solved)) },
    }),
    rows: issues.map(({ issue, date }) => [
      date,
      issue.progress ?? '',
      issue.rate ? `${issue.rate.toFixed()}%` : '',
      issue.title,
      issue.impact ?? '',
      names.get(issue.ownerId) ?? '',
      issue.measure ?? '',
      expectedOf(issue, zone),
      stateIn(t, !isOpen(issue)),
    ]),
  }
}
