/** How reports are kept. */
import type { Db, Prisma } from '../../kit/store.js'
import type { LocalDate } from '../../kit/time.js'

export type Report = Prisma.ReportGetPayload<object>
export type NewReport = Prisma.ReportCreateManyInput

/** The reports of a campaign by due date. */
export const reportsOf = (db: Db, campaignId: number): Promise<Report[]> =>
  db.report.findMany({ where: { campaignId }, orderBy: [{ dueOn: 'asc' }, { document: 'asc' }] })

export const reportCalled = (db: Db, campaignId: number, document: string): Promise<Report | null> =>
  db.report.findUnique({ where: { campaignId_document: { campaignId, document } } })

export const addReports = (db: Db, reports: NewReport[]) => db.report.createMany({ data: reports })

/** Keeps the delivery if nobody delivered in between. @returns false when somebody was faster. */
export const deliver = async (
  db: Db,
  report: Report,
  by: string,
  link: string,
  at: Date,
): Promise<boolean> => {
  const { campaignId, document, deliveredAt } = report
  const { count } = await db.report.updateMany({
    where: { campaignId, document, deliveredAt, link: report.link },
    data: { link, deliveredById: by, deliveredAt: at },
  })
  return count === 1
}

/** Reports of these campaigns that have not been delivered. */
export const openReportsOf = (db: Db, campaignIds: readonly number[]): Promise<Report[]> =>
  db.report.findMany({ where: { campaignId: { in: [...campaignIds] }, deliveredAt: null } })

/** Moves the due date of a report that has not been delivered. */
export const moveReport = (db: Db, campaignId: number, document: string, dueOn: LocalDate) =>
  db.report.updateMany({ where: { campaignId, document, deliveredAt: null }, data: { dueOn } })

/** What `other` delivered was delivered by `person`. */
export const renameIn = (db: Db, other: string, person: string) =>
  db.report.updateMany({ where: { deliveredById: other }, data: { deliveredById: person } })
