/** From `A-7` to the approval, and from its signers to those who may stand in for them. */
import type { Actor, Context } from '../../kit/context.js'
import { UserError } from '../../kit/errors.js'
import { parseId } from '../../kit/ids.js'
import type { Db } from '../../kit/store.js'
import { representedBy } from '../people/index.js'
import type { Step } from './approval.js'
import { type Approval, approvalById } from './approval.repo.js'

/** Whoever types or presses; the clock never decides. */
export const acting = (ctx: Context): Actor => {
  if (!ctx.actor) throw new Error('a decision needs somebody')
  return ctx.actor
}

/** @throws UserError when there is no such approval. */
export const findApproval = async (ctx: Pick<Context, 'db'>, text: string): Promise<Approval> => {
  const id = parseId(text)
  const found = id?.prefix === 'A' ? await approvalById(ctx.db, id.number) : null
  if (!found) throw new UserError('approval.error.unknown', { given: text }, { field: 'approval' })
  return found
}

/** The signers of `steps` in whose place `person` may decide at a moment. */
export const representsAmong = async (
  db: Db,
  person: string,
  steps: readonly Step[],
  at: Date,
): Promise<string[]> => {
  const represented = await representedBy(db, person, at)
  return represented.filter((one) => one !== person && steps.some(({ signerId }) => signerId === one))
}
