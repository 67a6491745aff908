/** `audit`: what happened, newest first (F125). Reading is everybody's right, viewers included. */
import { z } from 'zod'
import { day, seen, someone, word } from '../../../kit/args.js'
import { button } from '../../../kit/card.js'
import { defineCommand } from '../../../kit/command.js'
import type { Context } from '../../../kit/context.js'
import { aboutWhat } from '../about.js'
import { auditCard } from '../audit.cards.js'
import { type AuditEvent, eventsWhere } from '../audit.repo.js'
import { linesOf } from '../lines.js'
import { narrowed } from '../narrow.js'

const usualCount = 20
/** More lines than this no chat shows well. */
const mostCount = 50

const args = z.object({
  about: word(200).optional(),
  count: z.coerce.number().int().min(1).max(mostCount).optional(),
  campaign: word().optional(),
  person: someone().optional(),
  action: word(100).optional(),
  from: day().optional(),
  to: day().optional(),
  // Where the lines before these end: only the button for them fills it in.
  before: seen(),
})
type Args = z.output<typeof args>

export const audit = defineCommand({
  name: 'audit',
  args,
  may: 'read',
  async run(ctx, given) {
    // `audit 50` is a number of lines, not something to look for.
    const bare = /^\d{1,2}$/.test(given.about ?? '')
    const about = bare ? undefined : given.about
    const count = Math.min(given.count ?? (bare ? Number(given.about) : usualCount), mostCount) || usualCount
    // Whoever asks for what a person did means it wherever it was, unless they name a campaign.
    const anywhere = about === undefined && given.campaign === undefined && given.person !== undefined
    const { where, title } = anywhere
      ? { where: {}, title: null }
      : await aboutWhat(ctx, about, given.campaign)
    const { filters, words } = await narrowed(ctx, given, where)
    const before = given.before === undefined ? [] : [{ id: { lt: given.before } }]
    const { events, total } = await eventsWhere(ctx.db, { AND: [where, ...filters, ...before] }, count)
    const lines = await linesOf(ctx.db, ctx.t, events)
    const more = total - lines.length
    return auditCard({
      title: [title, ...words].filter((part) => part !== null).join(' · '),
      lines,
      more,
      ...(more > 0 ? { further: further(ctx, { ...given, about, count }, events) } : {}),
    })(ctx.t, { zone: ctx.actor?.zone ?? ctx.defaults.zone })
  },
})

/** The same question about what was before these events. */
const further = ({ t }: Context, { before: _, ...given }: Args, events: readonly AuditEvent[]) => {
  const last = events.at(-1)
  const said = Object.entries(given).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)] as const],
  )
  return button(t('audit.earlier'), 'audit', { ...Object.fromEntries(said), before: String(last?.id ?? '') })
}
