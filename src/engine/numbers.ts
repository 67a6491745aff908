/** Numbers that people type, such as C-12 and A-7, go on without gaps. */
import type { Store } from './db/open.js'

/**
 * PostgreSQL takes numbers in advance and forgets them in a crash: the campaign after C-1 would be C-34. On the embedded
 * store nobody else takes numbers while it starts; on a server somebody may, so that gaps are left there.
 */
export const closeGaps = async ({ kind, prisma }: Store): Promise<void> => {
  if (kind !== 'embedded') return
  await prisma.$executeRaw`
    SELECT setval(pg_get_serial_sequence('"Campaign"', 'id'), coalesce(max(id), 0) + 1, false) FROM "Campaign"`
  await prisma.$executeRaw`
    SELECT setval(pg_get_serial_sequence('"Approval"', 'id'), coalesce(max(id), 0) + 1, false) FROM "Approval"`
}
