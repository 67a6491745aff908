/** Makes, once per test run, the migrated and empty database that every test store is a copy of. */
import { randomBytes } from 'node:crypto'
import type { TestProject } from 'vitest/node'
import { migrate } from '../../src/engine/db/migrate.js'
import { connectServer } from '../../src/engine/db/server.js'
import { databaseUrl, onServer } from './server.js'
import { makeSnapshot, migrations, type Snapshot } from './snapshot.js'

/** Where test stores come from. */
export interface TestSource extends Snapshot {
  /** The server of TEST_DATABASE_URL, whose user may create databases, and the database to copy there. */
  server?: { url: string; template: string }
}

declare module 'vitest' {
  export interface ProvidedContext {
    testSource: TestSource
  }
}

export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const snapshot = await makeSnapshot()
  const url = process.env.TEST_DATABASE_URL
  if (!url) {
    project.provide('testSource', snapshot)
    return undefined
  }
  const template = `drumbeat_test_${randomBytes(4).toString('hex')}`
  await makeTemplate(url, template)
  project.provide('testSource', { ...snapshot, server: { url, template } })
  return () => dropAll(url, template)
}

async function makeTemplate(url: string, template: string): Promise<void> {
  await onServer(url, `CREATE DATABASE ${template}`)
  const { pool, close } = connectServer(databaseUrl(url, template), () => {})
  await migrate(pool, migrations)
  await close()
}

/** Also what tests have left behind. */
async function dropAll(url: string, template: string): Promise<void> {
  const names = await onServer(url, `SELECT datname FROM pg_database WHERE datname LIKE '${template}%'`)
  for (const { datname } of names) await onServer(url, `DROP DATABASE ${datname} WITH (FORCE)`)
}
