/** What a platform tells of somebody, what of it is theirs to follow, and what a newcomer may do; pure. */
import { oneLine } from '../../kit/args.js'
import type { Context } from '../../kit/context.js'
import type { Profile } from '../../kit/platform.js'
import { cut, readable } from '../../kit/text.js'
import { isZone } from '../../kit/time.js'
import type { Role } from './people.js'

/** As it is kept with an account. */
export interface Told {
  name: string
  zone: string
  language: string
  email: string | null
  /** They are gone from that platform. */
  left?: true
}

/** What was told of an account last; nothing when it was not made by its platform. */
export const lastTold = ({ profile }: { profile: unknown }): Partial<Told> => (profile ?? {}) as Partial<Told>

/** The platforms on which somebody is reached now. */
export const platformsOf = ({
  accounts,
}: {
  accounts: readonly { platform: string; profile: unknown }[]
}): string[] => {
  const live = accounts.filter((account) => !lastTold(account).left)
  return [...new Set(live.map(({ platform }) => platform))].sort()
}

/**
 * The id of the person whose first account this is. Accounts that carry no workspace are the same on several platforms,
 * for different people.
 */
export const founderId = ({ platform, account }: { platform: string; account: string }): string =>
  account.includes('/') || platform === 'playground' ? account : `${platform}:${account}`

/** Longest name that is kept. */
const longestName = 80

const nameIn = ({ name }: Profile): string =>
  cut(oneLine(readable(name)).replace(/\s+/g, ' ').trim(), longestName)

/** `profile` as it is kept: what the platform leaves open stays as it was told last, else as the house has it. */
export const toldBy = (
  profile: Profile,
  last: Partial<Told>,
  { language, zone }: Context['defaults'],
): Told => ({
  name: nameIn(profile) || last.name || (profile.account.split('/').at(-1) ?? ''),
  zone: profile.zone !== null && isZone(profile.zone) ? profile.zone : (last.zone ?? zone),
  language: profile.language ?? last.language ?? language,
  email: profile.email ?? last.email ?? null,
  ...(profile.active ? {} : { left: true }),
})

const followed = ['name', 'zone', 'language', 'email'] as const
type Followed = Pick<Told, (typeof followed)[number]>

/** What changes for `person`: only what still is as it was told last; what they chose themselves stays. */
export const following = (person: Followed, last: Partial<Told>, told: Told): Partial<Followed> =>
  Object.fromEntries(
    followed
      .filter((field) => person[field] === last[field] && person[field] !== told[field])
      .map((field) => [field, told[field]]),
  )

/** Why a newcomer gets their roles; `first`: an organisation needs somebody who can put it in order. */
export type Reason = Profile['standing'] | 'first'

export const reasonFor = (standing: Profile['standing'], anyAdmin: boolean): Reason =>
  standing === 'member' && !anyAdmin ? 'first' : standing

export const rolesBy: Readonly<Record<Reason, readonly Role[]>> = {
  admin: ['admin', 'planner'],
  first: ['admin', 'planner'],
  member: ['member'],
  guest: ['guest'],
}
