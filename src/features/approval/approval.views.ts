/** What approval cards show, read from the store each time they are sent or redrawn. */
import type { Context, Reading } from '../../kit/context.js'
import type { Db } from '../../kit/store.js'
import { defineView, type View, type ViewRef } from '../../kit/view.js'
import { campaignById, leads } from '../campaign/index.js'
import { deputiesOf, peopleByIds, personById } from '../people/index.js'
import { type ApprovalState, chainCard } from './approval.cards.js'
import { askedSince, isPending, isWaiting } from './approval.js'
import { type Approval, approvalById, approvalsOf, revisionBefore } from './approval.repo.js'
import { type Difference, differences } from './content.js'
import { clocksOf, deadlineAt, deadlines } from './deadlines.js'
import { representsAmong } from './find.js'
import { type FullState, fullCard } from './full.cards.js'
import { judge } from './judge.js'
import { type LeftState, leftCard } from './left.cards.js'
import { type AlignmentState, alignmentCard, commentCard, lateCard, resultCard } from './news.cards.js'
import { consensusCard } from './request/consensus.cards.js'
import { rowsOf } from './request/consensus.js'
import { requestCard } from './request.cards.js'

/** An approval with its campaign and the names on it; null when the campaign is not there. */
export const stateOf = async (db: Db, approval: Approval | null): Promise<ApprovalState | null> => {
  const campaign = approval && (await campaignById(db, approval.campaignId))
  if (!approval || !campaign) return null
  const signers = approval.steps.flatMap((step) => [step.signerId, step.decidedById ?? step.signerId])
  const authors = approval.comments.map((comment) => comment.byId)
  const people = await peopleByIds(db, [approval.submittedById, ...signers, ...authors])
  const names = Object.fromEntries(people.map((person) => [person.id, person.name]))
  const { id, name, status, launchOn } = campaign
  return { approval, campaign: { id, name, status, launchOn }, names }
}

/** With what has changed since the revision before, and what happens next. */
const load = async ({ db, at }: Reading, args: Record<string, string>): Promise<ApprovalState | null> => {
  const state = await stateOf(db, await approvalById(db, Number(args.approval)))
  if (!state) return null
  const { approval } = state
  return { ...state, changes: await changesOf(db, approval), next: await nextFor(db, approval, at) }
}

const changesOf = async (db: Db, approval: Approval): Promise<Difference[]> => {
  const before = approval.revision > 1 ? await revisionBefore(db, approval) : null
  return before ? differences(before.content, approval.content) : []
}

/** The deadline that comes first of all steps that are asked now. */
const nextFor = async (db: Db, approval: Approval, at: Date): Promise<ApprovalState['next']> => {
  const asked = approval.status === 'pending' ? approval.steps.filter(isPending) : []
  if (asked.length === 0) return null
  const { zoneOf, calendar } = await clocksOf(db, approval, asked)
  const coming = asked.flatMap((step) =>
    deadlines.map((deadline) => {
      const since = askedSince(approval, step)
      return { deadline, at: deadlineAt(deadline, since, zoneOf(step), calendar) }
    }),
  )
  const ahead = coming.filter((one) => one.at > at)
  return ahead.sort((a, b) => a.at.getTime() - b.at.getTime())[0] ?? null
}

/** Adds the number that stands in the view's arguments under `name`. */
const loadWith =
  <N extends string>(name: N) =>
  async (store: Reading, args: Record<string, string>) => {
    const state = await load(store, args)
    return state && ({ ...state, [name]: Number(args[name]) } as ApprovalState & { [K in N]: number })
  }

const loadFull = async (store: Reading, args: Record<string, string>): Promise<FullState | null> => {
  const state = await load(store, args)
  if (!state) return null
  const { approval } = state
  const actor = args.person ?? ''
  const represents = await representsAmong(store.db, actor, approval.steps, store.at)
  const verdict = judge(approval, { actor, represents })
  const may = verdict.is === 'may' ? (verdict.steps[0]?.id ?? null) : null
  const mayWithdraw = approval.status === 'pending' && (await mayTakeBack(store, approval, actor))
  return {
    ...state,
    may,
    mayWithdraw,
    revisions: await approvalsOf(store.db, approval.campaignId, approval.subject, approval.topic),
  }
}

/** Whoever has submitted it, and whoever leads the campaign. */
const mayTakeBack = async ({ db }: Reading, { submittedById, campaignId }: Approval, actor: string) => {
  if (submittedById === actor) return true
  const [campaign, person] = [await campaignById(db, campaignId), await personById(db, actor)]
  const roles = person?.roles.map(({ role }) => role) ?? []
  return campaign !== null && leads({ id: actor, roles }, campaign)
}

/** Nothing to send when nothing of theirs is waited for, or when they are back. */
const loadLeft = async (store: Reading, args: Record<string, string>): Promise<LeftState | null> => {
  const state = await load(store, args)
  const person = await personById(store.db, args.person ?? '')
  if (!state || !person || person.active) return null
  const own = state.approval.steps.filter(({ signerId }) => signerId === person.id)
  const roles = own.filter((step) => isPending(step) || isWaiting(step)).map(({ role }) => role)
  if (roles.length === 0 && !store.standing) return null
  const deputies = await peopleByIds(store.db, await deputiesOf(store.db, person.id, store.at))
  const names = deputies.filter(({ active }) => active).map(({ name }) => name)
  return { ...state, left: person.name, roles, deputies: names }
}

const loadConsensus = async ({ db }: Reading, args: Record<string, string>) => {
  const campaign = await campaignById(db, Number(args.campaign))
  return campaign && { campaign, rows: await rowsOf(db, campaign.id) }
}

const loadAlignment = async (
  store: Reading,
  args: Record<string, string>,
): Promise<AlignmentState | null> => {
  const state = await load(store, args)
  const [by] = await peopleByIds(store.db, [args.by ?? ''])
  return state && { ...state, when: args.when ?? '', by: by?.name ?? '' }
}

export const views: Record<string, View> = {
  'approval.request': defineView({ load: loadWith('step'), draw: requestCard }),
  'approval.chain': defineView({ load, draw: chainCard }),
  'approval.result': defineView({ load, draw: resultCard }),
  'approval.reminder': defineView({ load: loadWith('step'), draw: lateCard('reminder') }),
  'approval.escalation': defineView({ load: loadWith('step'), draw: lateCard('escalation') }),
  'approval.comment': defineView({ load: loadWith('comment'), draw: commentCard }),
  'approval.left': defineView({ load: loadLeft, draw: leftCard }),
  'approval.consensus': defineView({ load: loadConsensus, draw: consensusCard }),
  'approval.alignment': defineView({ load: loadAlignment, draw: alignmentCard }),
  'approval.full': defineView({ load: loadFull, draw: fullCard }),
}

/** The consensus table of a campaign; it stays alive. */
export const consensusView = (campaign: number): ViewRef & { subjects: string[] } => ({
  view: 'approval.consensus',
  args: { campaign: String(campaign) },
  subjects: [`campaign:${campaign}`],
})

/** The private card of one approval for whoever asks; it stays alive. */
export const fullView = (ctx: Context, approval: Approval): ViewRef & { subjects: string[] } => ({
  view: 'approval.full',
  args: { approval: String(approval.id), person: ctx.actor?.id ?? '' },
  subjects: [`approval:${approval.id}`],
})
