/** Who stands for the roles of a flow: named by the request or in the campaign, else the only holder in the company; never who submits. */
import type { Context } from '../../kit/context.js'
import { UserError } from '../../kit/errors.js'
import type { Db } from '../../kit/store.js'
import { type Campaign, campaignRef } from '../campaign/index.js'
import { deputiesOf, handleOf, holders, holdPerson, type Person, personById } from '../people/index.js'
import { roleName } from './approval.lines.js'
import type { FlowRole, FlowStep, Kind } from './flow/flows.js'

/**
 * The signer of each role of `steps` but those in `settled`.
 * @throws UserError when a role has none or several, or when it is the submitter's own and nobody stands in
 */
export const signersFor = async (
  ctx: Context,
  campaign: Campaign,
  steps: readonly FlowStep[],
  { submitter, settled, named }: Asking,
): Promise<Record<string, string>> => {
  const signers: Record<string, string> = { author: submitter }
  for (const { kind = 'sign', roles } of steps)
    for (const role of roles) {
      if (role === 'author' || settled.has(`${kind} ${role}`) || signers[role] !== undefined) continue
      const signer = await holderOf(ctx, campaign, role, named[role])
      signers[role] = isFree(kind) ? signer.id : await standIn(ctx, signer, role, submitter)
    }
  return signers
}

export interface Asking {
  submitter: string
  settled: ReadonlySet<string>
  /** People whom the request names, by role. */
  named: Readonly<Record<string, string>>
}

/** Agreement and receipts decide nothing, so whoever asks for them may give their own. */
const isFree = (kind: Kind): boolean => kind === 'agree' || kind === 'receipt'

const standIn = async (ctx: Context, signer: Person, role: FlowRole, submitter: string): Promise<string> => {
  if (signer.id !== submitter) return signer.id
  // Nobody decides about what they submit themselves (D11): whoever stands in for them does.
  const deputies = await deputiesOf(ctx.db, signer.id, ctx.at)
  const [deputy] = deputies.filter((id) => id !== submitter)
  if (deputy !== undefined) return (await holdPerson(ctx.db, deputy)).id
  throw new UserError('approval.error.own', { role: roleName(ctx.t, role) })
}

/** Named in this campaign, else the only holder in the company (O33). */
const holderOf = async (
  ctx: Context,
  campaign: Campaign,
  role: FlowRole,
  named: string | undefined,
): Promise<Person> => {
  const known = named ?? (role === 'owner' ? campaign.ownerId : undefined)
  if (known !== undefined) return holdPerson(ctx.db, known)
  const found = await candidates(ctx.db, campaign, role)
  const [signer, ...others] = found
  if (signer && others.length === 0) return holdPerson(ctx.db, signer.id)
  const params = { role: roleName(ctx.t, role), campaign: campaignRef(campaign.id) }
  if (!signer) throw new UserError('approval.error.noSigner', params)
  const names = found.map((one) => `${one.name} (${handleOf(one)})`).join(', ')
  throw new UserError('approval.error.severalSigners', { ...params, names })
}

const candidates = async (db: Db, campaign: Campaign, role: string): Promise<Person[]> => {
  const named = campaign.roles.find((one) => one.role === role)
  const person = named ? await personById(db, named.personId) : null
  return person?.active ? [person] : holders(db, role)
}
