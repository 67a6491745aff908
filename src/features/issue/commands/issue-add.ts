/** `issue add`: a problem gets one owner and a deadline, and the channel sees it (F80, R40). */
import { z } from 'zod'
import { long, someone, word } from '../../../kit/args.js'
import { actions, card, note, text } from '../../../kit/card.js'
import { defineCommand } from '../../../kit/command.js'
import type { Context } from '../../../kit/context.js'
import { UserError } from '../../../kit/errors.js'
import { cut } from '../../../kit/text.js'
import { type Campaign, findCampaign, mustBeOpen } from '../../campaign/index.js'
import { findPerson, takesPart } from '../../people/index.js'
import { acting } from '../find.js'
import { ask, show } from '../inform.js'
import { dueFrom, issueRef, subjectsOf } from '../issue.js'
import { moment, openButton } from '../issue.lines.js'
import { addIssue, type Issue } from '../issue.repo.js'

const args = z.object({
  title: word(),
  owner: someone().optional(),
  impact: long(2000).optional(),
  measure: long(2000).optional(),
  source: word(1000).optional(),
  campaign: word().optional(),
})
type Args = z.output<typeof args>
type Owner = { id: string; name: string }

export const issueAdd = defineCommand({
  name: 'issue-add',
  args,
  may: 'add',
  async run(ctx, given) {
    const again = { command: 'issue-add', args: asTyped(given) }
    const campaign = await findCampaign(ctx, given.campaign, again)
    mustBeOpen(ctx, campaign)
    const owner = await ownerOf(ctx, given.owner)
    const issue = await add(ctx, campaign, owner, given)
    await show(ctx, issue)
    await ask(ctx, issue, owner.id, 'issue.named')
    return answer(ctx, campaign, owner, issue)
  },
})

/** What a button can carry: with more than that the form asks again. */
const asTyped = ({ campaign: _, ...given }: Args): Record<string, string> => {
  const typed = Object.entries(given).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return typed.reduce((length, [, value]) => length + value.length, 0) > 500 ? {} : Object.fromEntries(typed)
}

/** Whoever reports a problem solves it unless they name somebody. @throws UserError for nobody, several or a viewer. */
const ownerOf = async (ctx: Context, named: string | undefined): Promise<Owner> => {
  if (named === undefined) return acting(ctx)
  const person = await findPerson(ctx, named, 'owner')
  if (takesPart(person)) return person
  throw new UserError('issue.error.viewer', { name: cut(person.name, 60) }, { field: 'owner' })
}

const add = async (ctx: Context, campaign: Campaign, owner: Owner, given: Args): Promise<Issue> => {
  const { title, impact, measure, source } = given
  const issue = await addIssue(ctx.db, {
    ...{ campaignId: campaign.id, title, impact, measure, source },
    ...{ ownerId: owner.id, reportedById: acting(ctx).id, openedAt: ctx.at, dueAt: dueFrom(ctx.at) },
  })
  await ctx.record({
    action: 'issue.add',
    subject: `issue:${issue.id}`,
    campaign: campaign.id,
    after: { title, owner: owner.id, due: moment(issue.dueAt, campaign.zone) },
  })
  await ctx.changed(...subjectsOf(issue, campaign))
  return issue
}

/** The card itself stands in the channel; here only what came of it. */
const answer = (ctx: Context, campaign: Campaign, owner: Owner, issue: Issue) => {
  const { id, zone } = acting(ctx)
  const params = { name: cut(owner.name, 60), due: moment(issue.dueAt, zone) }
  const told = owner.id === id ? ctx.t('issue.answer.yours', params) : ctx.t('issue.answer.told', params)
  const title = `${issueRef(issue.id)} ${cut(issue.title, 60)}`
  const silent = campaign.channels.length === 0 ? note(ctx.t('issue.answer.noChannel')) : null
  return card(title, [text(told), silent, actions(openButton(ctx.t, issue))], 'good')
}
