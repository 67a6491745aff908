/** Who is away when, and who is asked instead. */
import type { Db, Prisma } from '../../kit/store.js'
import { addDays, type LocalDate, localDate } from '../../kit/time.js'

export type Absence = Prisma.AbsenceGetPayload<{ include: { person: { select: { zone: true } } } }>

/** Absences that hold at a moment, each by the day it is where the person is. */
const absences = async (db: Db, where: Prisma.AbsenceWhereInput, at: Date): Promise<Absence[]> => {
  const day = localDate(at, 'UTC')
  // Nowhere is it more than a day earlier or later.
  const near = { fromOn: { lte: addDays(day, 1) }, toOn: { gte: addDays(day, -1) } }
  const include = { person: { select: { zone: true } } }
  const found = await db.absence.findMany({ where: { ...where, ...near }, include, orderBy: { id: 'asc' } })
  return found.filter(({ fromOn, toOn, person }) => {
    const today = localDate(at, person.zone)
    return fromOn <= today && today <= toOn
  })
}

/** The absences of any of `personIds` at a moment. */
export const awayAmong = (db: Db, personIds: readonly string[], at: Date): Promise<Absence[]> =>
  absences(db, { personId: { in: [...personIds] } }, at)

/** The absences during which `deputyId` is asked. */
export const awayFor = (db: Db, deputyId: string, at: Date): Promise<Absence[]> =>
  absences(db, { deputyId }, at)

export interface NewAbsence {
  personId: string
  fromOn: LocalDate
  toOn: LocalDate
  deputyId: string
}

/** What is planned or under way from `today` on is replaced. */
export const planAbsence = async (db: Db, absence: NewAbsence, today: LocalDate): Promise<void> => {
  await endAbsences(db, absence.personId, today)
  await db.absence.create({ data: absence })
}

/** @returns the deputies of what is over now. */
export const endAbsences = async (db: Db, personId: string, today: LocalDate): Promise<string[]> => {
  const where = { personId, toOn: { gte: today } }
  const over = await db.absence.findMany({ where })
  await db.absence.deleteMany({ where })
  return over.map(({ deputyId }) => deputyId)
}

/** The absence of `personId` that is under way or comes next. */
export const nextAbsence = (db: Db, personId: string, today: LocalDate) =>
  db.absence.findFirst({ where: { personId, toOn: { gte: today } }, orderBy: { fromOn: 'asc' } })
