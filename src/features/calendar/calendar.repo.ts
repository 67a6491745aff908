/** How calendars are kept: a row per organisation that changed anything, with its own days. */
import { type Calendar, mainland, type OwnDay, type Rhythm } from '../../kit/calendar.js'
import type { Db, Prisma } from '../../kit/store.js'
import type { LocalDate } from '../../kit/time.js'

/** The row of the days that stand in a file: every organisation has them unless it decided otherwise. */
export const house = '*'

type Row = Prisma.CalendarGetPayload<{ include: { days: true } }>

const rowsFor = (db: Db, organisation: string): Promise<Row[]> =>
  db.calendar.findMany({ where: { organisation: { in: [house, organisation] } }, include: { days: true } })

const daysOf = (rows: readonly Row[], of: string): [LocalDate, OwnDay][] =>
  rows
    .filter(({ organisation }) => organisation === of)
    .flatMap(({ days }) => days)
    .map(({ date, kind, name }) => [date, { kind: kind === 'off' ? 'off' : 'working', name }])

/** The calendar by which `organisation` works: one query, also where nothing was ever said. */
export const calendarOf = async (db: Db, organisation: string): Promise<Calendar> => {
  const rows = await rowsFor(db, organisation)
  const { region, weekend, publicDays, otherDays } =
    rows.find((row) => row.organisation === organisation) ?? mainland
  return {
    region,
    weekend,
    own: new Map([...daysOf(rows, house), ...daysOf(rows, organisation)]),
    publicDays: publicDays === 'working' ? 'working' : 'every',
    otherDays: otherDays === 'every' ? 'every' : 'working',
  }
}

/** Whoever changes a calendar waits for others who do. */
export const holdCalendar = async (db: Db, organisation: string): Promise<void> => {
  await db.calendar.createMany({ data: [{ organisation }], skipDuplicates: true })
  await db.calendar.update({ where: { organisation }, data: { version: { increment: 1 } } })
}

export const updateCalendar = (
  db: Db,
  organisation: string,
  data: { region?: string; weekend?: number[]; publicDays?: Rhythm; otherDays?: Rhythm; warnedOf?: number },
) => db.calendar.update({ where: { organisation }, data })

export interface NewDay extends OwnDay {
  date: LocalDate
}

/** The days that `organisation` decided itself, without those of the file. */
export const ownDays = (db: Db, organisation: string) =>
  db.calendarDay.findMany({ where: { organisation }, orderBy: { date: 'asc' } })

export const removeDays = (db: Db, organisation: string, dates: readonly LocalDate[]) =>
  db.calendarDay.deleteMany({ where: { organisation, date: { in: [...dates] } } })

export const removeAllDays = (db: Db, organisation: string) =>
  db.calendarDay.deleteMany({ where: { organisation } })

/** Each of `days` is what it says from now on. */
export const setDays = async (db: Db, organisation: string, days: readonly NewDay[]): Promise<void> => {
  await removeDays(
    db,
    organisation,
    days.map(({ date }) => date),
  )
  await db.calendarDay.createMany({ data: days.map((day) => ({ organisation, ...day })) })
}

/** Of which missing year administrators were told last. */
export const warnedOf = async (db: Db, organisation: string): Promise<number> =>
  (await db.calendar.findFirst({ where: { organisation } }))?.warnedOf ?? 0
