/** From `A-7` to the approval, and from its signers to those who may stand in for them. */
import type { Actor, Context } from '../../kit/context.js'
import { UserError } from '../../kit/errors.js'
import { parseId } from '../../kit/ids.js'
import type { Db } from '../../kit/store.js'
import { deputiesOf } from '../people/index.js'
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

/** The signers of `steps` whose registered deputy `person` is. */
export const representsAmong = async (db: Db, person: string, steps: readonly Step[]): Promise<string[]> => {
  const represented: string[] = []
  for (const signer of new Set(steps.map((step) => step.signerId))) {
    if (signer !== person && (await deputiesOf(db, signer)).includes(person)) represented.push(signer)
  }
  return represented
}
