/** `export`: one of the tables as a file (F130). */
import { z } from 'zod'
import { choice, word } from '../../../kit/args.js'
import { card, file, text } from '../../../kit/card.js'
import { defineCommand } from '../../../kit/command.js'
import { fileName } from '../../../kit/file.js'
import { cut } from '../../../kit/text.js'
import { campaignRef, findCampaign } from '../../campaign/index.js'
import { tables } from '../table.js'
import { formats } from '../write.js'

export const exportTable = defineCommand({
  name: 'export',
  args: z.object({
    table: choice(tables).default('preparation-progress'),
    format: choice(formats).default('xlsx'),
    campaign: word().optional(),
  }),
  may: 'read',
  async run(ctx, { table, format, campaign: ref }) {
    const campaign = await findCampaign(ctx, ref, { command: 'export', args: { table, format } })
    const id = campaignRef(campaign.id)
    const title = ctx.t.named(`table.${table}`, 'title')
    const name = fileName(`${id} ${cut(campaign.name, 60)} ${title}`, format)
    const args = { campaign: String(campaign.id), table, format }
    await ctx.record({
      action: 'table.export',
      subject: `campaign:${campaign.id}`,
      campaign: campaign.id,
      after: { table, format },
    })
    return card(
      ctx.t('table.exported.title', { table: title }),
      [
        text(ctx.t('table.exported.text', { campaign: id, name: cut(campaign.name, 60) })),
        file(name, { file: 'table', args }),
      ],
      'good',
    )
  },
})
