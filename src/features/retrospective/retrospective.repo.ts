/** How retrospectives are kept: rows with measures, and the sections of the report. */
import type { Db, Prisma } from '../../kit/store.js'

export type RetroRow = Prisma.RetroRowGetPayload<object>
export type NewRetroRow = Prisma.RetroRowCreateManyInput
export type RetroChange = Partial<Omit<RetroRow, 'campaignId' | 'number' | 'version'>>
export type RetroSection = Prisma.RetroSectionGetPayload<object>

export const retroRowsOf = (db: Db, campaignId: number): Promise<RetroRow[]> =>
  db.retroRow.findMany({ where: { campaignId }, orderBy: { number: 'asc' } })

/** @returns false when somebody else took one of the numbers at the same moment. */
export const addRetroRows = async (db: Db, rows: readonly NewRetroRow[]): Promise<boolean> =>
  (await db.retroRow.createMany({ data: [...rows], skipDuplicates: true })).count === rows.length

type Kept = Pick<RetroRow, 'campaignId' | 'number' | 'version'>

/** @returns false when somebody was faster. */
export const updateRetroRow = async (
  db: Db,
  { campaignId, number, version }: Kept,
  data: RetroChange,
): Promise<boolean> => {
  const { count } = await db.retroRow.updateMany({
    where: { campaignId, number, version },
    data: { ...data, version: { increment: 1 } },
  })
  return count === 1
}

/** @returns false when somebody was faster. */
export const removeRetroRow = async (db: Db, { campaignId, number, version }: Kept): Promise<boolean> =>
  (await db.retroRow.deleteMany({ where: { campaignId, number, version } })).count === 1

export const sectionsOf = (db: Db, campaignId: number): Promise<RetroSection[]> =>
  db.retroSection.findMany({ where: { campaignId }, orderBy: [{ place: 'asc' }, { dimension: 'asc' }] })

type NewSection = Prisma.RetroSectionCreateManyInput

/** @returns false when somebody else has written it at the same moment. */
export const addSection = async (db: Db, section: NewSection): Promise<boolean> =>
  (await db.retroSection.createMany({ data: [section], skipDuplicates: true })).count === 1

/** @returns false when somebody was faster. */
export const updateSection = async (
  db: Db,
  { campaignId, dimension, version }: RetroSection,
  data: Pick<NewSection, 'content' | 'byId' | 'at'>,
): Promise<boolean> => {
  const { count } = await db.retroSection.updateMany({
    where: { campaignId, dimension, version },
    data: { ...data, version: { increment: 1 } },
  })
  return count === 1
}

/** @returns false when somebody was faster. */
export const removeSection = async (db: Db, { campaignId, dimension, version }: RetroSection) =>
  (await db.retroSection.deleteMany({ where: { campaignId, dimension, version } })).count === 1

/** What names `other` names `person` from now on. @returns the campaigns that show it */
export const renameIn = async (db: Db, other: string, person: string): Promise<number[]> => {
  const named = await db.retroRow.findMany({
    where: { OR: [{ ownerId: other }, { byId: other }, { doneById: other }] },
    select: { campaignId: true },
  })
  await db.retroRow.updateMany({ where: { ownerId: other }, data: { ownerId: person } })
  await db.retroRow.updateMany({ where: { byId: other }, data: { byId: person } })
  await db.retroRow.updateMany({ where: { doneById: other }, data: { doneById: person } })
  await db.retroSection.updateMany({ where: { byId: other }, data: { byId: person } })
  return [...new Set(named.map(({ campaignId }) => campaignId))]
}
