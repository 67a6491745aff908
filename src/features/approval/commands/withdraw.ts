/** `withdraw`: takes a submitted document back before it is decided (D9). */
import { z } from 'zod'
import { long, ref, seen } from '../../../kit/args.js'
import { defineCommand } from '../../../kit/command.js'
import { fullView } from '../approval.views.js'
import { hold, mustHaveSubmitted, recordLife } from '../life/claim.js'
import { endAs } from '../life/end.js'

export const withdraw = defineCommand({
  name: 'withdraw',
  args: z.object({ approval: ref(), reason: long().optional(), seen: seen() }),
  may: 'submit',
  async run(ctx, { approval: named, reason }) {
    const held = await hold(ctx, named)
    mustHaveSubmitted(ctx, held, 'withdraw')
    await recordLife(ctx, held.approval, 'withdraw', { status: 'withdrawn', ...(reason && { reason }) })
    return fullView(ctx, await endAs(ctx, held.approval, 'withdrawn'))
  },
})
