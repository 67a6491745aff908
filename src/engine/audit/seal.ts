/** Seals what was recorded: committed events get their place in the chain, in transactions of their own. */
import type { Db } from '../../kit/store.js'
import type { Store } from '../db/open.js'
import { inTransaction } from '../work/transaction.js'
import { linkOf } from './chain.js'

/** So many events a transaction: others wait while the embedded store is busy with one. */
const batch = 1000
/** In milliseconds; the transactions of the house are over after ten seconds. */
const settling = 300_000

/** Organisations with something to seal, or to settle; each is found by one step on an index. */
const due = (db: Db, markedUntil: Date) => db.$queryRaw<{ organisation: string }[]>`
  WITH RECURSIVE own AS (
    SELECT min("organisation") AS organisation FROM "AuditEvent"
    UNION ALL
    SELECT (SELECT min("organisation") FROM "AuditEvent" WHERE "organisation" > own.organisation)
    FROM own WHERE own.organisation IS NOT NULL)
  SELECT own.organisation FROM own LEFT JOIN "AuditChain" c ON c."organisation" = own.organisation
  WHERE own.organisation IS NOT NULL AND (c."mark" > c."settled" AND c."markedAt" < ${markedUntil} OR EXISTS (
    SELECT FROM "AuditEvent" e WHERE e."organisation" = own.organisation AND e."id" > coalesce(c."settled", 0)
    AND NOT EXISTS (SELECT FROM "AuditSeal" s WHERE s."eventId" = e."id")))`

/** Seals everything that is committed by now. @returns how many events */
export const sealAll = async (store: Store): Promise<number> => {
  let sealed = 0
  for (const { organisation } of await due(store.prisma, new Date(Date.now() - settling)))
    sealed += await sealOf(store, organisation)
  return sealed
}

/** Seals everything of one organisation that is committed by now. @returns how many events */
export const sealOf = async (store: Store, organisation: string): Promise<number> => {
  let sealed = 0
  for (let after: bigint | null = 0n; after !== null; ) {
    const from: bigint = after
    const done = await inTransaction(store, (db) => sealSome(db, organisation, from, new Date()))
    sealed += done.sealed
    after = done.last
  }
  return sealed
}

/**
 * Holds the end of the chain, so that two who seal go one after the other; the second sees what the first has sealed.
 * @param after where this run is
 * @returns the last id that was looked at; null when there are no more
 */
const sealSome = async (db: Db, organisation: string, after: bigint, now: Date) => {
  await db.auditChain.createMany({ data: [{ organisation, markedAt: now }], skipDuplicates: true })
  await db.$executeRaw`SELECT 1 FROM "AuditChain" WHERE "organisation" = ${organisation} FOR UPDATE`
  const chain = await db.auditChain.findUniqueOrThrow({ where: { organisation } })
  const { events, last } = await unsealed(db, organisation, after > chain.settled ? after : chain.settled)
  const end = await endOf(db, chain)
  let { hash } = end
  const seals = events.map((event) => {
    hash = linkOf(hash, event)
    return { id: event.id, hash }
  })
  await addSeals(db, organisation, end.seq, seals)
  const seq = end.seq + BigInt(seals.length)
  const settled = last === null ? await settledNow(db, chain, now) : {}
  await db.auditChain.update({ where: { organisation }, data: { seq, hash, ...settled } })
  return { sealed: seals.length, last }
}

/** Lists instead of rows: four parameters a seal would take three times as long. */
const addSeals = (
  db: Db,
  organisation: string,
  after: bigint,
  seals: readonly { id: bigint; hash: string }[],
) => {
  const [ids, hashes] = [seals.map(({ id }) => id), seals.map(({ hash }) => hash)]
  return db.$executeRaw`INSERT INTO "AuditSeal" ("organisation", "seq", "eventId", "hash")
    SELECT ${organisation}, ${after} + n, id, hash
    FROM unnest(${ids}::bigint[], ${hashes}::text[]) WITH ORDINALITY AS seal (id, hash, n)`
}

/** What is remembered may have been tampered with: a place that is taken is never given again. */
const endOf = async (db: Db, chain: { organisation: string; seq: bigint; hash: string }) => {
  const { organisation } = chain
  const last = await db.auditSeal.findFirst({ where: { organisation }, orderBy: { seq: 'desc' } })
  return last && last.seq > chain.seq ? last : chain
}

/** In the order of their ids; one that was committed late gets its place behind those that came before it. */
const unsealed = async (db: Db, organisation: string, after: bigint) => {
  const some = { where: { organisation, id: { gt: after } }, take: batch, select: { id: true } }
  const ids = (await db.auditEvent.findMany({ ...some, orderBy: { id: 'asc' } })).map(({ id }) => id)
  const seals = await db.auditSeal.findMany({ where: { eventId: { in: ids } }, select: { eventId: true } })
  const sealed = new Set(seals.map(({ eventId }) => eventId))
  const where = { id: { in: ids.filter((id) => !sealed.has(id)) } }
  const events = await db.auditEvent.findMany({ where, orderBy: { id: 'asc' } })
  return { events, last: ids.length < batch ? null : (ids.at(-1) ?? null) }
}

type Chain = { organisation: string; mark: bigint; markedAt: Date }

/** Ids up to the last mark were given out long ago: what was to be committed has been, and is sealed. */
const settledNow = async (db: Db, { organisation, mark, markedAt }: Chain, now: Date) => {
  if (mark > 0n && now.getTime() - markedAt.getTime() < settling) return {}
  const { _max } = await db.auditEvent.aggregate({ where: { organisation }, _max: { id: true } })
  return { settled: mark, mark: _max.id ?? 0n, markedAt: now }
}
