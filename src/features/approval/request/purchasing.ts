/** Whether purchasing may start: only with what finance has approved of the budget form (R33, F28). */
import type { Db } from '../../../kit/store.js'
import { approvalRef } from '../approval.js'
import { approvalsIn } from '../approval.repo.js'
import { kept, linesOf, totalOf } from './budget.js'

export type Purchasing =
  | { may: true; ref: string; lines: string[]; total: string }
  | { may: false; because: 'none' | 'pending' | 'rejected'; ref?: string }

/** By the last budget form of a campaign; one that is asked for anew leaves the approved one in force meanwhile. */
export const purchasing = async (db: Db, campaignId: number): Promise<Purchasing> => {
  const forms = await approvalsIn(db, campaignId, 'budget')
  const approved = forms.findLast(({ status }) => status === 'approved')
  const last = forms.at(-1)
  if (approved) {
    const lines = kept(linesOf(approved))
    const texts = lines.map(({ text }) => text)
    return { may: true, ref: approvalRef(approved.id), lines: texts, total: totalOf(lines) }
  }
  if (!last) return { may: false, because: 'none' }
  const because = last.status === 'pending' ? 'pending' : 'rejected'
  return { may: false, because, ref: approvalRef(last.id) }
}
