/** How research is kept. */
import type { Db, Prisma } from '../../kit/store.js'

export type ResearchNote = Prisma.ResearchNoteGetPayload<object>

export const notesOf = (db: Db, campaignId: number): Promise<ResearchNote[]> =>
  db.researchNote.findMany({ where: { campaignId }, orderBy: { number: 'asc' } })

/** @returns false when somebody else took the number at the same moment. */
export const addNote = async (db: Db, note: Prisma.ResearchNoteCreateManyInput): Promise<boolean> =>
  (await db.researchNote.createMany({ data: [note], skipDuplicates: true })).count === 1

export const removeNote = async (db: Db, { campaignId, number }: ResearchNote): Promise<boolean> =>
  (await db.researchNote.deleteMany({ where: { campaignId, number } })).count === 1

/** What `other` found out was found out by `person`. */
export const renameIn = (db: Db, other: string, person: string) =>
  db.researchNote.updateMany({ where: { byId: other }, data: { byId: person } })
