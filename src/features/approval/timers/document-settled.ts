/** Nobody has edited a submitted document for a while: it is what is to be signed now. */
import type { Timer } from '../../../kit/timer.js'
import { campaignById } from '../../campaign/index.js'
import { renewLast } from '../renew.js'

/** Milliseconds without another edit: several sections are usually changed one after the other. */
export const settleMs = 5 * 60_000

export const documentSubject = (campaign: number, subject: string): string =>
  `approval-document:${campaign}:${subject}`

export const documentSettled: Timer = {
  name: 'approval.settled',
  async run(ctx, { subject, campaign: id }) {
    const campaign = await campaignById(ctx.db, id)
    if (campaign) await renewLast(ctx, campaign, subject.split(':').at(-1) ?? '')
  },
}
