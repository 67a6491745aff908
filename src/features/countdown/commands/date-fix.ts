/** `date fix` and `date free`: what stays on its days when the launch moves. */
import { z } from 'zod'
import { word } from '../../../kit/args.js'
import { defineCommand } from '../../../kit/command.js'
import type { Context } from '../../../kit/context.js'
import { UserError } from '../../../kit/errors.js'
import { formatId, parseId } from '../../../kit/ids.js'
import {
  type Campaign,
  findCampaign,
  mustBeOpen,
  mustLead,
  phaseCalled,
  phaseName,
} from '../../campaign/index.js'
import { tasksOf } from '../../task/index.js'
import { fix, free } from '../countdown.repo.js'

const args = z.object({ what: word(200), campaign: word().optional() })

const fixing = (name: 'date-fix' | 'date-free') =>
  defineCommand({
    name,
    args,
    may: 'lead',
    async run(ctx, { what, campaign: ref }) {
      const campaign = await findCampaign(ctx, ref, { command: name, args: { what } })
      mustLead(ctx, campaign)
      mustBeOpen(ctx, campaign)
      const { subject, name: called } = await named(ctx, campaign, what)
      const { id } = campaign
      const done =
        name === 'date-fix'
          ? await fix(ctx.db, { campaignId: id, subject, byId: ctx.actor?.id ?? '', at: ctx.at })
          : await free(ctx.db, id, subject)
      if (!done)
        throw new UserError(
          name === 'date-fix' ? 'countdown.error.fixed' : 'countdown.error.free',
          { name: called },
          { field: 'what' },
        )
      const action = name === 'date-fix' ? 'countdown.fixed' : 'countdown.freed'
      await ctx.record({ action, subject, campaign: id, after: { name: called } })
      await ctx.changed(`campaign:${id}`)
      return { view: 'countdown.card', args: { campaign: String(id) }, subjects: [`campaign:${id}`] }
    },
  })

/** A task by its number, else a phase by its name. */
const named = async (ctx: Context, campaign: Campaign, what: string) => {
  const id = parseId(what)
  if (id?.prefix !== 'M') {
    const { key } = phaseCalled(ctx.t, campaign, what)
    return { subject: `phase:${key}`, name: phaseName(ctx.t, campaign, key) }
  }
  const task = (await tasksOf(ctx.db, campaign.id)).find(({ number }) => number === id.number)
  const name = formatId('M', id.number)
  if (!task) throw new UserError('countdown.error.noTask', { name }, { field: 'what' })
  return { subject: `task:${task.id}`, name }
}

export const [dateFix, dateFree] = [fixing('date-fix'), fixing('date-free')]
