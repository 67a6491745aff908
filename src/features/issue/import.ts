/** Rows of a progress and issue table become issues: all or none, recorded as one import, told once to each it concerns. */
import type { Context } from '../../kit/context.js'
import { Overtaken, UserError } from '../../kit/errors.js'
import type { Campaign } from '../campaign/index.js'
import { holdPerson } from '../people/index.js'
import { acting } from './find.js'
import { isOpen, issueRef, subjectsOf } from './issue.js'
import { addIssues, type Issue, updateIssue } from './issue.repo.js'
import { changeIn, type IssueRow, newIssue, type Saying } from './row.js'

export interface IssuePlan {
  added: readonly IssueRow[]
  changed: readonly { row: IssueRow; stands: Issue }[]
}

/**
 * No card per issue goes out: the channel sees the list, whoever is to solve or confirm something theirs.
 * @param source where the rows come from, for the log
 * @throws UserError when a new issue has no owner, or somebody has changed one since
 */
export const importIssues = async (
  ctx: Context,
  campaign: Campaign,
  plan: IssuePlan,
  source: Readonly<Record<string, unknown>>,
): Promise<void> => {
  const saying = { zone: campaign.zone, at: ctx.at, by: acting(ctx).id }
  for (const person of namedIn(plan)) await holdPerson(ctx.db, person)
  if (plan.added.length > 0)
    await addIssues(
      ctx.db,
      plan.added.map((row) => newIssue(owned(row), campaign.id, saying)),
    )
  const now: Issue[] = []
  for (const one of plan.changed) now.push(await alter(ctx, one, saying))
  await record(ctx, campaign, plan, source)
  const subjects = [...plan.changed.map(({ stands }) => stands), ...now].flatMap((one) =>
    subjectsOf(one, campaign),
  )
  const owners = plan.added.map(({ ownerId }) => `issues-of:${ownerId}`)
  const general = [`campaign:${campaign.id}`, `issues-of:${campaign.ownerId}`]
  await ctx.changed(...new Set([...general, ...subjects, ...owners]))
  await tell(ctx, campaign, plan, now)
}

const owned = (row: IssueRow): IssueRow & { ownerId: string } => {
  if (row.ownerId === undefined) throw new UserError('issue.error.noOwner')
  return { ...row, ownerId: row.ownerId }
}

/** Everybody whom the plan newly names. */
const namedIn = ({ added, changed }: IssuePlan): Set<string> => {
  const renamed = changed.filter(({ row, stands }) => row.ownerId !== stands.ownerId)
  return new Set([...added, ...renamed.map(({ row }) => row)].flatMap(({ ownerId }) => ownerId ?? []))
}

const alter = async (
  ctx: Context,
  { row, stands }: IssuePlan['changed'][number],
  saying: Saying,
): Promise<Issue> => {
  const data = changeIn(stands, row, saying)
  if (await updateIssue(ctx.db, stands, data)) return { ...stands, ...data, version: stands.version + 1 }
  throw new Overtaken('issue.error.importMoved', { issue: issueRef(stands.id) })
}

/** Rows of which the log says what they were. */
const mostRecorded = 100

const record = async (
  ctx: Context,
  { id }: Campaign,
  { added, changed }: IssuePlan,
  source: object,
): Promise<void> => {
  const some = changed.slice(0, mostRecorded)
  const before = some.map(({ stands: { id: issue, status, ownerId, expectedOn } }) => [
    issueRef(issue),
    { status, ownerId, expectedOn },
  ])
  const changes = some.map(({ stands, row }) => [issueRef(stands.id), row])
  const after = { ...source, added: added.length, changed: changed.length, changes }
  await ctx.record({ action: 'issue.import', subject: `campaign:${id}`, campaign: id, before, after })
}

/** The channel when there is something new to solve; whoever got an issue, or has one to confirm, sees all of theirs. */
const tell = async (
  ctx: Context,
  { id }: Campaign,
  { added, changed }: IssuePlan,
  now: readonly Issue[],
): Promise<void> => {
  const open = added.filter(({ solved }) => !solved)
  const at = ctx.at.getTime()
  if (open.length > 0)
    await ctx.tell(
      { campaign: id },
      { view: 'issue.list', args: { campaign: String(id) } },
      { replaces: `issues:${id}:${at}`, subjects: [`campaign:${id}`], because: 'issue.opened' },
    )
  const theirs = now.filter((one, i) => isOpen(one) && one.ownerId !== changed[i]?.stands.ownerId)
  const solved = now.filter(({ status }, i) => status === 'handled' && status !== changed[i]?.stands.status)
  const people = new Set([
    ...[...open, ...theirs].flatMap(({ ownerId }) => ownerId ?? []),
    ...solved.map(({ reportedById }) => reportedById),
  ])
  people.delete(acting(ctx).id)
  for (const person of people)
    await ctx.tell(
      { person },
      { view: 'issue.mine', args: { person } },
      { replaces: `issues-of:${person}:${at}`, subjects: [`issues-of:${person}`], because: 'issue.named' },
    )
}
