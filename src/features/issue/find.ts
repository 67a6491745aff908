/** From `I-5` to the issue with its campaign. */
import { button } from '../../kit/card.js'
import type { Actor, Context } from '../../kit/context.js'
import { UserError } from '../../kit/errors.js'
import { parseId } from '../../kit/ids.js'
import { cut } from '../../kit/text.js'
import { type Campaign, campaignById } from '../campaign/index.js'
import { type Issue, issueById } from './issue.repo.js'

/** Who presses or types; the clock never changes an issue. */
export const acting = (ctx: Context): Actor => {
  if (!ctx.actor) throw new Error('a change of an issue needs somebody')
  return ctx.actor
}

export interface Found {
  issue: Issue
  campaign: Campaign
}

/** @throws UserError (field `issue`) when there is no such issue. */
export const findIssue = async (ctx: Context, text: string): Promise<Found> => {
  const id = parseId(text)
  const issue = id?.prefix === 'I' ? await issueById(ctx.db, id.number) : null
  const campaign = issue && (await campaignById(ctx.db, issue.campaignId))
  if (issue && campaign) return { issue, campaign }
  const buttons = [button(ctx.t('issue.open.list'), 'issues')]
  throw new UserError('issue.error.unknown', { given: cut(text, 60) }, { field: 'issue', buttons })
}
