/** `provide`: confirms with a value what a step asks for: a development cycle, a quantity, a date (F31). */
import { z } from 'zod'
import { ref, seen, word } from '../../../kit/args.js'
import { defineCommand } from '../../../kit/command.js'
import type { Context } from '../../../kit/context.js'
import { parseDate } from '../../../kit/dates.js'
import { UserError } from '../../../kit/errors.js'
import { localDate } from '../../../kit/time.js'
import { formatValue, parseValue } from '../../../kit/value.js'
import { campaignById } from '../../campaign/index.js'
import { isPending } from '../approval.js'
import type { Approval } from '../approval.repo.js'
import { decide } from '../decide.js'
import { acting, findApproval, representsAmong } from '../find.js'

export const provide = defineCommand({
  name: 'provide',
  args: z.object({ approval: ref(), value: word(200), step: seen(), seen: seen() }),
  may: 'decide',
  async run(ctx, { approval: named, value: typed, step }) {
    const approval = await findApproval(ctx, named)
    const value = await valueFor(ctx, approval, typed, step)
    return decide(ctx, acting(ctx), { approval: named, step, decision: 'approved', comment: null, value })
  },
})

/** What the acting person is asked for here, as they typed it. @throws UserError when it is no number or no date */
const valueFor = async (
  ctx: Context,
  { steps, campaignId }: Approval,
  typed: string,
  step: number | undefined,
): Promise<string> => {
  const actor = acting(ctx)
  const own = [actor.id, ...(await representsAmong(ctx.db, actor.id, steps, ctx.at))]
  const asked = steps.find(
    ({ id, signerId, ...rest }) => (step ? id === step : isPending(rest)) && own.includes(signerId),
  )
  if (asked && asked.kind !== 'value') throw new UserError('approval.error.noValue')
  if (asked?.asks === 'quantity') return quantity(typed)
  if (asked?.asks !== 'arrival') return typed
  const zone = (await campaignById(ctx.db, campaignId))?.zone ?? actor.zone
  const date = parseDate(typed, localDate(ctx.at, zone))
  if (date === null) throw new UserError('approval.error.date', { given: typed }, { field: 'value' })
  return date
}

const quantity = (typed: string): string => {
  const value = parseValue(typed)
  if (value?.kind !== 'amount' || value.number.lte(0))
    throw new UserError('approval.error.quantity', { given: typed }, { field: 'value' })
  return formatValue(value)
}
