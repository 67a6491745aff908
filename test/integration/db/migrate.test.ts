import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '../../../src/engine/db/database.js'
import { MigrationError, migrate } from '../../../src/engine/db/migrate.js'
import { openTestDatabase, testFolder } from '../../support/store.js'

describe('migrating', () => {
  let database: Database
  let folder: string

  const write = (name: string, sql: string) => {
    fs.mkdirSync(join(folder, name), { recursive: true })
    fs.writeFileSync(join(folder, name, 'migration.sql'), sql)
  }
  const run = () => migrate(database.pool, folder)
  const history = async () =>
    (await database.pool.query('SELECT * FROM _prisma_migrations ORDER BY started_at')).rows
  const failure = async () => {
    const error = await run().then(
      () => undefined,
      (caught: unknown) => caught,
    )
    return error instanceof MigrationError ? `${error.migration} ${error.reason}` : error
  }

  beforeEach(async () => {
    database = await openTestDatabase()
    await database.pool.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public')
    folder = testFolder('nothing')
    write('1_first', 'CREATE TABLE drum (id serial PRIMARY KEY);')
    write(
      '2_second',
      `ALTER TABLE drum ADD name text; DO $$ BEGIN INSERT INTO drum (name) VALUES ('a;b'); END $$;`,
    )
  })

  afterEach(() => database.close())

  it('applies each migration once, in order', async () => {
    expect(await run()).toEqual(['1_first', '2_second'])
    expect(await run()).toEqual([])
    expect((await database.pool.query('SELECT name FROM drum')).rows).toEqual([{ name: 'a;b' }])
  })

  it('leaves the rows that Prisma’s own command line would leave', async () => {
    await run()
    const [row] = await history()
    expect(row).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      checksum: createHash('sha256').update('CREATE TABLE drum (id serial PRIMARY KEY);').digest('hex'),
      finished_at: expect.any(Date),
      migration_name: '1_first',
      logs: null,
      rolled_back_at: null,
      started_at: expect.any(Date),
      applied_steps_count: 1,
    })
  })

  it('applies only what is new', async () => {
    await run()
    write('3_third', 'CREATE INDEX ON drum (name);')
    expect(await run()).toEqual(['3_third'])
  })

  it('applies nothing at all when one of the scripts does not run', async () => {
    write('3_broken', 'SELECT 1; SELECT nonsense;')
    expect(await failure()).toBe('3_broken refused')
    expect((await database.pool.query(`SELECT to_regclass('drum') AS drum`)).rows).toEqual([{ drum: null }])
  })

  it('refuses when an applied migration was edited', async () => {
    await run()
    write('1_first', 'CREATE TABLE drum (id bigserial PRIMARY KEY);')
    write('3_third', 'CREATE TABLE third ();')
    expect(await failure()).toBe('1_first edited')
    expect(await history()).toHaveLength(2)
  })

  it('refuses after a migration that failed elsewhere, until it is marked as rolled back', async () => {
    await run()
    await database.pool.query(
      `UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name = '2_second'`,
    )
    expect(await failure()).toBe('2_second failed')
    await database.pool.query(`UPDATE _prisma_migrations SET rolled_back_at = now() WHERE migration_name = '2_second';
      ALTER TABLE drum DROP name`)
    expect(await run()).toEqual(['2_second'])
  })

  it('leaves alone what a newer program has applied', async () => {
    await run()
    fs.rmSync(join(folder, '2_second'), { recursive: true })
    expect(await run()).toEqual([])
  })

  it('happens once when several programs start together', async () => {
    const applied = await Promise.all([run(), run(), run()])
    expect(applied.flat().sort()).toEqual(['1_first', '2_second'])
    expect(await history()).toHaveLength(2)
  })
})
