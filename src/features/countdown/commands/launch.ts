/** `launch`: the day T moves, and everything that is counted from it; first shown, then confirmed (F5). */
import { z } from 'zod'
import { day, seen, word } from '../../../kit/args.js'
import { defineCommand } from '../../../kit/command.js'
import type { Context } from '../../../kit/context.js'
import { UserError } from '../../../kit/errors.js'
import { type LocalDate, localDate } from '../../../kit/time.js'
import {
  anchorFor,
  bounds,
  type Campaign,
  dateIn,
  findCampaign,
  mustBeOpen,
  mustLead,
  phasesWith,
} from '../../campaign/index.js'
import { move } from '../move.js'
import { previewCard } from '../preview.cards.js'
import { type Shift, shiftTo } from '../shift.js'

const args = z.object({ to: day(), campaign: word().optional() })

export const launch = defineCommand({
  name: 'launch',
  args,
  may: 'lead',
  async run(ctx, given) {
    return previewCard(await wished(ctx, given))(ctx.t)
  },
})

export const launchMove = defineCommand({
  name: 'launch-move',
  args: args.extend({ seen: seen() }),
  may: 'lead',
  hidden: true,
  async run(ctx, { seen: version, ...given }) {
    const shift = await wished(ctx, given)
    const { campaign } = shift
    // Something has changed since the preview: what would move now is shown before it does.
    if (version !== undefined && version !== campaign.version) return previewCard(shift)(ctx.t)
    await move(ctx, shift)
    const view = { view: 'countdown.card', args: { campaign: String(campaign.id) } }
    return { ...view, subjects: [`campaign:${campaign.id}`] }
  },
})

/** @throws UserError for a day that is none, for the day it is already, and when a fixed phase stands in the way. */
const wished = async (ctx: Context, given: { to: string; campaign?: string | undefined }): Promise<Shift> => {
  const campaign = await findCampaign(ctx, given.campaign, { command: 'launch', args: { to: given.to } })
  mustLead(ctx, campaign)
  mustBeOpen(ctx, campaign)
  const launchOn = dayOf(ctx, campaign, given.to)
  const shift = await shiftTo(ctx, campaign, launchOn)
  mustBeFree(ctx, shift)
  return shift
}

const dayOf = (ctx: Context, campaign: Campaign, typed: string): LocalDate => {
  const today = localDate(ctx.at, campaign.zone)
  const launchOn = dateIn(typed, anchorFor(typed, today, campaign.launchOn), 'to')
  if (launchOn !== campaign.launchOn) return launchOn
  throw new UserError('countdown.error.same', { launch: launchOn }, { field: 'to' })
}

/** The first public day is the launch: while its phase is fixed, it stays. */
const mustBeFree = (ctx: Context, { campaign, phases, launchOn }: Shift): void => {
  const moved = phases.map(({ now }) => now)
  const first = bounds(phasesWith(ctx.t, campaign, moved))?.launchOn
  if (first === launchOn) return
  throw new UserError('countdown.error.phaseFixed', { launch: campaign.launchOn }, { field: 'to' })
}
