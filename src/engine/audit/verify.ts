/** Walks the whole chain of an organisation in pages, and says whether the log is still what was sealed. */
import type { Break, ChainReport } from '../../kit/chain.js'
import type { Db } from '../../kit/store.js'
import type { Store } from '../db/open.js'
import { beginning, follow, type Link, namedBy, type Walked } from './chain.js'
import { sealOf } from './seal.js'

/** So many events are held in memory, and read by one statement. */
const page = 1000

/**
 * Seals first, so that the answer speaks of everything committed by now.
 * @param kept a hash, or its beginning, that somebody kept: looked for in the chain
 */
export const verify = async (store: Store, organisation: string, kept?: string): Promise<ChainReport> => {
  await sealOf(store, organisation)
  const db = store.prisma
  const chain = await db.auditChain.findUniqueOrThrow({ where: { organisation } })
  const { walked, first, broken } = await walk(db, organisation, chain.seq)
  return {
    events: Number(walked.seq),
    first,
    last: walked.last?.at ?? null,
    hash: walked.hash,
    broken: broken ?? endOf(walked, chain) ?? (await strayOf(db, organisation, chain.settled)),
    kept: kept ? await placeOf(db, organisation, kept) : null,
  }
}

interface Found {
  walked: Walked
  first: Date | null
  broken: Break | null
}

const walk = async (db: Db, organisation: string, until: bigint): Promise<Found> => {
  let found: Found = { walked: beginning, first: null, broken: null }
  while (!found.broken && found.walked.seq < until) {
    const links = await linksAfter(db, organisation, found.walked.seq)
    if (links.length === 0) break
    found = { first: found.first ?? links[0]?.event?.at ?? null, ...follow(found.walked, links, page) }
  }
  return found
}

/** One more than a page: what follows on the last of it tells whether that was put in. */
const linksAfter = async (db: Db, organisation: string, seq: bigint): Promise<Link[]> => {
  const where = { organisation, seq: { gt: seq } }
  const seals = await db.auditSeal.findMany({ where, orderBy: { seq: 'asc' }, take: page + 1 })
  const ids = seals.map(({ eventId }) => eventId)
  const events = await db.auditEvent.findMany({ where: { id: { in: ids } } })
  const byId = new Map(events.map((event) => [event.id, event]))
  return seals.map(({ eventId, ...seal }) => ({ ...seal, event: byId.get(eventId) ?? null }))
}

/** The end that was remembered lies further on: the last seals are gone. */
const endOf = ({ seq, hash, last }: Walked, chain: { seq: bigint; hash: string }): Break | null =>
  seq === chain.seq && hash === chain.hash
    ? null
    : { kind: 'removed', seq: Number(seq) + 1, event: null, before: namedBy(last) }

/** Without a seal among events that were all sealed: put in later, under a number that had passed. */
const strayOf = async (db: Db, organisation: string, settled: bigint): Promise<Break | null> => {
  const [row] = await db.$queryRaw<{ id: bigint }[]>`
    SELECT e."id" FROM "AuditEvent" e WHERE e."organisation" = ${organisation} AND e."id" <= ${settled}
    AND NOT EXISTS (SELECT FROM "AuditSeal" s WHERE s."eventId" = e."id") ORDER BY e."id" LIMIT 1`
  const event = row ? await db.auditEvent.findUnique({ where: { id: row.id } }) : null
  return event && { kind: 'inserted', seq: null, event: namedBy(event), before: null }
}

const placeOf = async (db: Db, organisation: string, kept: string): Promise<number | null> => {
  const where = { organisation, hash: { startsWith: kept.toLowerCase() } }
  const seal = await db.auditSeal.findFirst({ where, orderBy: { seq: 'asc' } })
  return seal && Number(seal.seq)
}
