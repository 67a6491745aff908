/** Two people are one: goals of the other are theirs from now on, also in the plan. */
import { defineReaction } from '../../../kit/event.js'
import { campaignById } from '../../campaign/index.js'
import { refresh } from '../change.js'
import { renameIn } from '../goal.repo.js'

export const personLinked = defineReaction({
  to: 'person.linked',
  async run(ctx, { survivor, other }) {
    const goals = await renameIn(ctx.db, other.id, survivor.id)
    for (const id of new Set(goals.map(({ campaignId }) => campaignId))) {
      const campaign = await campaignById(ctx.db, id)
      const own = goals.filter(({ campaignId }) => campaignId === id)
      if (campaign) await refresh(ctx, campaign, ...own)
    }
  },
})
