import type { Pool, PoolClient } from 'pg'
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest'
import type { Database } from '../../../src/engine/db/database.js'
import { openTestDatabase } from '../../support/store.js'

const backendOf = (client: PoolClient) => client as unknown as { connection: { stream: { destroy(): void } } }

describe('a connection to the store', () => {
  let database: Database
  let pool: Pool

  beforeEach(async () => {
    database = await openTestDatabase()
    pool = database.pool
    await pool.query('CREATE TABLE probe (n int)')
  })

  afterEach(() => database.close())

  const count = async () => (await pool.query('SELECT count(*)::int AS rows FROM probe')).rows[0].rows

  it('that is closed with a transaction open has it rolled back', async () => {
    const client = await pool.connect()
    await client.query('BEGIN')
    await client.query('INSERT INTO probe VALUES (1)')
    client.release(true)
    expect(await count()).toBe(0)
  })

  it('that breaks has its transaction rolled back', async () => {
    const client = await pool.connect()
    client.on('error', () => {})
    await client.query('BEGIN; INSERT INTO probe VALUES (1)')
    const gone = new Promise((resolve) => client.once('end', resolve))
    backendOf(client).connection.stream.destroy()
    await gone
    client.release(true)
    expect(await count()).toBe(0)
  })

  it('leaves no settings to the next one', async () => {
    const client = await pool.connect()
    await client.query(`SET search_path TO pg_catalog; CREATE TEMP TABLE leftover (n int)`)
    client.release(true)
    expect((await pool.query('SHOW search_path')).rows[0].search_path).toContain('public')
    await expect(pool.query('SELECT * FROM leftover')).rejects.toThrow('does not exist')
  })

  it('carries large values, many rows and any script', async () => {
    const text = '鼓点🥁'.repeat(100_000)
    expect((await pool.query('SELECT $1::text AS text', [text])).rows[0].text).toBe(text)
    const { rows } = await pool.query('SELECT n FROM generate_series(1, 50000) n')
    expect(rows).toHaveLength(50_000)
  })

  // The embedded store has no server that could cut it.
  const onServer = inject('testSource').server !== undefined
  if (onServer)
    it('that the server cuts while it is idle is replaced', async () => {
      await Promise.all([pool.query('SELECT pg_sleep(0.01)'), pool.query('SELECT pg_sleep(0.01)')])
      const noticed = new Promise((resolve) => pool.once('error', resolve))
      await pool.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid()`)
      await noticed
      expect(await count()).toBe(0)
    })
})
