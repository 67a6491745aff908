/** What a draft would do now, and doing it: through the rules of the features whose rows they are. */
import type { Context, Reading } from '../../kit/context.js'
import { hashOf } from '../../kit/hash.js'
import { formatId } from '../../kit/ids.js'
import { cut } from '../../kit/text.js'
import { type Campaign, movePhases, type Span } from '../campaign/index.js'
import { type ImportPlan, importTasks, planned, type TaskRow } from '../task/index.js'
import { isPhaseTable, type PrintedTable } from './printed.js'
import type { Draft } from './table.repo.js'

export interface Outcome {
  added: number
  changed: number
  unchanged: number
  /** Some of the rows that change, with their columns. */
  touched: readonly { id: string; name: string; columns: readonly string[] }[]
  /** Another when something else would be done, or on top of what somebody else has done since. */
  digest: string
}

/** All that planning needs of a draft. */
type Understood = Pick<Draft, 'table' | 'rows'>

const rowsIn = <R>({ rows }: Understood): readonly R[] => rows as unknown as R[]

const phasesIn = (campaign: Campaign, draft: Understood) => {
  const spans = rowsIn<Span>(draft)
  const stands = (span: Span) => campaign.phases.find(({ key }) => key === span.key)
  const same = (span: Span) => {
    const now = stands(span)
    return now?.fromOn === span.fromOn && now.toOn === span.toOn
  }
  return {
    added: spans.filter((span) => !stands(span)),
    changed: spans.filter((span) => stands(span) && !same(span)),
    unchanged: spans.filter(same),
  }
}

type Plan = Record<'added' | 'changed' | 'unchanged', readonly unknown[]>
const outcomeOf = (
  { added, changed, unchanged }: Plan,
  what: unknown,
  touched: Outcome['touched'] = [],
): Outcome => ({
  touched,
  added: added.length,
  changed: changed.length,
  unchanged: unchanged.length,
  digest: hashOf(what),
})

/** Changed rows of which a preview says what changes. */
const mostTouched = 8

/** Under which heading of a table a change of a task stands. */
const headings: Readonly<Record<string, string>> = {
  name: 'task',
  ownerId: 'owner',
  proposedOwnerId: 'owner',
  accepted: 'owner',
  approverId: 'approver',
  startOn: 'start',
  dueOn: 'due',
}

const touchedBy = ({ task, data, relinked }: ImportPlan['changed'][number]): Outcome['touched'][number] => {
  const columns = Object.keys(data).map((column) => headings[column] ?? column)
  const all = [...columns, ...(relinked ? ['predecessor'] : [])]
  return { id: formatId('M', task.number), name: cut(task.name, 40), columns: [...new Set(all)] }
}

/** What applying `draft` does to the campaign as it is now, when `actor` does it. */
export const outlook = async (
  { db }: Pick<Reading, 'db'>,
  campaign: Campaign,
  draft: Understood,
  actor: string,
): Promise<Outcome> => {
  if (isPhaseTable(draft.table as PrintedTable)) {
    const phases = phasesIn(campaign, draft)
    return outcomeOf(phases, campaign.phases)
  }
  const plan = await planned({ db }, campaign.id, rowsIn<TaskRow>(draft), actor)
  const touched = plan.changed.map(({ task, data, relinked }) => [task.number, task.version, data, relinked])
  const shown = plan.changed.slice(0, mostTouched).map(touchedBy)
  return outcomeOf(plan, [plan.added.map(({ number }) => number), touched], shown)
}

/** Does what `outlook` says. @throws UserError when the rows no longer fit what is there */
export const apply = async (ctx: Context, campaign: Campaign, draft: Draft): Promise<void> => {
  const { table, hash } = draft
  if (!isPhaseTable(table as PrintedTable)) {
    await importTasks(ctx, campaign, rowsIn<TaskRow>(draft), { table, hash })
    return
  }
  const { added, changed } = phasesIn(campaign, draft)
  const moved = [...added, ...changed]
  if (moved.length === 0) return
  const days = (spans: readonly Span[]) => spans.map(({ key, fromOn, toOn }) => ({ key, fromOn, toOn }))
  await movePhases(ctx, campaign, moved, {
    action: 'campaign.import',
    before: days(campaign.phases),
    after: { table, hash, phases: days(moved) },
  })
}
