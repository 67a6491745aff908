/** Who hears of an approval: the signers who are asked now, the channel, the submitter. */
import type { Context } from '../../kit/context.js'
import { deputiesAmong } from '../people/index.js'
import { approvalRef, isPending, sameAsked } from './approval.js'
import type { Approval } from './approval.repo.js'

const about = (approval: Approval) => ({ approval: String(approval.id) })
/** Where the card of an approval stands in the channels of its campaign. */
const placeOf = ({ id }: Approval): string => `approval:${approvalRef(id)}`
const subjectsOf = (approval: Approval) => [`approval:${approval.id}`]

/** Subjects of what shows the decisions of its signers and of their deputies. */
export const decisionsOf = async (ctx: Context, { steps }: Approval): Promise<string[]> => {
  const signers = steps.map((step) => step.signerId)
  const people = new Set([...signers, ...(await deputiesAmong(ctx.db, signers))])
  return [...people].map((person) => `approvals-of:${person}`)
}

/** Puts the document before everybody who is asked now; the place is the step, so that each is asked once. */
export const askSigners = async (ctx: Context, approval: Approval): Promise<void> => {
  const pending = approval.steps.filter(isPending)
  const firsts = pending.filter((step, i) => pending.findIndex((other) => sameAsked(step, other)) === i)
  for (const step of firsts) {
    const view = { view: 'approval.request', args: { ...about(approval), step: String(step.id) } }
    const replaces = `${placeOf(approval)}:step:${step.id}`
    await ctx.tell({ person: step.signerId }, view, {
      replaces,
      subjects: subjectsOf(approval),
      everywhere: true,
      because: 'approval.asked',
    })
  }
}

/** The chain with its ticks in the campaign's channel (F20). */
export const showChain = (ctx: Context, approval: Approval): Promise<void> =>
  ctx.tell(
    { campaign: approval.campaignId },
    { view: 'approval.chain', args: about(approval) },
    {
      replaces: placeOf(approval),
      subjects: subjectsOf(approval),
      because: 'approval.submitted',
    },
  )

/** The result as news: the chain card changes quietly, and an edit notifies nobody. */
export const announce = async (ctx: Context, approval: Approval): Promise<void> => {
  const view = { view: 'approval.result', args: about(approval) }
  const because = `approval.${approval.status}`
  const chain = placeOf(approval)
  const options = { replaces: `${chain}:result`, because }
  await ctx.tell({ campaign: approval.campaignId }, view, { ...options, thread: chain })
  await ctx.tell({ person: approval.submittedById }, view, options)
}

/** Somebody's comment goes to whoever can answer it. */
export const passOn = (ctx: Context, approval: Approval, comment: number): Promise<void> =>
  ctx.tell(
    { person: approval.submittedById },
    { view: 'approval.comment', args: { ...about(approval), comment: String(comment) } },
    { because: 'approval.commented' },
  )
