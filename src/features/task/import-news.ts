/** Whom an import concerns, and how they hear of it: once each, with all that is theirs. */
import type { Context } from '../../kit/context.js'
import type { Campaign } from '../campaign/index.js'
import { acting } from './change.js'
import type { ImportPlan } from './import-plan.js'

/** Everybody whom the plan newly names. */
export const named = ({ added, changed }: ImportPlan): Set<string> => {
  const people = [...added, ...changed.map(({ data }) => data)].flatMap((one) => [
    one.ownerId,
    one.approverId,
  ])
  const offered = changed.map(({ data }) => data.proposedOwnerId)
  return new Set([...people, ...offered].flatMap((person) => person ?? []))
}

/** Whoever has something new to do, but not who imports. */
export const concerned = (ctx: Context, { added, changed }: ImportPlan): Set<string> => {
  const owners = [
    ...added
      .filter(({ status }) => status !== 'done' && status !== 'cancelled')
      .map(({ ownerId }) => ownerId),
    ...changed.flatMap(({ data }) => data.proposedOwnerId ?? []),
  ]
  return new Set(owners.filter((person) => person !== acting(ctx).id))
}

/** Each of `people` gets the list of their tasks in the campaign. */
export const tellOwners = async (ctx: Context, { id }: Campaign, people: Iterable<string>): Promise<void> => {
  for (const person of people) {
    await ctx.tell(
      { person },
      { view: 'task.my', args: { person, campaign: String(id) } },
      {
        // A message of its own: an edit of the first list would not be noticed.
        replaces: `task.my:${id}:${ctx.at.getTime()}`,
        subjects: [`tasks-of:${person}`],
        everywhere: true,
        because: 'task.offered',
      },
    )
  }
}
