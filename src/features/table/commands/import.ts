/** `import`: a pasted table, or a file that was sent, becomes tasks or phases, after a preview (F39). */
import { z } from 'zod'
import { long, sentFile, word } from '../../../kit/args.js'
import { button } from '../../../kit/card.js'
import { defineCommand } from '../../../kit/command.js'
import type { Context } from '../../../kit/context.js'
import { UserError } from '../../../kit/errors.js'
import { type Campaign, findCampaign } from '../../campaign/index.js'
import { preview } from '../draft.js'
import type { Grid } from '../read/grid.js'
import { readText } from '../read/text.js'
import { readSent, takesTables } from './import-file.js'

/** Letters of a table; 10 000 rows of 100. */
const longest = 1_000_000
/** Letters that a button still carries. */
const carried = 1500

// Nothing that may stand in a table before a colon or an equals sign names an argument: the rest would be cut off.
const args = z.object({ pasted: long(longest), into: word().optional(), fileSent: sentFile() })

export const importTable = defineCommand({
  name: 'import',
  args,
  may: 'lead',
  takes: takesTables,
  async look(outside, _organisation, { fileSent }): Promise<Grid[] | null> {
    return fileSent ? readSent(outside, fileSent) : null
  },
  async run(ctx, { pasted, into, fileSent }, sent) {
    const campaign = await meant(ctx, into, fileSent ? { fileSent } : { pasted })
    return preview(ctx, campaign, sent ?? [readText(pasted)])
  },
})

/** Where several campaigns may be meant, the buttons import the same into one of them. */
const meant = (ctx: Context, into: string | undefined, what: Record<string, string>): Promise<Campaign> =>
  findCampaign(ctx, into).catch((error) => {
    if (!(error instanceof UserError)) throw error
    const { buttons = [], ...extra } = error.extra
    const again = buttons.map(({ label, args }) =>
      button(label, 'import', { ...what, ...(args.campaign && { into: args.campaign }) }),
    )
    const shown = (what.pasted ?? '').length <= carried ? again : []
    throw new UserError(error.key, error.params, { ...extra, buttons: shown, field: 'into' })
  })
