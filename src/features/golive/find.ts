/** From a number or a name to one test item, for those who may say what came of it. */

import type { Context } from '../../kit/context.js'
import { Overtaken, UserError } from '../../kit/errors.js'
import { folded } from '../../kit/fold.js'
import { cut } from '../../kit/text.js'
import { type Campaign, findCampaign, leads, mustBeOpen } from '../campaign/index.js'
import { testName } from './golive.cards.js'
import { checks } from './golive.js'
import { itemsOf, keepItem, type TestItem } from './golive.repo.js'

export interface Meant {
  campaign: Campaign
  item: TestItem
}

/** @throws UserError when there is no such test, or its campaign is over */
export const findTest = async (
  ctx: Context,
  named: string,
  campaignNamed: string | undefined,
  again: { command: string; args: Record<string, string> },
): Promise<Meant> => {
  const campaign = await findCampaign(ctx, campaignNamed, again)
  mustBeOpen(ctx, campaign)
  const items = await itemsOf(ctx.db, campaign.id)
  const wanted = folded(named)
  const item =
    items.find(({ number }) => String(number) === wanted) ??
    items.find((one) => ctx.t.named('golive.check', one.key).toLowerCase() === wanted)
  if (item) return { campaign, item }
  const params = { given: cut(named, 60), count: checks.length }
  throw new UserError('golive.error.unknown', params, { field: 'test' })
}

/** Whoever owns the item, and whoever leads the campaign. @throws UserError for others; it is recorded */
export const mustTest = (ctx: Context, { campaign, item }: Meant): void => {
  if (ctx.actor?.id === item.ownerId || leads(ctx.actor, campaign)) return
  const record = { action: 'golive.denied', subject: `campaign:${campaign.id}`, campaign: campaign.id }
  throw new UserError('golive.error.notYours', { name: testName(ctx.t, item) }, { record })
}

/** Keeps what changes about a test and records it. @throws Overtaken when somebody was faster */
export const changeTest = async (
  ctx: Context,
  { campaign, item }: Meant,
  action: 'golive.test' | 'golive.owner',
  data: Parameters<typeof keepItem>[2],
): Promise<void> => {
  if (!(await keepItem(ctx.db, item, data)))
    throw new Overtaken('golive.error.changed', { name: testName(ctx.t, item) })
  const { result, ownerId, note } = { ...item, ...data }
  await ctx.record({
    ...{ action, subject: `campaign:${campaign.id}`, campaign: campaign.id },
    before: { test: item.key, result: item.result, ownerId: item.ownerId },
    after: { test: item.key, result, ownerId, ...(note && { note }) },
  })
  await ctx.changed(`campaign:${campaign.id}`)
}
