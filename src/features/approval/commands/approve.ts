/** `approve`: one signature; without an approval it shows what waits for the acting person. */
import { z } from 'zod'
import { long, ref, seen } from '../../../kit/args.js'
import { defineCommand } from '../../../kit/command.js'
import { decide } from '../decide.js'
import { acting } from '../find.js'
import { waitingFor } from '../waiting.js'

export const approve = defineCommand({
  name: 'approve',
  // `step` and `seen` come from buttons. A revision never changes once it is submitted, so an older `seen`
  // only means that somebody else has signed meanwhile: nothing to refuse.
  args: z.object({ approval: ref().optional(), comment: long().optional(), step: seen(), seen: seen() }),
  // Everybody, so that strangers reach the rule that refuses and records them (F25).
  may: 'decide',
  async run(ctx, { approval, comment, step }) {
    const actor = acting(ctx)
    if (approval === undefined) return waitingFor(ctx, actor)
    return decide(ctx, actor, { approval, step, decision: 'approved', comment: comment ?? null })
  },
})
