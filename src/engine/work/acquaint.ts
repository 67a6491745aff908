/** Gets to know whom a delivery speaks of: accounts that nobody knows yet are asked for at their platform. */
import type { PlatformName } from '../../kit/address.js'
import type { Incoming, Platform, Profile } from '../../kit/platform.js'
import type { House } from '../house.js'
import { contextOf } from './context.js'
import { mentionedIn } from './names.js'
import { inTransaction } from './transaction.js'

/** A larger group is not meant one by one: nobody is looked up, and it stays as it was written. */
const mostMembers = 30

const group = /<!group:([^>]+)>/g

/** Keeps what a platform told of somebody, in a transaction of its own. */
export const admit = (house: House, platform: PlatformName, profile: Profile): Promise<void> =>
  inTransaction(house.store, async (db) => {
    house.known.delete(`${platform}:${profile.account}`)
    const ctx = contextOf(house, db, {
      at: house.clock.now(),
      actor: null,
      organisation: profile.organisation,
      platform,
      place: null,
      cause: `profile:${profile.account}`,
      t: house.translator(house.defaults.language),
    })
    await house.admit(ctx, platform, profile)
  }).then(() => house.wake())

/** The delivery with groups replaced by their members, after everybody named in it is known. */
export const acquaint = async (house: House, incoming: Incoming): Promise<Incoming> => {
  const platform = house.platforms.get(incoming.platform)
  if (!platform?.profile) return incoming
  const known = await withMembers(platform, incoming)
  const accounts = new Set([incoming.account, ...namedIn(known), ...textsOf(known).flatMap(mentionedIn)])
  for (const account of await strangers(house, incoming.platform, [...accounts])) {
    const profile = await lookUp(house, platform, account, account === incoming.account)
    if (profile) await admit(house, incoming.platform, profile)
  }
  return known
}

/** Without the acting person nothing can be done, so a failed look at them is tried again; others stay unknown. */
const lookUp = async (house: House, platform: Platform, account: string, acting: boolean) => {
  try {
    return (await platform.profile?.(account)) ?? null
  } catch (error) {
    if (acting) throw error
    house.log.warn({ err: error, platform: platform.name, account }, 'somebody could not be looked up')
    return null
  }
}

/** Accounts that the platform named beside the text. */
const namedIn = ({ deed }: Incoming): readonly string[] =>
  deed.kind === 'line' ? (deed.mentioned ?? []) : []

const textsOf = ({ deed }: Incoming): string[] =>
  deed.kind === 'line' ? [deed.text] : Object.values(deed.args)

const strangers = async ({ store, known }: House, platform: PlatformName, accounts: readonly string[]) => {
  const unsure = accounts.filter((account) => !known.has(`${platform}:${account}`))
  if (unsure.length === 0) return []
  const rows = await store.prisma.account.findMany({
    where: { platform, account: { in: unsure }, person: { active: true } },
    select: { account: true },
  })
  for (const { account } of rows) known.add(`${platform}:${account}`)
  return unsure.filter((account) => !known.has(`${platform}:${account}`))
}

/** `<!group:id>` becomes the mentions of its members; a group that cannot be read stays as it was written. */
const withMembers = async (platform: Platform, incoming: Incoming): Promise<Incoming> => {
  const ids = new Set(
    textsOf(incoming).flatMap((text) => [...text.matchAll(group)].map(([, id]) => id ?? '')),
  )
  if (ids.size === 0 || !platform.members) return incoming
  const members = new Map<string, string[]>()
  for (const id of ids) {
    const all = await platform.members(id).catch(() => [])
    if (all.length <= mostMembers) members.set(id, all)
  }
  const spelled = (text: string): string =>
    text.replace(
      group,
      (whole, id: string) =>
        members
          .get(id)
          ?.map((one) => `<@${one}>`)
          .join(',') || whole,
    )
  return { ...incoming, deed: spelledDeed(incoming.deed, spelled) }
}

const spelledDeed = (deed: Incoming['deed'], spelled: (text: string) => string): Incoming['deed'] => {
  if (deed.kind === 'line') return { ...deed, text: spelled(deed.text) }
  const args = Object.entries(deed.args).map(([name, value]) => [name, spelled(value)] as const)
  return { ...deed, args: Object.fromEntries(args) }
}
