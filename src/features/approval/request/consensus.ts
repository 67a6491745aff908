/** Goal consensus (A5, F23): each row of the goals is agreed to by departments and its owner, or stays unsigned. */
import type { Context } from '../../../kit/context.js'
import type { Db } from '../../../kit/store.js'
import type { Campaign } from '../../campaign/index.js'
import { type Goal, goalRef, goalsOf, targetText } from '../../goal/index.js'
import { type Approval, approvalsIn } from '../approval.repo.js'
import { type Content, contentHash } from '../content.js'
import { acting } from '../find.js'
import { submitTyped } from '../submit.js'
import { ask } from '../submitted.js'

/** The columns of 003-T1, without words of ours: its hash follows from the row alone. */
export const rowContent = (goal: Goal): Content => ({
  sections: [
    { item: 'metric', content: goal.metric },
    { item: 'target', content: targetText(goal) },
    { item: 'due', content: goal.dueOn },
    { item: 'strategy', content: goal.strategy ?? '' },
    { item: 'remarks', content: goal.remarks ?? '' },
  ],
})

export interface Row {
  goal: Goal
  /** The last time it was asked for. */
  approval: Approval | null
  /** `changed`: something else was agreed to than the row says now. */
  state: 'open' | 'pending' | 'agreed' | 'disagreed' | 'changed'
}

const stateOf = (goal: Goal, approval: Approval | null): Row['state'] => {
  if (!approval) return 'open'
  if (contentHash(rowContent(goal)) !== approval.contentHash) return 'changed'
  if (approval.status === 'pending') return 'pending'
  if (approval.status === 'approved') return 'agreed'
  return approval.status === 'rejected' ? 'disagreed' : 'open'
}

/** Every goal of a campaign with what became of the last round of agreement. */
export const rowsOf = async (db: Db, campaignId: number): Promise<Row[]> => {
  const asked = await approvalsIn(db, campaignId, 'consensus')
  return (await goalsOf(db, campaignId)).map((goal) => {
    const approval = asked.findLast(({ topic }) => topic === goalRef(goal.id)) ?? null
    return { goal, approval, state: stateOf(goal, approval) }
  })
}

/** Asks for agreement with a row. @throws UserError when a department has nobody */
export const askRow = async (ctx: Context, campaign: Campaign, { goal }: Row): Promise<Approval> => {
  const approval = await submitTyped(ctx, {
    ...{ campaign, subject: 'consensus', topic: goalRef(goal.id), content: rowContent(goal) },
    ...{ submitter: acting(ctx).id, named: { 'row-owner': goal.ownerId } },
  })
  await ask(ctx, approval)
  return approval
}

export const rowName = ({ goal }: Row): string => `${goalRef(goal.id)} ${goal.metric} ${targetText(goal)}`
