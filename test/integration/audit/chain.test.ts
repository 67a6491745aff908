/** The log as a chain on a real store: who tampers with it is found, and two who seal at once make one chain. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sealAll, sealOf } from '../../../src/engine/audit/seal.js'
import { verify } from '../../../src/engine/audit/verify.js'
import type { Store } from '../../../src/engine/db/open.js'
import type { Db } from '../../../src/kit/store.js'
import { testEngine } from '../../support/engine.js'
import { openTestStore } from '../../support/store.js'

let store: Store
beforeEach(async () => {
  store = await openTestStore()
})
afterEach(() => store.close())

const entry = (n: number, organisation = 'T1') => ({
  at: new Date(Date.UTC(2024, 4, 24, 0, 0, n, 123)),
  organisation,
  actorId: 'planner',
  platform: 'slack',
  action: 'task.status',
  subject: `task:${n}`,
  campaignId: 1,
  before: { status: 'todo' },
  after: {
    status: 'doing',
    words: '"快点" 🚀 \u0001 $1',
    part: 0.1 + 0.2,
    big: 2 ** 60,
    nested: [{ z: 1, a: null }],
  },
  cause: `d${n}`,
})
const written = (db: Db, from: number, to: number, organisation = 'T1') =>
  db.auditEvent.createMany({
    data: Array.from({ length: to - from + 1 }, (_, i) => entry(from + i, organisation)),
  })

/** As somebody does who may do anything in the database. */
const tamper = (sql: string) =>
  store.prisma.$executeRawUnsafe(`DO $$ BEGIN
    PERFORM set_config('session_replication_role', 'replica', true); ${sql};
  END $$`)
const event = (n: number) => `"AuditEvent" SET`.concat(` "id" = "id" WHERE "subject" = 'task:${n}'`)
const whole = async (organisation = 'T1') => {
  const report = await verify(store, organisation)
  expect(report.broken).toBeNull()
  return report
}
const brokenBy = async (...statements: string[]) => {
  for (const sql of statements) await tamper(sql)
  return (await verify(store, 'T1')).broken
}

describe('the audit log', () => {
  it('is only added to: the store itself refuses anything else', async () => {
    await written(store.prisma, 1, 3)
    await whole()
    for (const sql of [
      `UPDATE ${event(2)}`,
      `DELETE FROM "AuditEvent"`,
      'TRUNCATE "AuditEvent"',
      'UPDATE "AuditSeal" SET "hash" = \'\'',
      'DELETE FROM "AuditSeal"',
      'TRUNCATE "AuditSeal"',
      'UPDATE "AuditChain" SET "seq" = 1',
      'DELETE FROM "AuditChain"',
      'TRUNCATE "AuditChain"',
    ])
      await expect(store.prisma.$executeRawUnsafe(sql), sql).rejects.toThrow(/only added to/)
    expect((await whole()).events).toBe(3)
  })

  it('is sealed and found whole, each organisation by itself, again and again', async () => {
    expect(await whole()).toMatchObject({ events: 0, first: null, last: null, hash: '' })
    await written(store.prisma, 1, 2500)
    await written(store.prisma, 1, 7, '')
    expect(await sealAll(store)).toBe(2507)
    expect(await sealAll(store)).toBe(0)
    const report = await whole()
    expect(report).toMatchObject({ events: 2500, first: entry(1).at, last: entry(2500).at })
    expect(report.hash).toMatch(/^[0-9a-f]{64}$/)
    expect((await whole('')).events).toBe(7)
    await written(store.prisma, 2501, 2502)
    const later = await whole()
    expect(later).toMatchObject({ events: 2502, broken: null })
    expect((await verify(store, 'T1', report.hash)).kept).toBe(2500)
    expect((await verify(store, 'T1', report.hash.slice(0, 12))).kept).toBe(2500)
    expect((await verify(store, '', report.hash)).kept).toBeNull()
  })

  it('seals what the house records, and what was committed late', async () => {
    const { line } = await testEngine(store)
    await line('ann', 'put town hello')
    await line('ann', 'put town break')
    await line('ann', 'put town refuse')
    const kept = await store.prisma.auditEvent.count()
    expect(kept).toBeGreaterThan(1)
    expect((await whole('')).events).toBe(kept)
  })
})

