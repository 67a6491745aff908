/** What changes for everybody in a campaign at once: it is there, it is called off, it is called differently, a day begins. */
import type { Context } from '../../../kit/context.js'
import { defineReaction } from '../../../kit/event.js'
import { openSteps } from '../../approval/index.js'
import { type Campaign, leadersOf } from '../../campaign/index.js'
import { handledIssuesOf, openIssuesOf } from '../../issue/index.js'
import { deputiesAmong } from '../../people/index.js'
import { isOpen, tasksOf } from '../../task/index.js'
import { pageOf } from '../home.js'

/** Redraws the pages on which something of `campaign` stands. */
const redraw = async (ctx: Context, { campaign }: { campaign: Campaign }): Promise<void> => {
  const { db } = ctx
  const tasks = (await tasksOf(db, campaign.id)).filter(isOpen)
  const signers = (await openSteps(db, campaign.id)).map(({ signerId }) => signerId)
  const issues = [...(await openIssuesOf(db, campaign.id)), ...(await handledIssuesOf(db, campaign.id))]
  const people = [
    ...leadersOf(campaign),
    ...tasks.flatMap(({ ownerId, proposedOwnerId, approverId }) => [ownerId, proposedOwnerId, approverId]),
    ...signers,
    ...(await deputiesAmong(db, signers, ctx.at)),
    ...issues.flatMap(({ ownerId, reportedById }) => [ownerId, reportedById]),
  ]
  await ctx.changed(...new Set(people.flatMap((person) => (person === null ? [] : [pageOf(person)]))))
}

export const campaignNews = [
  defineReaction({ to: 'campaign.created', run: redraw }),
  defineReaction({ to: 'campaign.changed', run: redraw }),
  defineReaction({ to: 'campaign.day', run: redraw }),
]
