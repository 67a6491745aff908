/** How people arrive from a chat platform, change there, leave and come back. */
import { isDeepStrictEqual } from 'node:util'
import type { PlatformName } from '../../kit/address.js'
import type { Context } from '../../kit/context.js'
import type { Profile } from '../../kit/platform.js'
import {
  type Account,
  accountOf,
  addAccount,
  lockNewcomers,
  type NewAccount,
  saveTold,
} from './account.repo.js'
import {
  addPerson,
  grantRole,
  hadAdmin,
  lockPerson,
  type NewPerson,
  type Person,
  setActive,
  updatePerson,
} from './people.repo.js'
import { following, founderId, lastTold, reasonFor, rolesBy, toldBy } from './profile.js'

/**
 * Keeps what a platform told of somebody: a newcomer becomes a person, somebody known follows what they did not choose
 * themselves, whoever left is no longer asked. Told again, nothing is written. An account of another organisation's
 * person is left alone.
 */
export const admit = async (ctx: Context, platform: PlatformName, profile: Profile): Promise<void> => {
  const known = await accountOf(ctx.db, platform, profile.account)
  if (known) return follow(ctx, known, profile)
  if (!profile.active) return
  // Newcomers queue up: one account becomes one person, and one of them is the first.
  await lockNewcomers(ctx.db, ctx.organisation)
  const since = await accountOf(ctx.db, platform, profile.account)
  return since ? follow(ctx, since, profile) : add(ctx, platform, profile)
}

const add = async (ctx: Context, platform: PlatformName, profile: Profile): Promise<void> => {
  const { account, standing } = profile
  const told = toldBy(profile, {}, ctx.defaults)
  const id = founderId({ platform, account })
  const why = reasonFor(standing, await hadAdmin(ctx.db))
  const roles = rolesBy[why]
  const person = { id, ...told, department: null, roles, account: { platform, account, told } }
  if (!(await addPerson(ctx.db, person, ctx.at)) && !(await returns(ctx, person))) return
  const { name, zone, language } = told
  const after = { name, roles: [...roles], language, zone, why }
  await ctx.record({ action: 'person.add', subject: `person:${id}`, after })
}

/** Whoever was linked to somebody else by mistake is again who they were before. */
const returns = async (ctx: Context, { id, account, roles, ...told }: Newcomer): Promise<boolean> => {
  const before = await lockPerson(ctx.db, id)
  if (!before || before.active || before.accounts.length > 0) return false
  const { name, language, zone, email = null } = told
  await updatePerson(ctx.db, id, { name, language, zone, email })
  await setActive(ctx.db, id, true)
  for (const role of roles) await grantRole(ctx.db, id, role)
  await addAccount(ctx.db, id, account)
  return true
}

type Newcomer = NewPerson & { account: NewAccount }

const follow = async (ctx: Context, account: Account, profile: Profile): Promise<void> => {
  // Locked: what somebody chooses for themselves at this moment is not to be written over.
  const person = await lockPerson(ctx.db, account.personId)
  if (!person) return
  const linked = (await accountOf(ctx.db, account.platform as PlatformName, account.account)) ?? account
  // Somebody else's since we began to wait.
  if (linked.personId !== person.id) return follow(ctx, linked, profile)
  const last = lastTold(account)
  const told = toldBy(profile, last, ctx.defaults)
  if (!isDeepStrictEqual(last, told)) await saveTold(ctx.db, account, told)
  await change(ctx, person, following(person, last, told))
  if (profile.active) await welcomeBack(ctx, person)
  else await letGo(ctx, person, account)
}

const change = async (ctx: Context, person: Person, changes: ReturnType<typeof following>): Promise<void> => {
  const fields = Object.keys(changes) as (keyof typeof changes)[]
  if (fields.length === 0) return
  await updatePerson(ctx.db, person.id, changes)
  const before = Object.fromEntries(fields.map((field) => [field, person[field]]))
  await ctx.record({ action: 'person.profile', subject: `person:${person.id}`, before, after: changes })
}

const welcomeBack = async (ctx: Context, { id, active }: Person): Promise<void> => {
  if (active || !(await setActive(ctx.db, id, true))) return
  await ctx.record({ action: 'person.return', subject: `person:${id}` })
}

/** Gone with their last live account. */
const letGo = async (ctx: Context, person: Person, account: Account): Promise<void> => {
  const isThis = (one: Account) => one.platform === account.platform && one.account === account.account
  const live = person.accounts.filter((one) => !isThis(one) && !lastTold(one).left)
  if (!person.active || live.length > 0 || !(await setActive(ctx.db, person.id, false))) return
  await ctx.record({ action: 'person.leave', subject: `person:${person.id}` })
  await ctx.emit('person.left', { person: { ...person, active: false } })
}
