/** `audit verify`: walks the chain of the log, and says whether anything was altered, taken out or put in. */
import { z } from 'zod'
import { word } from '../../../kit/args.js'
import type { ChainedEvent, ChainReport } from '../../../kit/chain.js'
import { defineCommand } from '../../../kit/command.js'
import type { Context } from '../../../kit/context.js'
import { UserError } from '../../../kit/errors.js'
import { type Line, linesOf } from '../lines.js'
import { verifiedCard } from '../verify.cards.js'

/** A hash, or as much of its beginning as is surely nobody else's. */
const hashIn = (text: string | undefined): string | undefined =>
  text && /^[0-9a-f]{12,64}$/i.test(text.trim()) ? text.trim().toLowerCase() : undefined

export const auditVerify = defineCommand({
  name: 'audit-verify',
  personal: true,
  args: z.object({ hash: word(100).optional() }),
  may: 'verify',
  look: (outside, organisation, args) => outside.chain(organisation, hashIn(args.hash)),
  async run(ctx, args, report: ChainReport) {
    const asked = hashIn(args.hash)
    if (args.hash !== undefined && asked === undefined)
      throw new UserError('audit.error.hash', { given: args.hash }, { field: 'hash' })
    const { broken } = report
    const lines = {
      event: await lineOf(ctx, broken?.event ?? null),
      before: await lineOf(ctx, broken?.before ?? null),
    }
    const zone = ctx.actor?.zone ?? ctx.defaults.zone
    return verifiedCard({ report, lines, asked })(ctx.t, { zone })
  },
})

const lineOf = async ({ db, t }: Context, event: ChainedEvent | null): Promise<Line | undefined> => {
  if (!event) return undefined
  const [line] = await linesOf(db, t, [{ ...event, before: null, after: null }])
  return line
}
