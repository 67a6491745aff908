/** `evaluation remove`: takes a row of the evaluation away. */
import { z } from 'zod'
import { ref, word } from '../../../kit/args.js'
import { defineCommand } from '../../../kit/command.js'
import { Overtaken, UserError } from '../../../kit/errors.js'
import { cut } from '../../../kit/text.js'
import { campaignRef, findCampaign, mustBeOpen, mustLead } from '../../campaign/index.js'
import { evaluationsOf, removeEvaluation } from '../evaluation.repo.js'
import { evaluationView } from '../evaluation.views.js'

export const evaluationRemove = defineCommand({
  name: 'evaluation-remove',
  args: z.object({ row: ref(), campaign: word().optional() }),
  may: 'lead',
  async run(ctx, { row: given, campaign: named }) {
    const campaign = await findCampaign(ctx, named, { command: 'evaluation-remove', args: { row: given } })
    mustLead(ctx, campaign)
    mustBeOpen(ctx, campaign)
    const { id } = campaign
    const before = (await evaluationsOf(ctx.db, id)).find(({ number }) => String(number) === given)
    if (!before) throw new UserError('evaluation.error.unknown', { given: cut(given, 40) }, { field: 'row' })
    if (!(await removeEvaluation(ctx.db, before)))
      throw new Overtaken('evaluation.error.changed', { campaign: campaignRef(id) })
    await ctx.record({ action: 'evaluation.remove', subject: `campaign:${id}`, campaign: id, before })
    await ctx.changed(`campaign:${id}`)
    return evaluationView(id)
  },
})
