/** What makes the embedded store trustworthy hangs on PGlite's internals; these tests notice when they change. */
import fs from 'node:fs'
import { join } from 'node:path'
import type { Pool } from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Database } from '../../../src/engine/db/database.js'
import { openFolder } from '../../../src/engine/db/postgres.js'
import { upkeep } from '../../../src/engine/db/upkeep.js'
import { databaseOver } from '../../../src/engine/db/wire.js'
import { testFolder } from '../../support/store.js'

const opened: Database[] = []

const open = async (folder: string): Promise<Pool> => {
  const database = databaseOver(await openFolder(join(folder, 'postgres')), () => {})
  opened.push(database)
  return database.pool
}

describe('the embedded database', () => {
  let folder: string
  let pool: Pool

  beforeAll(async () => {
    folder = testFolder('store')
    pool = await open(folder)
    await pool.query('CREATE TABLE probe (n int)')
  })

  afterEach(() => {
    vi.restoreAllMocks()
  })

  afterAll(async () => {
    for (const database of opened) await database.close()
  })

  it('has every commit forced to the disk before it is answered', async () => {
    const sync = vi.spyOn(fs, 'fsyncSync')
    for (let n = 1; n <= 5; n++) {
      await pool.query(`INSERT INTO probe VALUES (${n})`)
      expect(sync.mock.calls.length).toBeGreaterThanOrEqual(n)
    }
  })

  it('has a transaction of several statements forced to the disk once, at its end', async () => {
    const sync = vi.spyOn(fs, 'fsyncSync')
    const client = await pool.connect()
    await client.query('BEGIN')
    await client.query('INSERT INTO probe VALUES (1)')
    await client.query('INSERT INTO probe VALUES (2)')
    expect(sync).not.toHaveBeenCalled()
    await client.query('COMMIT')
    client.release()
    expect(sync).toHaveBeenCalledTimes(1)
  })

  it('forces nothing to the disk for reading', async () => {
    const sync = vi.spyOn(fs, 'fsyncSync')
    await pool.query('SELECT * FROM probe')
    expect(sync).not.toHaveBeenCalled()
  })

  it('survives ordinary errors', async () => {
    await expect(pool.query('SELECT 1/0')).rejects.toThrow('division by zero')
    await expect(pool.query('SELECT $1::int', ['x'])).rejects.toThrow('invalid input syntax')
    expect((await pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }])
  })

  it('is swept, and its log cut short, which nothing in PGlite does', async () => {
    await pool.query('INSERT INTO probe SELECT generate_series(1, 1000)')
    for (let round = 0; round < 5; round++) await pool.query('UPDATE probe SET n = n + 1')
    const dead = `SELECT n_dead_tup::int AS dead FROM pg_stat_user_tables WHERE relname = 'probe'`
    const log =
      'SELECT pg_wal_lsn_diff(pg_current_wal_lsn(), redo_lsn)::int AS bytes FROM pg_control_checkpoint()'
    await pool.query('SELECT pg_stat_force_next_flush()') // else PostgreSQL counts once a second
    expect((await pool.query(dead)).rows[0].dead).toBeGreaterThan(500)
    await upkeep(pool, 100_000)
    expect((await pool.query(dead)).rows[0].dead).toBeLessThan(500)
    expect((await pool.query(log)).rows[0].bytes).toBeLessThan(100_000)
  })

  it('acknowledges nothing the disk has refused, says so instead of hanging, and opens again with what it had', async () => {
    await pool.query('INSERT INTO probe VALUES (-1)')
    vi.spyOn(fs, 'fsyncSync').mockImplementation(() => {
      throw Object.assign(new Error('broken disk'), { code: 'EIO' })
    })
    await expect(pool.query('INSERT INTO probe VALUES (-2)')).rejects.toThrow(
      /crashed: PANIC: .*could not fsync/,
    )
    await expect(pool.query('SELECT 1')).rejects.toThrow(/crashed/)
    vi.restoreAllMocks()
    const later = await open(folder)
    const { rows } = await later.query('SELECT n FROM probe WHERE n = -1')
    expect(rows).toEqual([{ n: -1 }])
  })
})
