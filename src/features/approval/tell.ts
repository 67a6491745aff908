/** Who hears of an approval: the signers who are asked now, the channel, the submitter. */
import type { Context } from '../../kit/context.js'
import { awayAmong, deputiesAmong } from '../people/index.js'
import { approvalRef, isPending, type Step, sameAsked } from './approval.js'
import type { Approval } from './approval.repo.js'
import { setDeadline, stopDeadlines } from './deadlines.js'

const about = (approval: Approval) => ({ approval: String(approval.id) })
/** Where the card of an approval stands in the channels of its campaign. */
const placeOf = ({ id }: Approval): string => `approval:${approvalRef(id)}`
const subjectsOf = (approval: Approval) => [`approval:${approval.id}`]

/** Subjects of what shows the decisions of its signers and of their deputies. */
export const decisionsOf = async (ctx: Context, { steps }: Approval): Promise<string[]> => {
  const signers = steps.map((step) => step.signerId)
  const people = new Set([...signers, ...(await deputiesAmong(ctx.db, signers, ctx.at))])
  return [...people].map((person) => `approvals-of:${person}`)
}

/** One of the steps that a person is asked at a time stands for all of them. */
export const firstAsked = (steps: readonly Step[]): Step[] => {
  const pending = steps.filter(isPending)
  return pending.filter((step, i) => pending.findIndex((other) => sameAsked(step, other)) === i)
}

/** Puts the document before everybody who is asked now, and counts from now how long they take. */
export const askSigners = async (ctx: Context, approval: Approval): Promise<void> => {
  for (const step of firstAsked(approval.steps)) {
    await ask(ctx, approval, step, step.signerId)
    for (const { deputyId } of await awayAmong(ctx.db, [step.signerId], ctx.at))
      if (deputyId !== approval.submittedById) await ask(ctx, approval, step, deputyId)
    await setDeadline(ctx, approval, step)
  }
}

/** The place is the step and when it was asked, so that each is asked once, and anew when it is asked again. */
export const ask = (ctx: Context, approval: Approval, step: Step, person: string): Promise<void> =>
  ctx.tell(
    { person },
    { view: 'approval.request', args: { ...about(approval), step: String(step.id), person } },
    {
      replaces: `${placeOf(approval)}:step:${step.id}:${step.askedAt?.getTime() ?? 0}`,
      subjects: subjectsOf(approval),
      everywhere: true,
      because: 'approval.asked',
    },
  )

/** After a change of an approval: who is asked only now is asked, who is asked no more is left alone, cards follow. */
export const follow = async (ctx: Context, before: Approval, now: Approval): Promise<void> => {
  const key = ({ id, signerId, askedAt }: Step) => `${id} ${signerId} ${askedAt?.getTime()}`
  const known = new Set(before.steps.filter(isPending).map(key))
  await stopDeadlines(
    ctx,
    now.steps.filter((step) => !isPending(step)),
  )
  const asked = now.steps.filter((step) => isPending(step) && !known.has(key(step)))
  if (now.status === 'pending') await askSigners(ctx, { ...now, steps: asked })
  const decisions = [...(await decisionsOf(ctx, before)), ...(await decisionsOf(ctx, now))]
  await ctx.changed(`approval:${now.id}`, `campaign:${now.campaignId}`, ...new Set(decisions))
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

/** Waiting has gone on for too long: to whoever is asked, or to whoever can do something about it. */
export const nudge = (
  ctx: Context,
  approval: Approval,
  step: Step,
  to: { person: string; as: 'reminder' | 'escalation'; key: string },
): Promise<void> =>
  ctx.tell(
    { person: to.person },
    { view: `approval.${to.as}`, args: { ...about(approval), step: String(step.id), person: to.person } },
    {
      replaces: `${placeOf(approval)}:step:${step.id}:${to.as}:${to.key}`,
      subjects: subjectsOf(approval),
      because: `approval.${to.as}`,
    },
  )
