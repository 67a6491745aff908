/** A revision of a document: what is frozen, what of the last one still holds, who is asked. */
import type { Context } from '../../kit/context.js'
import type { Campaign } from '../campaign/index.js'
import { newSteps, type Step, stillValid } from './approval.js'
import { type Approval, addApproval } from './approval.repo.js'
import { type Content, contentHash } from './content.js'
import { type Chosen, chosenFlow } from './flow/chosen.js'
import { amountIn, type Facts, holds } from './flow/condition.js'
import type { FlowStep } from './flow/flows.js'
import { signersFor } from './signers.js'

export interface Submission {
  campaign: Campaign
  subject: Approval['subject']
  topic: string
  content: Content
  submitter: string
  /** People whom the request names for its steps, by role. */
  named?: Readonly<Record<string, string>>
  /** Who is asked, where that is not in the flow but follows from the campaign. */
  asked?: readonly FlowStep[]
}

/** What the conditions of a flow are judged by. */
const factsOf = ({ campaign, content }: Submission): Facts => {
  const budget = content.sections.find(({ item }) => item === 'budget')?.content ?? ''
  return {
    amount: amountIn(budget),
    type: campaign.type,
    text: content.sections.map(({ content: text }) => text).join('\n'),
    sections: content.sections.filter(({ content: text }) => text !== '').map(({ item }) => item),
  }
}

/** The steps that are asked for with this content. */
const stepsFor = (submission: Submission, steps: readonly FlowStep[]): FlowStep[] => {
  const facts = factsOf(submission)
  return steps.filter(({ when }) => when === undefined || holds(when, facts))
}

/** What was decided on the last revision and still holds; another flow starts anew. */
const carriedFrom = (last: Approval | null, { name, flow }: Chosen, content: Content): Step[] =>
  last && last.preset === name ? stillValid(flow, last.content, content, last.steps) : []

/**
 * Stores the next revision after `last` with its steps; null when somebody else has stored it at the same time.
 * @throws UserError when a role has no signer
 */
export const addRevision = async (
  ctx: Context,
  submission: Submission,
  last: Approval | null,
): Promise<Approval | null> => {
  const { campaign, subject, topic, content, submitter, named = {}, asked } = submission
  const chosen = await chosenFlow(ctx.db, campaign, subject)
  const carried = carriedFrom(last, chosen, content)
  const steps = stepsFor(submission, asked ?? chosen.flow.steps)
  const settled = new Set(carried.map(({ kind, role }) => `${kind} ${role}`))
  const signers = await signersFor(ctx, campaign, steps, { submitter, settled, named })
  const approval = {
    ...{ campaignId: campaign.id, subject, topic, revision: (last?.revision ?? 0) + 1 },
    ...{ preset: chosen.name, content },
    ...{ contentHash: contentHash(content), submittedById: submitter, submittedAt: ctx.at },
  }
  return addApproval(ctx.db, approval, newSteps({ steps, signers, carried, at: ctx.at }))
}
