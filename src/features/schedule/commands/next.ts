/** `next`: what the clock will send next, to whom and when. */
import { z } from 'zod'
import { defineCommand } from '../../../kit/command.js'
import type { Context } from '../../../kit/context.js'
import { campaignById } from '../../campaign/index.js'
import { type NextRun, nextCard } from '../schedule.cards.js'

const mostRuns = 10

export const next = defineCommand({
  name: 'next',
  args: z.object({}),
  may: 'read',
  run: async (ctx) => nextCard(await nextRuns(ctx))(ctx.t, { zone: ctx.actor?.zone ?? 'UTC' }),
})

const nextRuns = async (ctx: Context): Promise<NextRun[]> => {
  const runs: NextRun[] = []
  for (const { at, schedule, campaign: id } of await ctx.upcoming(mostRuns)) {
    const campaign = await campaignById(ctx.db, id)
    if (campaign) runs.push({ at, schedule, campaign: { id, name: campaign.name } })
  }
  return runs
}