describe('tampering with the log', () => {
  beforeEach(async () => {
    await written(store.prisma, 1, 12)
    await whole()
  })

  it.each([
    [`"actorId" = 'somebody'`],
    [`"at" = "at" + interval '1 millisecond'`],
    [`"after" = jsonb_set("after", '{status}', '"done"')`],
    [`"before" = NULL`],
    [`"subject" = 'task:99'`],
    [`"organisation" = ''`],
    [`"campaignId" = 2`],
    [`"id" = 99`],
  ])('is found when %s', async (change) => {
    const broken = await brokenBy(`UPDATE "AuditEvent" SET ${change} WHERE "subject" = 'task:5'`)
    expect(broken).toMatchObject({ seq: 5, before: { subject: 'task:4' } })
    expect(broken?.kind).toBe(change.startsWith('"id"') ? 'removed' : 'altered')
  })

  it('is found when an event in the middle is gone, with its seal or without', async () => {
    expect(await brokenBy(`DELETE FROM "AuditEvent" WHERE "subject" = 'task:7'`)).toMatchObject({
      kind: 'removed',
      seq: 7,
      before: { subject: 'task:6' },
    })
    expect(await brokenBy('DELETE FROM "AuditSeal" WHERE "seq" = 7')).toMatchObject({
      kind: 'removed',
      seq: 7,
    })
  })

  it('is found when the last are gone, with their seals or without', async () => {
    expect(
      await brokenBy(`DELETE FROM "AuditEvent" WHERE "subject" IN ('task:11', 'task:12')`),
    ).toMatchObject({ kind: 'removed', seq: 11 })
    expect(await brokenBy('DELETE FROM "AuditSeal" WHERE "seq" > 10')).toMatchObject({
      kind: 'removed',
      seq: 11,
    })
    await written(store.prisma, 13, 14)
    expect((await verify(store, 'T1')).broken).toMatchObject({ kind: 'removed', seq: 11 })
  })

  it('is not found when the end was forgotten as well, but the hash that somebody kept is missing then', async () => {
    const { hash } = await whole()
    const kept = await store.prisma.auditSeal.findFirstOrThrow({ where: { seq: 10 } })
    await brokenBy(
      `DELETE FROM "AuditEvent" WHERE "subject" IN ('task:11', 'task:12')`,
      'DELETE FROM "AuditSeal" WHERE "seq" > 10',
      `UPDATE "AuditChain" SET "seq" = 10, "hash" = '${kept.hash}'`,
    )
    expect(await verify(store, 'T1', hash)).toMatchObject({ events: 10, broken: null, kept: null })
    expect((await verify(store, 'T1', kept.hash)).kept).toBe(10)
  })

  it('is found when two have changed places', async () => {
    const [three, nine] = await store.prisma.auditEvent.findMany({
      where: { subject: { in: ['task:3', 'task:9'] } },
      orderBy: { id: 'asc' },
    })
    const broken = await brokenBy(
      `UPDATE "AuditEvent" SET "id" = -1 WHERE "id" = ${three?.id}`,
      `UPDATE "AuditEvent" SET "id" = ${three?.id} WHERE "id" = ${nine?.id}`,
      `UPDATE "AuditEvent" SET "id" = ${nine?.id} WHERE "id" = -1`,
    )
    expect(broken).toMatchObject({ kind: 'altered', seq: 3, event: { subject: 'task:9' } })
  })

  const forged = (
    id: string,
  ) => `INSERT INTO "AuditEvent" ("id", "at", "organisation", "platform", "action", "subject")
    VALUES (${id}, '2024-05-24 00:00:03', 'T1', 'slack', 'approval.approve', 'approval:1')`

  it('is found when one was put in with a seal of its own, and all behind it counted anew', async () => {
    const broken = await brokenBy(
      forged('500'),
      'UPDATE "AuditSeal" SET "seq" = -"seq" - 1 WHERE "seq" > 4',
      'UPDATE "AuditSeal" SET "seq" = -"seq" WHERE "seq" < 0',
      `INSERT INTO "AuditSeal" VALUES ('T1', 5, 500, repeat('a', 64))`,
      'UPDATE "AuditChain" SET "seq" = 13',
    )
    expect(broken).toMatchObject({ kind: 'inserted', seq: 5, event: { id: '500', subject: 'approval:1' } })
  })

  it('is found when one was put in under a number that had passed', async () => {
    await tamper('DELETE FROM "AuditEvent" WHERE "id" < 0')
    // Some minutes later, twice: what is marked now is settled then.
    for (const _ of [1, 2]) {
      await tamper(`UPDATE "AuditChain" SET "markedAt" = '2024-05-24'`)
      await sealAll(store)
    }
    await written(store.prisma, 13, 13)
    expect((await whole()).events).toBe(13)
    const broken = await brokenBy(forged('0'))
    expect(broken).toMatchObject({ kind: 'inserted', seq: null, event: { id: '0', subject: 'approval:1' } })
  })

  it('stays found when the remembered end is thrown away, and sealing goes on', async () => {
    await tamper('DELETE FROM "AuditChain"')
    await written(store.prisma, 13, 15)
    expect((await whole()).events).toBe(15)
  })
})

describe('many who write and seal at once', () => {
  it('make one chain with every event in it once', async () => {
    const writing = Array.from({ length: 6 }, async (_, writer) => {
      for (let n = 0; n < 12; n++) {
        await store.prisma.$transaction(async (db) => {
          await written(db, writer * 100 + n, writer * 100 + n)
          // Later ids may be committed first.
          if (store.kind === 'server')
            await db.$executeRaw`SELECT 1 FROM pg_sleep(${((writer + n) % 5) / 200})`
        })
      }
    })
    const sealing = Array.from({ length: 4 }, async () => {
      for (let n = 0; n < 10; n++) await sealOf(store, 'T1')
    })
    await Promise.all([...writing, ...sealing])
    expect((await whole()).events).toBe(72)
    expect(await store.prisma.auditSeal.count()).toBe(72)
  }, 60_000)
})
