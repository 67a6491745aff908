/** How the audit log is read; the engine writes it, nobody changes it. */
import type { Db, Prisma } from '../../kit/store.js'

export type AuditEvent = Prisma.AuditEventGetPayload<object>
export type Filter = Prisma.AuditEventWhereInput

/** The newest `take` events, and how many there are in all. */
export const eventsWhere = async (
  db: Db,
  where: Filter,
  take: number,
): Promise<{ events: AuditEvent[]; total: number }> => ({
  events: await db.auditEvent.findMany({ where, orderBy: { id: 'desc' }, take }),
  total: await db.auditEvent.count({ where }),
})

/** The actions that occur among events. */
export const actionsWhere = async (db: Db, where: Filter): Promise<string[]> =>
  (await db.auditEvent.groupBy({ by: ['action'], where, orderBy: { action: 'asc' } })).map(
    ({ action }) => action,
  )
