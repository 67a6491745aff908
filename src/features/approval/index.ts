/** Approvals: documents of a campaign are frozen, signed in order or jointly, once each. */
import type { Feature } from '../../kit/feature.js'
import { samples } from './approval.samples.js'
import { views } from './approval.views.js'
import { approvals, approvalsMine, approval as show } from './commands/approvals.js'
import { approve } from './commands/approve.js'
import { comment } from './commands/comment.js'
import { reject } from './commands/reject.js'
import { submit } from './commands/submit.js'
import { facts, unmetFor } from './gates.js'
import { personLeft } from './reactions/person-left.js'
import { personLinked } from './reactions/person-linked.js'

export const approval: Feature = {
  name: 'approval',
  commands: [submit, approve, reject, comment, approvals, approvalsMine, show],
  views,
  reactions: [personLeft, personLinked],
  samples,
  facts,
  gates: {
    S1: (store, campaign) => unmetFor(store, campaign, 'goals'),
    S3: (store, campaign) => unmetFor(store, campaign, 'plan'),
  },
}

export { decideButtons, showButton } from './approval.cards.js'
export { type Approval, approvalsOf } from './approval.repo.js'
export { age, decisionsFor, type OpenStep, openSteps, type Waiting } from './waiting.js'
