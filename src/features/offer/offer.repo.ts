/** How offers are kept. */
import type { Db, Prisma } from '../../kit/store.js'

export type Offer = Prisma.OfferGetPayload<object>
type OfferData = Omit<Prisma.OfferUncheckedCreateInput, 'campaignId' | 'number' | 'version'>

export const offersOf = (db: Db, campaignId: number): Promise<Offer[]> =>
  db.offer.findMany({ where: { campaignId }, orderBy: { number: 'asc' } })

/** @returns false when somebody else took the number at the same moment. */
export const addOffer = async (
  db: Db,
  campaignId: number,
  number: number,
  data: OfferData,
): Promise<boolean> =>
  (await db.offer.createMany({ data: [{ campaignId, number, ...data }], skipDuplicates: true })).count === 1

/** Keeps the change if the offer is still as it was read. */
export const updateOffer = async (
  db: Db,
  { campaignId, number, version }: Offer,
  data: Partial<OfferData>,
): Promise<boolean> => {
  const where = { campaignId, number, version }
  return (await db.offer.updateMany({ where, data: { ...data, version: { increment: 1 } } })).count === 1
}

export const removeOffer = async (db: Db, { campaignId, number, version }: Offer): Promise<boolean> =>
  (await db.offer.deleteMany({ where: { campaignId, number, version } })).count === 1
