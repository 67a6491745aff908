/** Two people are one: signatures of the other are theirs, and what they have signed they need not sign twice. */
import type { Actor, Context } from '../../../kit/context.js'
import { defineReaction } from '../../../kit/event.js'
import { approvalRef, isPending, sameAsked } from '../approval.js'
import { approvalById, lockApproval, openApprovalsNaming, renameIn } from '../approval.repo.js'
import { keep } from '../decide.js'
import { askSigners, decisionsOf } from '../tell.js'

export const personLinked = defineReaction({
  to: 'person.linked',
  async run(ctx, { survivor, other }) {
    const [theirs, others] = [
      await openApprovalsNaming(ctx.db, survivor.id),
      await openApprovalsNaming(ctx.db, other.id),
    ]
    const ids = [...new Set([...theirs, ...others].map(({ id }) => id))].sort((a, b) => a - b)
    // Decisions being taken now come first; later ones wait and find the one person.
    for (const id of ids) await lockApproval(ctx.db, id)
    await renameIn(ctx.db, other.id, survivor.id)
    for (const id of ids) await redraw(ctx, id)
    await ctx.changed(`approvals-of:${survivor.id}`)
    for (const id of ids) await askElsewhere(ctx, survivor.id, id)
    // Only their own word signs for them, not an administrator's who says that they are one.
    if (ctx.actor?.id !== other.id) return
    for (const id of ids) await signOnce(ctx, { ...ctx.actor, id: survivor.id }, id)
  },
})

const redraw = async (ctx: Context, id: number): Promise<void> => {
  const approval = await approvalById(ctx.db, id)
  if (approval) await ctx.changed(`approval:${id}`, ...(await decisionsOf(ctx, approval)))
}

/** What waits for them is asked where they were not known before; whoever was asked as both has it everywhere. */
const askElsewhere = async (ctx: Context, person: string, id: number): Promise<void> => {
  const approval = await approvalById(ctx.db, id)
  if (approval?.status !== 'pending') return
  const own = approval.steps.filter(({ signerId }) => signerId === person)
  const alone = own.filter((step) => own.every((other) => other === step || !sameAsked(other, step)))
  await askSigners(ctx, { ...approval, steps: alone })
}

/** What `person` has approved at a position holds for all their roles there, as if they had been one then. */
const signOnce = async (ctx: Context, person: Actor, id: number): Promise<void> => {
  const approval = await approvalById(ctx.db, id)
  if (approval?.status !== 'pending') return
  const own = approval.steps.filter(({ signerId }) => signerId === person.id)
  const signed = own.filter(({ status, carried }) => status === 'approved' && !carried)
  const steps = own.filter((step) => isPending(step) && signed.some((one) => sameAsked(one, step)))
  if (steps.length === 0) return
  const wish = { approval: approvalRef(id), decision: 'approved', comment: null } as const
  await keep(ctx, person, { approval, steps, wish })
}
