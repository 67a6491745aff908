/** Somebody is away from today on: what waits for them is put before whoever stands in (peers D6). */
import { defineReaction } from '../../../kit/event.js'
import { awayAmong } from '../../people/index.js'
import { approvalById, openApprovalsNaming } from '../approval.repo.js'
import { ask, firstAsked } from '../tell.js'

export const personAway = defineReaction({
  to: 'person.away',
  async run(ctx, { personId }) {
    for (const { deputyId } of await awayAmong(ctx.db, [personId], ctx.at))
      for (const { id } of await openApprovalsNaming(ctx.db, personId)) {
        const approval = await approvalById(ctx.db, id)
        const steps = firstAsked(approval?.steps ?? []).filter(({ signerId }) => signerId === personId)
        for (const step of steps)
          if (approval && deputyId !== approval.submittedById) await ask(ctx, approval, step, deputyId)
      }
  },
})
