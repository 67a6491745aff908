/** What the doctor reads: people with their zones and roles, open campaigns. */
import type { Db } from '../../kit/store.js'

/** The zone in what a platform told of somebody; null where it told none. */
const zoneTold = (profile: unknown): string | null => {
  const zone = (profile as { zone?: unknown } | null)?.zone
  return typeof zone === 'string' && zone !== '' ? zone : null
}

export const peopleChecked = async (db: Db) => {
  const rows = await db.person.findMany({
    where: { active: true },
    select: { id: true, name: true, zone: true, roles: true, accounts: true },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ id, name, zone, roles, accounts }) => ({
    id,
    name,
    zone,
    roles: roles.map(({ role }) => role),
    told: accounts.map(({ profile }) => zoneTold(profile)).filter((one) => one !== null),
  }))
}

export const campaignsChecked = async (db: Db) => {
  const rows = await db.campaign.findMany({
    where: { status: { in: ['active', 'paused'] } },
    select: { id: true, name: true, zone: true, endOn: true, ownerId: true, channels: true },
    orderBy: { id: 'asc' },
  })
  return rows.map((campaign) => ({ ...campaign, channels: campaign.channels.length }))
}

/** The last place of an organisation's audit log that is sealed, and its hash; null where nothing is. */
export const sealedUntil = async (
  db: Db,
  organisation: string,
): Promise<{ count: number; hash: string } | null> => {
  const seal = await db.auditSeal.findFirst({ where: { organisation }, orderBy: { seq: 'desc' } })
  return seal && { count: Number(seal.seq), hash: seal.hash }
}
