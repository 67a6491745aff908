/** A document was edited after it was submitted: when the editing has settled, those concerned are asked again (D10). */
import type { Context } from '../../../kit/context.js'
import { defineReaction } from '../../../kit/event.js'
import type { Campaign } from '../../campaign/index.js'
import { lastApproval } from '../approval.repo.js'
import { contentHash } from '../content.js'
import { documentNow } from '../document.js'
import { subjects } from '../flow/flows.js'
import { documentSubject, settleMs } from '../timers/document-settled.js'

const watch = async (ctx: Context, { campaign }: { campaign: Campaign }): Promise<void> => {
  for (const subject of subjects) {
    const last = await lastApproval(ctx.db, campaign.id, subject)
    if (last?.status !== 'pending' && last?.status !== 'approved') continue
    const changed = contentHash(await documentNow(ctx.db, campaign, subject)) !== last.contentHash
    const timed = documentSubject(campaign.id, subject)
    const at = new Date(ctx.at.getTime() + settleMs)
    if (changed) await ctx.setTimer('approval.settled', timed, campaign.id, at)
    else await ctx.dropTimers(timed)
  }
}

export const documentChanged = [
  defineReaction({ to: 'campaign.changed', run: watch }),
  defineReaction({ to: 'goal.changed', run: watch }),
]
