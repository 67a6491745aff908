/** What follows from a request that was approved: a remark on the task it is about, other days of the campaign. */
import type { Context } from '../../../kit/context.js'
import { parseId } from '../../../kit/ids.js'
import { plainText } from '../../../kit/text.js'
import { localDate } from '../../../kit/time.js'
import type { Language } from '../../../kit/translate.js'
import { type Campaign, movePhases, phaseCalled } from '../../campaign/index.js'
import { changeTask, taskNumbered } from '../../task/index.js'
import { approvalRef } from '../approval.js'
import type { Approval } from '../approval.repo.js'
import type { RequestKind } from '../flow/requests.js'
import { extended } from './extension.js'

export interface Decided {
  approval: Approval
  campaign: Campaign
}
export type Effect = (ctx: Context, decided: Decided) => Promise<void>

const contentOf = ({ content }: Approval, item: string): string | undefined =>
  content.sections.find((section) => section.item === item)?.content

/** `已通过运营组审核` on the task that the request names; a topic in words names none (F30). */
const remark =
  (kind: 'prototype' | 'goal-budget'): Effect =>
  async (ctx, { approval, campaign }) => {
    const id = parseId(approval.topic)
    const task = id?.prefix === 'M' ? await taskNumbered(ctx.db, campaign.id, id.number) : null
    if (!task) return
    const said = ctx.t.in(campaign.language as Language)(`approval.remark.${kind}`, {
      ...{ ref: approvalRef(approval.id), amount: contentOf(approval, 'amount') ?? '' },
      date: localDate(ctx.at, campaign.zone),
    })
    const remarks = [task.remarks, plainText(said)].filter(Boolean).join('\n')
    await changeTask(ctx, task, { remarks }, 'task.set')
  }

/** A longer phase: its days, and what stands behind it, move (F33). @throws UserError when they no longer fit */
const extend: Effect = async (ctx, { approval, campaign }) => {
  const [phase, until] = [contentOf(approval, 'phase'), contentOf(approval, 'until')]
  if (phase === undefined || until === undefined) return
  const { key } = phaseCalled(ctx.t, campaign, phase)
  const moved = extended(campaign, key, until)
  if (!moved) return
  const days = (from: readonly { key: string; fromOn: string; toOn: string }[]) =>
    from
      .filter((one) => moved.some((other) => other.key === one.key))
      .map(({ key, fromOn, toOn }) => ({
        ...{ key, fromOn, toOn },
      }))
  await movePhases(ctx, campaign, moved, {
    action: 'campaign.phase',
    before: { phases: days(campaign.phases) },
    after: { phases: days(moved), approval: approvalRef(approval.id) },
  })
}

export const effects: Partial<Record<RequestKind, Effect>> = {
  'goal-budget': remark('goal-budget'),
  prototype: remark('prototype'),
  change: extend,
}
