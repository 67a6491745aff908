/** A step is still not decided: its signer is reminded, then its campaign's owner hears of it, then it goes back. */
import type { Context } from '../../../kit/context.js'
import type { Ring, Timer } from '../../../kit/timer.js'
import { answerable, campaignById } from '../../campaign/index.js'
import { awayAmong } from '../../people/index.js'
import { isPending, type Step } from '../approval.js'
import { type Approval, approvalOfStep } from '../approval.repo.js'
import { type Deadline, setDeadline, stepOf } from '../deadlines.js'
import { expire } from '../life/expire.js'
import { nudge } from '../tell.js'

type Late = (ctx: Context, approval: Approval, step: Step) => Promise<void>

/** A signer who is away is not bothered; whoever stands in is. */
const remind: Late = async (ctx, approval, step) => {
  const away = await awayAmong(ctx.db, [step.signerId], ctx.at)
  const hearers = away.length > 0 ? away.map(({ deputyId }) => deputyId) : [step.signerId]
  for (const person of hearers) await nudge(ctx, approval, step, { person, as: 'reminder', key: '1' })
  await setDeadline(ctx, approval, step, 'escalate')
}

const escalate: Late = async (ctx, approval, step) => {
  const campaign = await campaignById(ctx.db, approval.campaignId)
  for (const person of await answerable(ctx.db, campaign))
    await nudge(ctx, approval, step, { person, as: 'escalation', key: '1' })
  await setDeadline(ctx, approval, step, 'expire')
}

/** Looks at the step as it is now; while the campaign is paused, nobody is bothered and nothing expires. */
const when =
  (deadline: Deadline, late: Late) =>
  async (ctx: Context, { subject }: Ring): Promise<void> => {
    const approval = await approvalOfStep(ctx.db, stepOf(subject))
    const step = approval?.steps.find(({ id }) => id === stepOf(subject))
    const campaign = approval && (await campaignById(ctx.db, approval.campaignId))
    if (!approval || !step || approval.status !== 'pending' || !isPending(step)) return
    if (campaign?.status === 'active') await late(ctx, approval, step)
    else if (campaign?.status === 'paused') await setDeadline(ctx, approval, step, deadline)
  }

export const unanswered: readonly Timer[] = [
  { name: 'approval.remind', run: when('remind', remind) },
  { name: 'approval.escalate', run: when('escalate', escalate) },
  { name: 'approval.expire', run: when('expire', expire) },
]
