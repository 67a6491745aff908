/** The last signature of the plan is given: the departments that carry it out are told, and confirm (F34). */
import { defineReaction } from '../../../kit/event.js'
import { sendNotice } from '../request/notice.js'

export const planApproved = defineReaction({
  to: 'approval.decided',
  async run(ctx, { approval, campaign }) {
    if (approval.subject === 'plan' && approval.status === 'approved')
      await sendNotice(ctx, campaign, approval)
  },
})
