/** `import`: a pasted table becomes tasks or phases, after a preview (F39). */
import { z } from 'zod'
import { long, word } from '../../../kit/args.js'
import { button } from '../../../kit/card.js'
import { defineCommand } from '../../../kit/command.js'
import type { Context } from '../../../kit/context.js'
import { UserError } from '../../../kit/errors.js'
import { type Campaign, findCampaign } from '../../campaign/index.js'
import { active } from '../../people/index.js'
import { preview } from '../draft.js'
import { readText } from '../read/text.js'

/** Letters of a table; 10 000 rows of 100. */
const longest = 1_000_000
/** Letters that a button still carries. */
const carried = 1500

// Nothing that may stand in a table before a colon or an equals sign names an argument: the rest would be cut off.
const args = z.object({ pasted: long(longest), into: word().optional() })

export const importTable = defineCommand({
  name: 'import',
  args,
  may: active,
  async run(ctx, { pasted, into }) {
    const campaign = await meant(ctx, into, pasted)
    return preview(ctx, campaign, [readText(pasted)])
  },
})

/** Where several campaigns may be meant, the buttons import into one of them. */
const meant = (ctx: Context, into: string | undefined, pasted: string): Promise<Campaign> =>
  findCampaign(ctx, into).catch((error) => {
    if (!(error instanceof UserError)) throw error
    const { buttons = [], ...extra } = error.extra
    const again = buttons.map(({ label, args }) =>
      button(label, 'import', { pasted, ...(args.campaign && { into: args.campaign }) }),
    )
    const shown = pasted.length <= carried ? again : []
    throw new UserError(error.key, error.params, { ...extra, buttons: shown, field: 'into' })
  })
