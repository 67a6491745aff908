/** How issues are kept. */
import type { Db, Prisma } from '../../kit/store.js'

export type Issue = Prisma.IssueGetPayload<object>
export type NewIssue = Prisma.IssueUncheckedCreateInput
export type IssueChange = Partial<
  Omit<Issue, 'id' | 'campaignId' | 'title' | 'reportedById' | 'openedAt' | 'happenedOn' | 'version'>
>

const open = { in: ['open', 'handling'] }
/** Issues of a campaign that was called off or archived wait for nobody. */
const running = { status: { in: ['active', 'paused'] } }
const byDeadline = [{ dueAt: 'asc' as const }, { id: 'asc' as const }]

export const issueById = (db: Db, id: number): Promise<Issue | null> => db.issue.findUnique({ where: { id } })

/** Issues of a campaign still to be solved, by remaining time (F86). */
export const openIssuesOf = (db: Db, campaignId: number): Promise<Issue[]> =>
  db.issue.findMany({ where: { campaignId, status: open }, orderBy: byDeadline })

/** Issues that `personId` is to solve, over all campaigns, by remaining time. */
export const openIssuesFor = (db: Db, personId: string): Promise<Issue[]> =>
  db.issue.findMany({ where: { ownerId: personId, status: open, campaign: running }, orderBy: byDeadline })

/** Handled issues of a campaign that nobody has confirmed yet. */
export const handledIssuesOf = (db: Db, campaignId: number): Promise<Issue[]> =>
  db.issue.findMany({ where: { campaignId, status: 'handled' }, orderBy: byDeadline })

/** Handled issues that `personId` is to confirm: reported by them, or in a campaign they lead. */
export const handledIssuesFor = (db: Db, personId: string): Promise<Issue[]> =>
  db.issue.findMany({
    where: {
      status: 'handled',
      campaign: running,
      OR: [{ reportedById: personId }, { campaign: { ownerId: personId } }],
    },
    orderBy: byDeadline,
  })

/** All issues of a campaign, in the order in which they were reported. */
export const issuesOf = (db: Db, campaignId: number): Promise<Issue[]> =>
  db.issue.findMany({ where: { campaignId }, orderBy: { id: 'asc' } })

/** All at once, as one value of JSON: row by row two thousand would take seconds. Every column must be there. */
export const addIssues = (
  db: Db,
  issues: readonly Required<Omit<NewIssue, 'id' | 'version' | 'campaign'>>[],
) =>
  db.$executeRaw`
    INSERT INTO "Issue" ("campaignId", "title", "impact", "ownerId", "reportedById", "measure", "source", "status", "openedAt",
      "happenedOn", "progress", "rate", "expectedOn", "dueAt", "handledAt", "closedAt", "closedById")
    SELECT "campaignId", "title", "impact", "ownerId", "reportedById", "measure", "source", "status", "openedAt",
      "happenedOn", "progress", "rate", "expectedOn", "dueAt", "handledAt", "closedAt", "closedById"
    FROM jsonb_populate_recordset(NULL::"Issue", ${JSON.stringify(issues)}::jsonb)`

export const addIssue = (db: Db, issue: NewIssue): Promise<Issue> => db.issue.create({ data: issue })

/** Keeps the change if `issue` is still as it was read. @returns false when somebody was faster. */
export const updateIssue = async (db: Db, { id, version }: Issue, data: IssueChange): Promise<boolean> => {
  const { count } = await db.issue.updateMany({
    where: { id, version },
    data: { ...data, version: { increment: 1 } },
  })
  return count === 1
}

/** What names `other` names `person` from now on. @returns the issues that did and are not closed. */
export const renameIn = async (db: Db, other: string, person: string): Promise<Issue[]> => {
  const naming = [{ ownerId: other }, { reportedById: other }]
  const concerned = await db.issue.findMany({ where: { status: { not: 'closed' }, OR: naming } })
  for (const column of ['ownerId', 'reportedById', 'closedById'] as const)
    await db.issue.updateMany({ where: { [column]: other }, data: { [column]: person } })
  return concerned
}
