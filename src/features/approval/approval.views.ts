/** What approval cards show, read from the store each time they are sent or redrawn. */
import type { Context, Reading } from '../../kit/context.js'
import type { Db } from '../../kit/store.js'
import { defineView, type View, type ViewRef } from '../../kit/view.js'
import { campaignById } from '../campaign/index.js'
import { deputiesOf, peopleByIds, personById } from '../people/index.js'
import { type ApprovalState, chainCard, requestCard } from './approval.cards.js'
import { isPending, isWaiting } from './approval.js'
import { type Approval, approvalById, approvalsOf } from './approval.repo.js'
import { representsAmong } from './find.js'
import { type FullState, fullCard } from './full.cards.js'
import { judge } from './judge.js'
import { type LeftState, leftCard } from './left.cards.js'
import { commentCard, resultCard } from './news.cards.js'

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

const load = async ({ db }: Reading, args: Record<string, string>): Promise<ApprovalState | null> =>
  stateOf(db, await approvalById(db, Number(args.approval)))

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
  const represents = await representsAmong(store.db, actor, approval.steps)
  const verdict = judge(approval, { actor, represents })
  const may = verdict.is === 'may' ? (verdict.steps[0]?.id ?? null) : null
  return { ...state, may, revisions: await approvalsOf(store.db, approval.campaignId, approval.subject) }
}

/** Nothing to send when nothing of theirs is waited for, or when they are back. */
const loadLeft = async (store: Reading, args: Record<string, string>): Promise<LeftState | null> => {
  const state = await load(store, args)
  const person = await personById(store.db, args.person ?? '')
  if (!state || !person || person.active) return null
  const own = state.approval.steps.filter(({ signerId }) => signerId === person.id)
  const roles = own.filter((step) => isPending(step) || isWaiting(step)).map(({ role }) => role)
  if (roles.length === 0 && !store.standing) return null
  const deputies = await peopleByIds(store.db, await deputiesOf(store.db, person.id))
  const names = deputies.filter(({ active }) => active).map(({ name }) => name)
  return { ...state, left: person.name, roles, deputies: names }
}

export const views: Record<string, View> = {
  'approval.request': defineView({ load: loadWith('step'), draw: requestCard }),
  'approval.chain': defineView({ load, draw: chainCard }),
  'approval.result': defineView({ load, draw: resultCard }),
  'approval.comment': defineView({ load: loadWith('comment'), draw: commentCard }),
  'approval.left': defineView({ load: loadLeft, draw: leftCard }),
  'approval.full': defineView({ load: loadFull, draw: fullCard }),
}

/** The private card of one approval for whoever asks; it stays alive. */
export const fullView = (ctx: Context, approval: Approval): ViewRef & { subjects: string[] } => ({
  view: 'approval.full',
  args: { approval: String(approval.id), person: ctx.actor?.id ?? '' },
  subjects: [`approval:${approval.id}`],
})
