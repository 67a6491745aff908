/** What the signed sheet of an approval tells from the audit log: the acts on it and their places in the chain. */
import type { Db, Prisma } from '../../kit/store.js'

/** An act with the hash that seals it; null until the next minute. */
export type Act = Prisma.AuditEventGetPayload<object> & { seal: { seq: number; hash: string } | null }

/** The word under which sheets are recorded; they are no acts on the approval themselves. */
export const sheetMade = 'approval.sheet'

/** The first `take` acts on an approval, oldest first, and how many there are in all. */
export const actsOn = async (
  db: Db,
  approvalId: number,
  take: number,
): Promise<{ acts: Act[]; total: number }> => {
  const where = { subject: `approval:${approvalId}`, action: { not: sheetMade } }
  const events = await db.auditEvent.findMany({ where, orderBy: { id: 'asc' }, take })
  const seals = await db.auditSeal.findMany({ where: { eventId: { in: events.map(({ id }) => id) } } })
  const byEvent = new Map(seals.map(({ eventId, seq, hash }) => [eventId, { seq: Number(seq), hash }]))
  const acts = events.map((event) => ({ ...event, seal: byEvent.get(event.id) ?? null }))
  return { acts, total: await db.auditEvent.count({ where }) }
}
