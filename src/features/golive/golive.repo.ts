/** How the test items of a campaign are kept. */
import type { Db, Prisma } from '../../kit/store.js'
import { checks } from './golive.js'

export type TestItem = Prisma.TestItemGetPayload<object>

/** In their order; before anybody has begun, all seven as they will be. */
export const itemsOf = async (db: Db, campaignId: number): Promise<TestItem[]> => {
  const kept = await db.testItem.findMany({ where: { campaignId } })
  return checks.map((key, i) => kept.find((item) => item.key === key) ?? fresh(campaignId, key, i + 1))
}

const fresh = (campaignId: number, key: string, number: number): TestItem => ({
  ...{ campaignId, key, number, ownerId: null, result: 'open' },
  ...{ note: null, testedById: null, testedAt: null, version: 0 },
})

/** Keeps the change on what was read. @returns false when somebody else was faster */
export const keepItem = async (
  db: Db,
  { campaignId, key, number, version }: TestItem,
  data: Partial<Pick<TestItem, 'ownerId' | 'result' | 'note' | 'testedById' | 'testedAt'>>,
): Promise<boolean> => {
  await db.testItem.createMany({ data: [{ campaignId, key, number }], skipDuplicates: true })
  const where = { campaignId, key, version }
  const { count } = await db.testItem.updateMany({ where, data: { ...data, version: { increment: 1 } } })
  return count === 1
}

/** What `other` owned or tested is `person`'s. */
export const renameIn = async (db: Db, other: string, person: string): Promise<void> => {
  await db.testItem.updateMany({ where: { ownerId: other }, data: { ownerId: person } })
  await db.testItem.updateMany({ where: { testedById: other }, data: { testedById: person } })
}
