/** How programmes are kept. */
import type { Db, Prisma } from '../../kit/store.js'

export type Programme = Prisma.ProgrammeGetPayload<object>

export const programmeById = (db: Db, id: number): Promise<Programme | null> =>
  db.programme.findUnique({ where: { id } })

export const programmeCalled = (db: Db, key: string): Promise<Programme | null> =>
  db.programme.findFirst({ where: { key } })

/** The newest first, and how many there are. */
export const programmesOf = async (db: Db, take: number) => ({
  programmes: await db.programme.findMany({ orderBy: { id: 'desc' }, take }),
  total: await db.programme.count(),
})

/** @returns whether there was none of this name. */
export const addProgramme = async (
  db: Db,
  programme: Omit<Prisma.ProgrammeCreateManyInput, 'id' | 'organisation'>,
): Promise<boolean> => {
  const { count } = await db.programme.createMany({ data: [programme], skipDuplicates: true })
  return count === 1
}

/** What `other` began was begun by `person`. */
export const renameIn = (db: Db, other: string, person: string) =>
  db.programme.updateMany({ where: { createdById: other }, data: { createdById: person } })
