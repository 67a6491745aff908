/** A typed request was approved: what it asked for takes effect. */
import { defineReaction } from '../../../kit/event.js'
import { isRequest } from '../flow/requests.js'
import { effects } from '../request/effects.js'

export const requestDecided = defineReaction({
  to: 'approval.decided',
  async run(ctx, decided) {
    const { subject, status } = decided.approval
    if (status === 'approved' && isRequest(subject)) await effects[subject]?.(ctx, decided)
  },
})
