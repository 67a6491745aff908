/** A wrong link undone: accounts that were joined to a person leave; everything else stays with whoever kept it. */
import type { PlatformName } from '../../kit/address.js'
import type { Context } from '../../kit/context.js'
import { UserError } from '../../kit/errors.js'
import { type Account, removeAccounts } from './account.repo.js'
import { lockPerson, type Person, updatePerson } from './people.repo.js'
import { founderId, lastTold } from './profile.js'

/**
 * Takes the accounts on `platform` from a person, but for the one they began with: that one is who they are, or somebody
 * linked by mistake could put the person out. Who is behind the others is admitted anew with their next word.
 * @throws UserError (field `platform`) when none of them was joined, or none would be left.
 */
export const unlink = async (ctx: Context, personId: string, platform: PlatformName): Promise<Person> => {
  const person = await lockPerson(ctx.db, personId)
  if (!person) throw new Error(`person ${personId} is gone`)
  const leaving = person.accounts.filter((one) => one.platform === platform && founderId(one) !== person.id)
  if (leaving.length === 0 || leaving.length === person.accounts.length)
    throw nothingJoined(ctx, person, platform)
  await removeAccounts(ctx.db, leaving)
  if (isTheirs(person, leaving)) await updatePerson(ctx.db, person.id, { email: null })
  await ctx.record({
    action: 'person.unlink',
    subject: `person:${person.id}`,
    before: { platform, accounts: leaving.map(({ account }) => account) },
  })
  return person
}

const nothingJoined = (ctx: Context, { name }: Person, platform: PlatformName): UserError =>
  new UserError(
    'people.error.unlinkNone',
    { name, platform: ctx.t.named('people.platform', platform) },
    { field: 'platform' },
  )

/** It came with them: else two people would be called by one address. */
const isTheirs = ({ email, accounts }: Person, leaving: readonly Account[]): boolean => {
  const telling = accounts.filter((one) => lastTold(one).email === email)
  return email !== null && telling.length > 0 && telling.every((one) => leaving.includes(one))
}
