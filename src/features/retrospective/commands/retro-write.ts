/** `retro write`: a section of the retrospective report (004-T4); one of the four, or a dimension of one's own. */
import { z } from 'zod'
import { long, word } from '../../../kit/args.js'
import { defineCommand } from '../../../kit/command.js'
import type { Context } from '../../../kit/context.js'
import { cut, plainText } from '../../../kit/text.js'
import { languages } from '../../../kit/translate.js'
import { findCampaign, mustBeOpen, mustLead } from '../../campaign/index.js'
import { reportDimensions, reportDimensionText } from '../retrospective.js'
import { retroView } from '../retrospective.views.js'
import { keepSections } from '../sections.js'

export const retroWrite = defineCommand({
  name: 'retro-write',
  args: z.object({ dimension: word(60), text: long(10_000), campaign: word().optional() }),
  may: 'work',
  async run(ctx, { dimension: typed, text, campaign: ref }) {
    const again = { dimension: typed, text: cut(text, 300) }
    const campaign = await findCampaign(ctx, ref, {
      command: 'retro-write',
      // With more than that a button could not carry it: the form asks again.
      args: text.length > 300 ? { dimension: typed } : again,
    })
    mustLead(ctx, campaign)
    mustBeOpen(ctx, campaign)
    const empty = ['-', '–', plainText(ctx.t('retrospective.nothing'))].includes(text)
    await keepSections(ctx, campaign, [
      { dimension: dimensionFrom(ctx, typed), content: empty ? null : text },
    ])
    return retroView(campaign.id)
  },
})

/** The key of a dimension that is typed by its word in any language. */
const dimensionFrom = ({ t }: Context, typed: string): string => {
  const same = (word: string) => word.toLowerCase() === typed.toLowerCase()
  const known = reportDimensions.find(
    (one) => same(one) || languages.some((language) => same(reportDimensionText(t.in(language), one))),
  )
  return known ?? typed
}
