/** `research add`: a segment with its approach, a competitor (SWOT), a need, or a link, with author and date (F13). */
import { z } from 'zod'
import { choice, word } from '../../../kit/args.js'
import { defineCommand } from '../../../kit/command.js'
import { UserError } from '../../../kit/errors.js'
import { cut } from '../../../kit/text.js'
import { findCampaign, mustBeOpen } from '../../campaign/index.js'
import { webLink } from '../../report/index.js'
import { kept } from '../change.js'
import { kinds, swots } from '../research.js'
import { addNote, notesOf } from '../research.repo.js'
import { researchView } from '../research.views.js'

const args = z.object({
  kind: choice(kinds),
  text: word(1000),
  approach: word(1000).optional(),
  swot: choice(swots).optional(),
  link: word(2000).optional(),
  campaign: word().optional(),
})

/** Notes a campaign may have; more is a document of its own. */
const most = 200

export const researchAdd = defineCommand({
  name: 'research-add',
  args,
  may: 'add',
  async run(ctx, { campaign: ref, ...given }) {
    const { kind, text, approach = null, swot = null } = given
    const campaign = await findCampaign(ctx, ref, { command: 'research-add', args: { kind, text } })
    mustBeOpen(ctx, campaign)
    const link = linkIn(given)
    const { id } = campaign
    const number = ((await notesOf(ctx.db, id)).at(-1)?.number ?? 0) + 1
    if (number > most) throw new UserError('research.error.full', { count: most })
    const note = { number, kind, text, approach, swot, link }
    const done = await addNote(ctx.db, { campaignId: id, ...note, byId: ctx.actor?.id ?? '', at: ctx.at })
    await kept(ctx, campaign, done, { action: 'research.add', after: note })
    return researchView(id)
  },
})

/** A link may stand where the text of a link is asked for. @throws UserError (field `link`) */
const linkIn = ({
  kind,
  text,
  link,
}: {
  kind: string
  text: string
  link?: string | undefined
}): string | null => {
  const given = link ?? (kind === 'link' ? text : undefined)
  if (given === undefined) return null
  const found = webLink(given)
  if (found !== null) return link === undefined ? null : found
  throw new UserError(
    'research.error.link',
    { given: cut(given, 60) },
    { field: link === undefined ? 'text' : 'link' },
  )
}
