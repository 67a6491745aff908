/** `return`: sends a document back to an earlier step, which is asked again (D9). */
import { z } from 'zod'
import { long, ref, seen, word } from '../../../kit/args.js'
import { button } from '../../../kit/card.js'
import { defineCommand } from '../../../kit/command.js'
import type { Context } from '../../../kit/context.js'
import { UserError } from '../../../kit/errors.js'
import { approvalRef } from '../approval.js'
import { roleName } from '../approval.lines.js'
import { type Approval, addComment } from '../approval.repo.js'
import { fullView } from '../approval.views.js'
import { acting } from '../find.js'
import { changed, hold, ownSteps, recordLife } from '../life/claim.js'
import { openPosition, resetFrom } from '../step.repo.js'

export const sendBack = defineCommand({
  name: 'return',
  args: z.object({ approval: ref(), to: word(100), reason: long(), seen: seen() }),
  may: 'decide',
  async run(ctx, { approval: named, to, reason }) {
    const held = await hold(ctx, named)
    const { approval } = held
    const [mine] = await ownSteps(ctx, held, 'return')
    const position = positionCalled(ctx, approval, mine?.position ?? 0, { to, reason })
    await resetFrom(ctx.db, approval.id, position)
    await openPosition(ctx.db, approval.id, position, ctx.at)
    const comment = { approvalId: approval.id, byId: acting(ctx).id, at: ctx.at, text: reason }
    await addComment(ctx.db, comment)
    await recordLife(ctx, approval, 'return', { from: mine?.position, to: position, reason })
    return fullView(ctx, await changed(ctx, approval))
  },
})

/** An earlier position, by its number or by a role that signs there. @throws UserError that offers those there are */
const positionCalled = (
  ctx: Context,
  { id, steps }: Approval,
  now: number,
  { to, reason }: { to: string; reason: string },
): number => {
  const earlier = steps.filter(({ position }) => position < now)
  const found = earlier.find(
    ({ position, role }) => to === String(position) || to === role || to === roleName(ctx.t, role),
  )
  if (found) return found.position
  if (earlier.length === 0) throw new UserError('approval.error.first', {}, { field: 'to' })
  const firsts = earlier.filter(
    (step, i) => earlier.findIndex(({ position }) => position === step.position) === i,
  )
  const buttons = firsts.map(({ position, role }) =>
    button(roleName(ctx.t, role), 'return', { approval: approvalRef(id), to: position, reason }),
  )
  const names = firsts.map(({ role }) => roleName(ctx.t, role)).join(', ')
  throw new UserError('approval.error.returnTo', { given: to, names }, { field: 'to', buttons })
}
