/** `audit`: what happened, newest first (F125). Reading is everybody's right, viewers included. */
import { z } from 'zod'
import { word } from '../../../kit/args.js'
import { defineCommand } from '../../../kit/command.js'
import { aboutWhat } from '../about.js'
import { auditCard } from '../audit.cards.js'
import { eventsWhere } from '../audit.repo.js'
import { linesOf } from '../lines.js'

const usualCount = 20
/** More lines than this no chat shows well. */
const mostCount = 50

export const audit = defineCommand({
  name: 'audit',
  args: z.object({
    about: word(200).optional(),
    count: z.coerce.number().int().min(1).max(mostCount).optional(),
    campaign: word().optional(),
  }),
  may: 'anyone',
  async run(ctx, args) {
    // `audit 50` is a number of lines, not something to look for.
    const bare = /^\d{1,2}$/.test(args.about ?? '')
    const count = Math.min(args.count ?? (bare ? Number(args.about) : usualCount), mostCount) || usualCount
    const { where, title } = await aboutWhat(ctx, bare ? undefined : args.about, args.campaign)
    const { events, total } = await eventsWhere(ctx.db, where, count)
    const lines = await linesOf(ctx.db, ctx.t, events)
    const zone = ctx.actor?.zone ?? 'UTC'
    return auditCard({ title, lines, more: total - lines.length })(ctx.t, { zone })
  },
})
