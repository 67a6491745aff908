/** `line-refuse` and `line-restore`: whoever decides about a budget form leaves one of its lines out, with a reason (F28). */
import { z } from 'zod'
import { long, ref } from '../../../kit/args.js'
import { defineCommand } from '../../../kit/command.js'
import type { Context } from '../../../kit/context.js'
import { Overtaken, UserError } from '../../../kit/errors.js'
import { approvalRef } from '../approval.js'
import { fullView } from '../approval.views.js'
import { changed, type Held, hold, ownSteps, recordLife } from '../life/claim.js'
import { linesOf, refusalsIn } from '../request/budget.js'
import { keepValue } from '../step.repo.js'

const line = z.coerce.number().int().min(1)

/** @param reason null: the line is taken in again */
const setLine = async (ctx: Context, named: string, number: number, reason: string | null) => {
  const held = await hold(ctx, named)
  const mine = await ownSteps(ctx, held, 'line')
  mustBeSomebodyElses(ctx, held)
  const step = mine.find(({ asks }) => asks === 'lines')
  const known = linesOf(held.approval).find((one) => one.number === number)
  if (!step || !known) throw new UserError('approval.error.line', { given: number }, { field: 'line' })
  const { [String(number)]: _, ...others } = refusalsIn(step.value)
  const refusals = reason === null ? others : { ...others, [number]: reason }
  if (Object.keys(refusals).length === linesOf(held.approval).length)
    throw new UserError('approval.error.allLines', {}, { field: 'line' })
  const value = Object.keys(refusals).length > 0 ? JSON.stringify(refusals) : null
  if ((await keepValue(ctx.db, step.id, value)) === 0) throw new Overtaken('approval.error.moved')
  await recordLife(ctx, held.approval, 'line', { line: known.text, refused: reason })
  return fullView(ctx, await changed(ctx, held.approval))
}

/** Nobody decides about what they submit, not in somebody's place either (D11). */
const mustBeSomebodyElses = (ctx: Context, { approval }: Held): void => {
  const { id, campaignId, subject, revision, submittedById } = approval
  if (ctx.actor?.id !== submittedById) return
  const after = { subject, revision, tried: 'line' }
  const record = { action: 'approval.denied', subject: `approval:${id}`, campaign: campaignId, after }
  throw new UserError('approval.error.submitted', { ref: approvalRef(id) }, { record })
}

export const lineRefuse = defineCommand({
  name: 'line-refuse',
  args: z.object({ approval: ref(), line, reason: long(500) }),
  may: 'decide',
  run: (ctx, { approval, line: number, reason }) => setLine(ctx, approval, number, reason),
})

export const lineRestore = defineCommand({
  name: 'line-restore',
  args: z.object({ approval: ref(), line }),
  may: 'decide',
  run: (ctx, { approval, line: number }) => setLine(ctx, approval, number, null),
})
