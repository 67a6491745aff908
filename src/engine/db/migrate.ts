/** Brings a database to the newest schema, leaving the same history as Prisma's CLI, whose engine is not at hand at run time. */
import { createHash, randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Pool, PoolClient } from 'pg'

/** Thrown when the history in the database and the files do not agree; nothing has been changed then. */
export class MigrationError extends Error {
  constructor(
    readonly migration: string,
    /** edited: its file is not what was applied · failed: a run of it did not finish · refused: its SQL does not run */
    readonly reason: 'edited' | 'failed' | 'refused',
    options?: ErrorOptions,
  ) {
    super(`Migration ${migration}: ${reason}`, options)
    this.name = 'MigrationError'
  }
}

interface Migration {
  name: string
  sql: string
  checksum: string
}

interface Row {
  migration_name: string
  checksum: string
  finished_at: Date | null
}

const LOCK = 72707369 // the number Prisma's CLI locks with, so that it and several replicas take turns

const HISTORY = `CREATE TABLE "_prisma_migrations" (
  id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`

/**
 * Applies what is missing, all of it or nothing. Migrations the folder does not know (an older program on a
 * newer database, during a roll-out) are left in peace, as the CLI does.
 * @param folder holds one folder per migration, as in prisma/migrations
 * @returns the names of those applied now
 * @throws MigrationError
 */
export async function migrate(pool: Pool, folder: string): Promise<string[]> {
  const migrations = await readMigrations(folder)
  const client = await pool.connect()
  try {
    await client.query(`BEGIN; SET LOCAL statement_timeout = 0; SELECT pg_advisory_xact_lock(${LOCK})`)
    const applied = await applyMissing(client, migrations)
    await client.query('COMMIT')
    client.release()
    return applied
  } catch (error) {
    client.release(true) // with the connection goes the transaction
    throw error
  }
}

async function applyMissing(client: PoolClient, migrations: Migration[]): Promise<string[]> {
  const history = await readHistory(client)
  const missing = migrations.filter((migration) => !isApplied(migration, history))
  for (const migration of missing) await apply(client, migration)
  return missing.map(({ name }) => name)
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  return await Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(join(folder, name, 'migration.sql'), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

async function readHistory(client: PoolClient): Promise<Row[]> {
  const {
    rows: [table],
  } = await client.query<{ exists: boolean }>(
    `SELECT to_regclass('"_prisma_migrations"') IS NOT NULL AS exists`,
  )
  if (!table?.exists) await client.query(HISTORY)
  const { rows } = await client.query<Row>(
    'SELECT migration_name, checksum, finished_at FROM "_prisma_migrations" WHERE rolled_back_at IS NULL',
  )
  return rows
}

function isApplied({ name, checksum }: Migration, history: Row[]): boolean {
  const row = history.find((candidate) => candidate.migration_name === name)
  if (!row) return false
  if (!row.finished_at) throw new MigrationError(name, 'failed')
  if (row.checksum !== checksum) throw new MigrationError(name, 'edited')
  return true
}

/** The script goes as one simple query: it may hold several statements, and `DO $$ … $$`. */
async function apply(client: PoolClient, { name, sql, checksum }: Migration): Promise<void> {
  const id = randomUUID()
  await client.query(
    `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, started_at) VALUES ($1, $2, $3, clock_timestamp())`,
    [id, checksum, name],
  )
  await client.query(sql).catch((cause: unknown) => {
    throw new MigrationError(name, 'refused', { cause })
  })
  await client.query(
    'UPDATE "_prisma_migrations" SET finished_at = clock_timestamp(), applied_steps_count = 1 WHERE id = $1',
    [id],
  )
}
