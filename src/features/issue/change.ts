/** The one way in which an issue changes: compare-and-set on its version, record, redraw – and the refusals before it. */
import { button } from '../../kit/card.js'
import type { Actor, Context } from '../../kit/context.js'
import { Overtaken, UserError } from '../../kit/errors.js'
import { cut } from '../../kit/text.js'
import { type Campaign, leads } from '../campaign/index.js'
import { acting, type Found } from './find.js'
import { issueRef, mayMove, type Status, subjectsOf } from './issue.js'
import { type Issue, type IssueChange, issueById, updateIssue } from './issue.repo.js'

/** Owner, reporter, general owner, planner and admin move an issue; others are refused and recorded. */
export const mustWorkOn = (ctx: Context, { issue, campaign }: Found): void => {
  const actor = acting(ctx)
  if ([issue.ownerId, issue.reportedById].includes(actor.id) || leads(actor, campaign)) return
  throw denied(ctx, issue, 'issue.error.notYours')
}

/** Whoever reported it or leads the campaign says that it is solved (F84); admins, when both have left. */
const confirms = (actor: Actor, issue: Issue, campaign: Campaign): boolean =>
  [issue.reportedById, campaign.ownerId].includes(actor.id) || actor.roles.includes('admin')

/** @throws UserError unless the actor may confirm; it is recorded. */
export const mustConfirm = (ctx: Context, { issue, campaign }: Found): void => {
  if (!confirms(acting(ctx), issue, campaign)) throw denied(ctx, issue, 'issue.error.notConfirmer')
}

const naming = (ctx: Context, issue: Issue) => ({
  issue: `${issueRef(issue.id)} ${cut(issue.title, 60)}`,
  status: ctx.t.named('issue.status', issue.status),
})

const openIssue = (ctx: Context, issue: Issue) =>
  button(ctx.t('issue.open.card'), 'issue', { issue: issueRef(issue.id) })

const denied = (
  ctx: Context,
  issue: Issue,
  key: 'issue.error.notYours' | 'issue.error.notConfirmer',
): UserError => {
  const record = { action: 'issue.denied', subject: `issue:${issue.id}`, campaign: issue.campaignId }
  return new UserError(key, naming(ctx, issue), { buttons: [openIssue(ctx, issue)], record })
}

/** @throws UserError when the issue is there already, or when there is no way from its status to `to`. */
export const refuseImpossible = (ctx: Context, issue: Issue, to: Status): void => {
  if (issue.status === to) throw new UserError('issue.error.already', naming(ctx, issue))
  if (mayMove(issue.status, to)) return
  const params = { ...naming(ctx, issue), to: ctx.t.named('issue.status', to) }
  throw new UserError('issue.error.move', params, { buttons: [openIssue(ctx, issue)] })
}

/** @throws UserError when the button was drawn from an older version: it says how the issue stands now. */
export const refuseStale = (ctx: Context, issue: Issue, seen: number | undefined): void => {
  if (seen !== undefined && seen < issue.version) throw changed(ctx, issue)
}

const changed = (ctx: Context, issue: Issue, Refusal = UserError): UserError =>
  new Refusal('issue.error.changed', naming(ctx, issue), { buttons: [openIssue(ctx, issue)] })

/**
 * Keeps `data`, records old and new status and has every card that shows the issue drawn again.
 * @returns the issue as it is now. @throws UserError when somebody was faster.
 */
export const change = async (
  ctx: Context,
  { issue, campaign }: Found,
  data: IssueChange,
  action: string,
): Promise<Issue> => {
  if (!(await updateIssue(ctx.db, issue, data))) {
    throw changed(ctx, (await issueById(ctx.db, issue.id)) ?? issue, Overtaken)
  }
  const now: Issue = { ...issue, ...data, version: issue.version + 1 }
  await ctx.record({
    action,
    subject: `issue:${issue.id}`,
    campaign: campaign.id,
    before: { status: issue.status },
    after: { status: now.status },
  })
  await ctx.changed(...subjectsOf(now, campaign))
  return now
}
