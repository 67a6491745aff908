/** Somebody has left: whoever answers for a campaign hears which signatures of theirs are waited for in vain. */
import { defineReaction } from '../../../kit/event.js'
import { answerable, campaignById } from '../../campaign/index.js'
import { approvalRef } from '../approval.js'
import { openApprovalsNaming } from '../approval.repo.js'

export const personLeft = defineReaction({
  to: 'person.left',
  async run(ctx, { person }) {
    for (const { id, campaignId } of await openApprovalsNaming(ctx.db, person.id)) {
      const campaign = await campaignById(ctx.db, campaignId)
      const view = { view: 'approval.left', args: { approval: String(id), person: person.id } }
      // The moment makes it a new message when somebody leaves for the second time.
      const replaces = `approval:${approvalRef(id)}:left:${person.id}:${ctx.at.getTime()}`
      const options = { replaces, subjects: [`approval:${id}`], because: 'approval.left' }
      for (const hearer of await answerable(ctx.db, campaign))
        await ctx.tell({ person: hearer }, view, options)
    }
  },
})
