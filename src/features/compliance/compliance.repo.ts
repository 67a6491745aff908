/** How the compliance checklist of a campaign is kept. */
import type { Db, Prisma } from '../../kit/store.js'
import { usualChecks } from './compliance.js'

export type ComplianceItem = Prisma.ComplianceItemGetPayload<object>

/** The checklist in its order; empty while nobody has begun it. */
export const itemsOf = (db: Db, campaignId: number): Promise<ComplianceItem[]> =>
  db.complianceItem.findMany({ where: { campaignId }, orderBy: { number: 'asc' } })

/** Begins the checklist with the usual checks; what is there already stays as it is. */
export const begin = (db: Db, campaignId: number) =>
  db.complianceItem.createMany({
    data: usualChecks.map((key, i) => ({ campaignId, number: i + 1, key })),
    skipDuplicates: true,
  })

/** @returns false when somebody else took the number at the same moment. */
export const add = async (db: Db, campaignId: number, number: number, text: string): Promise<boolean> =>
  (await db.complianceItem.createMany({ data: [{ campaignId, number, text }], skipDuplicates: true }))
    .count === 1

type Ticked = Pick<ComplianceItem, 'doneAt' | 'doneById' | 'note'>

/** @returns false when it was so already. */
export const tick = async (
  db: Db,
  { campaignId, number, doneAt }: ComplianceItem,
  data: Ticked,
): Promise<boolean> =>
  (await db.complianceItem.updateMany({ where: { campaignId, number, doneAt }, data })).count === 1

/** What `other` checked was checked by `person`. */
export const renameIn = (db: Db, other: string, person: string) =>
  db.complianceItem.updateMany({ where: { doneById: other }, data: { doneById: person } })
