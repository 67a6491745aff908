/** `template upgrade`: what a newer version would change in a running campaign; its button does exactly that, once. */
import { z } from 'zod'
import { word } from '../../../kit/args.js'
import { actions, button, card, text } from '../../../kit/card.js'
import { defineCommand } from '../../../kit/command.js'
import type { Context } from '../../../kit/context.js'
import { UserError } from '../../../kit/errors.js'
import { cut } from '../../../kit/text.js'
import { type Campaign, campaignRef, findCampaign, mustBeOpen, mustLead } from '../../campaign/index.js'
import { templateUsed, versionButton, versionName } from '../../template/index.js'
import { outlookFor } from '../outlook.js'
import { mostShown, upgradeCard } from '../upgrade.cards.js'
import { upgrade } from '../upgrade.js'

const mine = async (ctx: Context, named: string | undefined): Promise<Campaign> => {
  const campaign = await findCampaign(ctx, named, { command: 'template-upgrade', args: {} })
  mustLead(ctx, campaign)
  mustBeOpen(ctx, campaign)
  return campaign
}

export const templateUpgrade = defineCommand({
  name: 'template-upgrade',
  args: z.object({ campaign: word().optional() }),
  may: 'lead',
  async run(ctx, { campaign: named }) {
    return upgradeCard(await outlookFor(ctx, ctx.t, await mine(ctx, named)))(ctx.t)
  },
})

export const templateUpgradeApply = defineCommand({
  name: 'template-upgrade-apply',
  args: z.object({ campaign: word(), template: word(), digest: word(60) }),
  may: 'lead',
  hidden: true,
  async run(ctx, { campaign: named, template, digest }) {
    const campaign = await mine(ctx, named)
    const { saved } = await templateUsed(ctx.db, campaign)
    const said = { campaign: campaignRef(campaign.id), template: cut(saved ? versionName(saved) : '', 80) }
    if (saved && versionButton(saved) === template) throw new UserError('reuse.error.upgraded', said)
    const outlook = await outlookFor(ctx, ctx.t, campaign)
    if (outlook.digest !== digest || outlook.changes.length > mostShown)
      return upgradeCard(outlook, true)(ctx.t)
    await upgrade(ctx, outlook)
    const now = { ...said, template: cut(versionName(outlook.row), 80) }
    const count = outlook.changes.length
    const { campaign: ref } = said
    return card(
      ctx.t('reuse.upgrade.done', now),
      [
        text(ctx.t('reuse.upgrade.did', { count, kept: outlook.kept.length })),
        actions(
          button(ctx.t('reuse.copy.show'), 'show', { campaign: ref }),
          button(ctx.t('reuse.copy.tasks'), 'tasks', { campaign: ref }),
        ),
      ],
      'good',
    )
  },
})
