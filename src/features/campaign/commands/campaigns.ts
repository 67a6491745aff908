/** `campaigns`: those that run, or those with one status. */
import { z } from 'zod'
import { choice } from '../../../kit/args.js'
import { defineCommand } from '../../../kit/command.js'
import { localDate } from '../../../kit/time.js'
import { statuses } from '../campaign.js'
import { campaignsWith } from '../campaign.repo.js'
import { namesOf } from '../campaign.views.js'
import { listCard } from '../list.cards.js'

/** Lines a card shows. */
const most = 20

export const campaigns = defineCommand({
  name: 'campaigns',
  args: z.object({ status: choice(statuses).optional() }),
  may: 'read',
  async run(ctx, { status }) {
    const wanted = status === undefined ? ['active', 'paused'] : [status]
    const { campaigns: found, total } = await campaignsWith(ctx.db, wanted, most)
    const names = await namesOf(ctx.db, found)
    return listCard({ campaigns: found, total, names, todayOf: ({ zone }) => localDate(ctx.at, zone) })(ctx.t)
  },
})
