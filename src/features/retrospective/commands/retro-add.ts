/** `retro add`: an improvement measure with one owner and its day, and what it follows from (003-T6, R74). */
import { z } from 'zod'
import { day, long, someone, word } from '../../../kit/args.js'
import { defineCommand } from '../../../kit/command.js'
import type { Context } from '../../../kit/context.js'
import { UserError } from '../../../kit/errors.js'
import { cut } from '../../../kit/text.js'
import { localDate } from '../../../kit/time.js'
import { languages } from '../../../kit/translate.js'
import { anchorFor, type Campaign, dateIn, findCampaign, mustBeOpen } from '../../campaign/index.js'
import { findPerson, type Person, takesPart } from '../../people/index.js'
import { keepRetro, type RetroLine, retroPlan } from '../keep.js'
import { parts, partText } from '../retrospective.js'
import { retroView } from '../retrospective.views.js'
import { mustWorkIn } from '../rights.js'

const args = z.object({
  part: word(60),
  measure: word(2000),
  owner: someone(),
  planned: day(),
  shortcoming: long(2000).optional(),
  cause: long(2000).optional(),
  success: long(2000).optional(),
  campaign: word().optional(),
})
type Args = z.output<typeof args>

export const retroAdd = defineCommand({
  name: 'retro-add',
  args,
  may: 'add',
  async run(ctx, given) {
    const campaign = await findCampaign(ctx, given.campaign, { command: 'retro-add', args: asTyped(given) })
    mustBeOpen(ctx, campaign)
    await mustWorkIn(ctx, campaign)
    const line = await lineFrom(ctx, campaign, given)
    const { added } = await retroPlan(ctx, campaign.id, [line])
    if (added.length === 0) throw new UserError('retrospective.error.twice', {}, { field: 'measure' })
    await keepRetro(ctx, campaign, [line], 'retro.add')
    return retroView(campaign.id)
  },
})

/** What a button can carry: with more than that the form asks again. */
const asTyped = ({ campaign: _, ...given }: Args): Record<string, string> => {
  const typed = Object.entries(given).filter((entry): entry is [string, string] => entry[1] !== undefined)
  const length = typed.reduce((sum, [, value]) => sum + value.length, 0)
  return length > 500 ? { part: given.part } : Object.fromEntries(typed)
}

/** The key of a part that is typed by its word in any language. */
const partFrom = ({ t }: Context, typed: string): string => {
  const same = (word: string) => word.toLowerCase() === typed.toLowerCase()
  const known = parts.find(
    (one) => same(one) || languages.some((language) => same(partText(t.in(language), one))),
  )
  return known ?? typed
}

const lineFrom = async (ctx: Context, campaign: Campaign, given: Args): Promise<RetroLine> => {
  const { part, measure, owner, planned, shortcoming, cause, success } = given
  const today = localDate(ctx.at, campaign.zone)
  return {
    ...{ part: partFrom(ctx, part), measure },
    plannedOn: dateIn(planned, anchorFor(planned, today, campaign.launchOn), 'planned'),
    ownerId: (await ownerFrom(ctx, owner)).id,
    ...(shortcoming !== undefined && { shortcoming }),
    ...(cause !== undefined && { cause }),
    ...(success !== undefined && { success }),
  }
}

/** Exactly one person, who does not only read along. */
const ownerFrom = async (ctx: Context, named: string): Promise<Person> => {
  const person = await findPerson(ctx, named, 'owner')
  if (takesPart(person)) return person
  throw new UserError('retrospective.error.viewer', { name: cut(person.name, 60) }, { field: 'owner' })
}
