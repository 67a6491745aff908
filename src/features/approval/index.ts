/** Approvals: documents of a campaign are frozen, signed in order or jointly, once each. */
import type { Feature } from '../../kit/feature.js'
import { samples } from './approval.samples.js'
import { views } from './approval.views.js'
import { align } from './commands/align.js'
import { approvals, approvalsMine, approval as show } from './commands/approvals.js'
import { approve } from './commands/approve.js'
import { comment } from './commands/comment.js'
import { consensus, consensusAsk } from './commands/consensus.js'
import { flow, flowReset, flowSet } from './commands/flow.js'
import { lineRefuse, lineRestore } from './commands/line.js'
import { provide } from './commands/provide.js'
import { reject } from './commands/reject.js'
import { requests } from './commands/request.js'
import { sendBack } from './commands/return.js'
import { approvalSheet } from './commands/sheet.js'
import { submit } from './commands/submit.js'
import { addSigner, transfer } from './commands/transfer.js'
import { urge } from './commands/urge.js'
import { withdraw } from './commands/withdraw.js'
import { facts, unmetFor } from './gates.js'
import { hears } from './hears.js'
import { documentChanged } from './reactions/document-changed.js'
import { personAway } from './reactions/person-away.js'
import { personLeft } from './reactions/person-left.js'
import { personLinked } from './reactions/person-linked.js'
import { planApproved } from './reactions/plan-approved.js'
import { requestDecided } from './reactions/request-decided.js'
import { makeSheet } from './sheet.file.js'
import { documentSettled } from './timers/document-settled.js'
import { unanswered } from './timers/unanswered.js'

export const approval: Feature = {
  name: 'approval',
  commands: [
    submit,
    approve,
    reject,
    comment,
    approvals,
    approvalsMine,
    show,
    withdraw,
    sendBack,
    transfer,
    addSigner,
    urge,
    flow,
    flowSet,
    flowReset,
    approvalSheet,
    ...requests,
    consensus,
    consensusAsk,
    align,
    provide,
    lineRefuse,
    lineRestore,
  ],
  views,
  files: { 'approval-sheet': makeSheet },
  reactions: [personLeft, personLinked, personAway, ...documentChanged, requestDecided, planApproved],
  timers: [...unanswered, documentSettled],
  samples,
  hears,
  facts,
  gates: {
    S1: (store, campaign) => unmetFor(store, campaign, 'goals'),
    S3: (store, campaign) => unmetFor(store, campaign, 'plan'),
  },
}

export { showButton } from './approval.cards.js'
export { roleName } from './approval.lines.js'
export { type Approval, approvalsOf } from './approval.repo.js'
export { type Purchasing, purchasing } from './request/purchasing.js'
export { decideButtons } from './request.cards.js'
export { age, decisionsFor, type OpenStep, openSteps, type Waiting } from './waiting.js'
