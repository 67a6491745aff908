/** `programme put` and `programme take`: a campaign belongs to a programme, or to none any more. */
import { z } from 'zod'
import { word } from '../../../kit/args.js'
import { card, text } from '../../../kit/card.js'
import { defineCommand } from '../../../kit/command.js'
import type { Context } from '../../../kit/context.js'
import { UserError } from '../../../kit/errors.js'
import { cut } from '../../../kit/text.js'
import {
  type Campaign,
  campaignRef,
  campaignsIn,
  changeCampaign,
  findCampaign,
  mustLead,
} from '../../campaign/index.js'
import { findProgramme } from '../find.js'
import { type Programme, programmeById } from '../programme.repo.js'
import { programmeView } from '../programme.views.js'

/** Campaigns whose changes redraw the card. */
const most = 20

export const programmePut = defineCommand({
  name: 'programme-put',
  args: z.object({ campaign: word(), programme: word() }),
  may: 'lead',
  async run(ctx, { campaign: named, programme: typed }) {
    const campaign = await findCampaign(ctx, named, { command: 'programme-put', args: { programme: typed } })
    mustLead(ctx, campaign)
    const programme = await findProgramme(ctx, typed)
    if (campaign.programmeId !== programme.id) await move(ctx, campaign, programme)
    return programmeView(programme, (await campaignsIn(ctx.db, programme.id, most)).campaigns)
  },
})

export const programmeTake = defineCommand({
  name: 'programme-take',
  args: z.object({ campaign: word() }),
  may: 'lead',
  async run(ctx, { campaign: named }) {
    const campaign = await findCampaign(ctx, named, { command: 'programme-take', args: {} })
    mustLead(ctx, campaign)
    const said = { campaign: campaignRef(campaign.id) }
    const before = await move(ctx, campaign, null)
    if (!before) throw new UserError('programme.error.none', said, { field: 'campaign' })
    return card(
      ctx.t('programme.card.title', { name: cut(before.name, 60) }),
      [text(ctx.t('programme.taken', said))],
      'good',
    )
  },
})

/** @returns the programme it belonged to */
const move = async (ctx: Context, campaign: Campaign, to: Programme | null): Promise<Programme | null> => {
  const before = campaign.programmeId === null ? null : await programmeById(ctx.db, campaign.programmeId)
  if (!before && !to) return null
  await changeCampaign(ctx, campaign, {
    action: 'campaign.programme',
    before: { programme: before?.name ?? null },
    after: { programme: to?.name ?? null },
    data: { programmeId: to?.id ?? null },
  })
  await ctx.changed(...[before, to].flatMap((one) => (one ? [`programme:${one.id}`] : [])))
  return before
}
