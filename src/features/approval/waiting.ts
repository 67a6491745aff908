/** What waits for a signature: for one person, and in one campaign. */
import type { Card } from '../../kit/card.js'
import type { Actor, Context } from '../../kit/context.js'
import type { Db } from '../../kit/store.js'
import { plainText, type Text } from '../../kit/text.js'
import type { Translate } from '../../kit/translate.js'
import { representedBy } from '../people/index.js'
import { askedSince, isPending, type Step } from './approval.js'
import { type Names, nameOf, roleName } from './approval.lines.js'
import { type Approval, openApprovals, openApprovalsFor } from './approval.repo.js'
import { stateOf } from './approval.views.js'
import { approvalList } from './full.cards.js'
import { judge } from './judge.js'

const hour = 3_600_000

/** Hours, from two days on days. */
export const age = (t: Translate, ms: number): Text => {
  const hours = Math.max(0, Math.floor(ms / hour))
  return hours < 48
    ? t('approval.age.hours', { count: hours })
    : t('approval.age.days', { count: Math.floor(hours / 24) })
}

export interface Waiting {
  approval: Approval
  step: Step
  /** Since when it is asked for. */
  since: Date
}

/** Signatures that `person` may give now, as signer or as deputy, the longest waiting first, however many at once. */
export const decisionsFor = async (db: Db, person: string, at: Date): Promise<Waiting[]> => {
  const represents = await representedBy(db, person, at)
  const found = await openApprovalsFor(db, [person, ...represents])
  return found
    .flatMap((approval) => {
      const verdict = judge(approval, { actor: person, represents })
      const steps = verdict.is === 'may' || verdict.is === 'several' ? verdict.steps : []
      return steps.map((step) => ({
        approval,
        step,
        since: askedSince(approval, step),
      }))
    })
    .sort((a, b) => a.since.getTime() - b.since.getTime())
}

/** Decisions that wait for `actor`, as signer or as deputy, with their age, oldest first (F27). */
export const waitingFor = async (ctx: Context, actor: Actor): Promise<Card> => {
  const entries = []
  for (const { approval, step, since } of await decisionsFor(ctx.db, actor.id, ctx.at)) {
    const state = await stateOf(ctx.db, approval)
    if (state) entries.push({ state, line: lineFor(ctx, actor, step, since, state.names) })
  }
  return approvalList(ctx.t, ctx.t('approval.list.mine', { count: entries.length }), entries)
}

const lineFor = (ctx: Context, actor: Actor, step: Step, since: Date, names: Names): Text => {
  const role = roleName(ctx.t, step.role)
  const waits = age(ctx.t, ctx.at.getTime() - since.getTime())
  const params = { role, age: plainText(waits), signer: nameOf(names, step.signerId) }
  return step.signerId === actor.id
    ? ctx.t('approval.list.asSigner', params)
    : ctx.t('approval.list.asDeputy', params)
}

export interface OpenStep {
  approval: Approval
  role: string
  signerId: string
  since: Date
}

/** Signatures asked for now, the longest waiting first. */
export const openSteps = async (db: Db, campaignId: number): Promise<OpenStep[]> =>
  (await openApprovals(db, campaignId))
    .flatMap((approval) =>
      approval.steps.filter(isPending).map((step) => ({
        approval,
        role: step.role,
        signerId: step.signerId,
        since: askedSince(approval, step),
      })),
    )
    .sort((a, b) => a.since.getTime() - b.since.getTime())
