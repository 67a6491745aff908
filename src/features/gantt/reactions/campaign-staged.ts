/** The tasks are broken down (S4 is left): from now on the chart tells how far they move. */
import { defineReaction } from '../../../kit/event.js'
import { tasksOf } from '../../task/index.js'
import { keepFirst } from '../gantt.repo.js'

export const campaignStaged = defineReaction({
  to: 'campaign.staged',
  async run(ctx, { campaign }) {
    if (campaign.stage === 'S5') await keepFirst(ctx.db, await tasksOf(ctx.db, campaign.id))
  },
})
