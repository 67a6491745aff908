/** Somebody has left: whoever answers for a campaign hears once which of its tasks wait for them in vain. */
import type { Context } from '../../../kit/context.js'
import { defineReaction } from '../../../kit/event.js'
import { answerable, type Campaign, campaignById, isOpen } from '../../campaign/index.js'
import type { Person } from '../../people/index.js'
import { openTasksNaming } from '../task.repo.js'

export const personLeft = defineReaction({
  to: 'person.left',
  async run(ctx, { person }) {
    const tasks = await openTasksNaming(ctx.db, person.id)
    for (const id of new Set(tasks.map(({ campaignId }) => campaignId))) {
      const campaign = await campaignById(ctx.db, id)
      if (!campaign || !isOpen(campaign)) continue
      for (const hearer of await answerable(ctx.db, campaign)) await tell(ctx, hearer, campaign, person)
    }
  },
})

const tell = (ctx: Context, hearer: string, { id }: Campaign, { id: left }: Person): Promise<void> =>
  ctx.tell(
    { person: hearer },
    { view: 'task.left', args: { campaign: String(id), person: left } },
    // The moment makes it a new message when somebody leaves for the second time.
    {
      replaces: `task.left:${id}:${left}:${ctx.at.getTime()}`,
      subjects: [`tasks-of:${left}`],
      because: 'task.left',
    },
  )
