/** Gives tests a migrated, empty store: in memory, or on the server that TEST_DATABASE_URL names. */
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, inject } from 'vitest'
import type { Database } from '../../src/engine/db/database.js'
import { openInMemory } from '../../src/engine/db/embedded.js'
import { openStore, type Store } from '../../src/engine/db/open.js'
import { connectServer } from '../../src/engine/db/server.js'
import { databaseUrl, onServer } from './server.js'

const idle: Store[] = []
const folders: string[] = []

afterAll(async () => {
  await Promise.all(idle.splice(0).map((store) => store.close()))
  for (const folder of folders.splice(0)) fs.rmSync(folder, { recursive: true, force: true })
})

/**
 * A store nobody else uses. Closing it empties it, and the next test of the file gets it again: that takes some
 * milliseconds, a new one half a second. Whoever changes tables, and not only rows, wants `openTestDatabase`.
 */
export async function openTestStore(): Promise<Store> {
  const store = idle.pop() ?? (await openNew())
  let closing: Promise<void> | undefined
  const giveBack = async () => {
    await store.prisma.$executeRawUnsafe(EMPTY)
    idle.push(store)
  }
  return { prisma: store.prisma, kind: store.kind, close: () => (closing ??= giveBack()) }
}

/** The connections below a store, on a migrated and empty database that is gone when it is closed. */
export async function openTestDatabase(): Promise<Database> {
  const { dump, server } = inject('testSource')
  if (!server) return await openInMemory(dump)
  const { url, drop } = await copyTemplate(server)
  const database = connectServer(url, () => {})
  return { ...database, close: () => database.close().then(drop) }
}

/** A data folder of this test's own, removed after the file's last: an embedded store, migrated and empty, or nothing. */
export function testFolder(content: 'store' | 'nothing'): string {
  const folder = fs.mkdtempSync(join(tmpdir(), 'drumbeat-data-'))
  folders.push(folder)
  if (content === 'store') fs.cpSync(inject('testSource').folder, folder, { recursive: true })
  return folder
}

async function openNew(): Promise<Store> {
  const { dump, server } = inject('testSource')
  if (!server) return await openStore({ dataDir: '', memory: { snapshot: dump } })
  const { url, drop } = await copyTemplate(server)
  const store = await openStore({ dataDir: '', databaseUrl: url })
  return { ...store, close: () => store.close().then(drop) }
}

async function copyTemplate({ url, template }: { url: string; template: string }) {
  const name = `${template}_${randomBytes(4).toString('hex')}`
  await onServer(url, `CREATE DATABASE ${name} TEMPLATE ${template}`)
  const drop = async () => {
    await onServer(url, `DROP DATABASE ${name} WITH (FORCE)`)
  }
  return { url: databaseUrl(url, name), drop }
}

/** The audit log of a store that is used on, without what guards it. */
export const forgetLog = ({ prisma }: Store) =>
  prisma.$executeRawUnsafe(`DO $$
BEGIN
  PERFORM set_config('session_replication_role', 'replica', true);
  TRUNCATE "AuditEvent", "AuditSeal", "AuditChain";
END $$`)

/** Empties the tables that hold rows, those that are guarded too, and starts all numbering anew, also that of rows which were rolled back. */
const EMPTY = `DO $$
DECLARE
  item record;
  filled boolean;
BEGIN
  PERFORM set_config('session_replication_role', 'replica', true);
  FOR item IN SELECT oid::regclass AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
    AND relname <> '_prisma_migrations' LOOP
    EXECUTE format('SELECT EXISTS (SELECT FROM %s)', item.name) INTO filled;
    IF filled THEN EXECUTE format('TRUNCATE %s CASCADE', item.name); END IF;
  END LOOP;
  PERFORM setval(seqrelid::regclass, 1, false) FROM pg_sequence WHERE pg_sequence_last_value(seqrelid) IS NOT NULL;
END $$`
