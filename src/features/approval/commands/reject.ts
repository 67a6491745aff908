/** `reject`: refuses a document with a reason; it goes back to its author (F24). */
import { z } from 'zod'
import { long, ref, seen } from '../../../kit/args.js'
import { defineCommand } from '../../../kit/command.js'
import { decide } from '../decide.js'
import { acting } from '../find.js'

export const reject = defineCommand({
  name: 'reject',
  args: z.object({ approval: ref(), reason: long(), step: seen(), seen: seen() }),
  may: 'decide',
  run: (ctx, { approval, reason, step }) =>
    decide(ctx, acting(ctx), { approval, step, decision: 'rejected', comment: reason }),
})
