/** `urge` (催办): whoever has submitted a document reminds those it waits for, at most once an hour. */
import { z } from 'zod'
import { ref, seen } from '../../../kit/args.js'
import { card, text } from '../../../kit/card.js'
import { defineCommand } from '../../../kit/command.js'
import { signerName, titleOf } from '../approval.lines.js'
import { stateOf } from '../approval.views.js'
import { hold, mustHaveSubmitted, recordLife } from '../life/claim.js'
import { firstAsked, nudge } from '../tell.js'

const hour = 3_600_000

export const urge = defineCommand({
  name: 'urge',
  args: z.object({ approval: ref(), seen: seen() }),
  may: 'submit',
  async run(ctx, { approval: named }) {
    const held = await hold(ctx, named)
    mustHaveSubmitted(ctx, held, 'urge')
    const { approval } = held
    // Said again within the hour, it is the same reminder.
    const key = `urge:${Math.floor(ctx.at.getTime() / hour)}`
    const steps = firstAsked(approval.steps)
    for (const step of steps) await nudge(ctx, approval, step, { person: step.signerId, as: 'reminder', key })
    await recordLife(ctx, approval, 'urge', { people: steps.map(({ signerId }) => signerId) })
    const state = await stateOf(ctx.db, approval)
    const who = steps.map((step) => signerName(ctx.t, step, state?.names ?? {})).join(', ')
    return card(state ? titleOf(ctx.t, state) : '', [text(ctx.t('approval.urged', { who }))], 'good')
  },
})
