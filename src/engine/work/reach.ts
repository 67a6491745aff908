/** Where somebody is reached now: from "whom" to addresses, each with who looks at it. */
import type { Account } from '../../generated/prisma/client.js'
import type { Address, PlatformName, Target } from '../../kit/address.js'
import type { Db } from '../../kit/store.js'
import { isLanguage } from '../../kit/translate.js'
import type { Viewer } from '../../kit/view.js'
import type { Origin } from './tell.js'

/** One destination with who looks at it. */
export interface Destination {
  to: Address
  viewer: Viewer
  campaign: number | null
}

export type Reader = { id: string; language: string; zone: string; organisation: string }
export const viewerOf = (person: Reader): Viewer => ({
  person: person.id,
  language: isLanguage(person.language) ? person.language : 'en',
  zone: person.zone,
  organisation: person.organisation,
})

/**
 * Where `target` is reached now: nobody is reached nowhere. A person is reached on the platform the work came from, else
 * on their first; `everywhere` on each of theirs.
 */
export const destinationsOf = async (
  db: Db,
  target: Target,
  origin: Origin,
  everywhere = false,
): Promise<Destination[]> => {
  if ('person' in target) return toPerson(db, target.person, origin, everywhere)
  if ('campaign' in target) return toCampaign(db, target.campaign)
  const { organisation, defaults } = origin
  return [{ to: target, viewer: { person: null, ...defaults, organisation }, campaign: null }]
}

const toPerson = async (db: Db, id: string, origin: Origin, everywhere: boolean): Promise<Destination[]> => {
  const person = await db.person.findUnique({ where: { id, active: true }, include: { accounts: true } })
  if (!person) return []
  const live = person.accounts.filter(({ profile }) => !(profile as { left?: boolean } | null)?.left)
  const sorted = live.toSorted((a, b) => rank(a, origin) - rank(b, origin) || compare(a, b))
  const reached = sorted.filter(
    (one, i) => i === 0 || (everywhere && one.platform !== sorted[i - 1]?.platform),
  )
  const viewer = viewerOf(person)
  return reached.map(({ platform, account }) => ({
    to: { platform: platform as PlatformName, account },
    viewer,
    campaign: null,
  }))
}

/** Where the work came from first, the playground last: nobody looks at it unless they play. */
const rank = ({ platform }: Account, origin: Origin): number =>
  platform === origin.platform ? 0 : platform === 'playground' ? 2 : 1

const compare = (a: Account, b: Account): number =>
  a.platform.localeCompare(b.platform) || a.account.localeCompare(b.account)

const toCampaign = async (db: Db, id: number): Promise<Destination[]> => {
  const campaign = await db.campaign.findUnique({ where: { id }, include: { channels: true } })
  if (!campaign) return []
  const language = isLanguage(campaign.language) ? campaign.language : 'en'
  const viewer = { person: null, language, zone: campaign.zone, organisation: campaign.organisation }
  return campaign.channels.map(({ platform, channel }) => ({
    to: { platform: platform as PlatformName, channel },
    viewer,
    campaign: id,
  }))
}
