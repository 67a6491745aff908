/** `doctor`: what is wrong with the set-up, and its cure. */
import { z } from 'zod'
import { defineCommand } from '../../../kit/command.js'
import { doctorCard } from '../doctor.cards.js'
import { examine } from '../examine.js'

export const doctor = defineCommand({
  name: 'doctor',
  args: z.object({}),
  may: 'inspect',
  look: (outside, organisation) => outside.findings(organisation),
  run: async (ctx, _args, findings) =>
    doctorCard([...findings, ...(await examine(ctx, ctx.defaults.zone, ctx.organisation))])(ctx.t),
})
