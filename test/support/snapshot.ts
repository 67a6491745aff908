/** Makes a migrated, empty embedded store once, and keeps it in the temporary folder until migrations or PGlite change. */
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { migrate } from '../../src/engine/db/migrate.js'
import { createFolder, openFolder } from '../../src/engine/db/postgres.js'
import { recordVersion } from '../../src/engine/db/version.js'
import { databaseOver } from '../../src/engine/db/wire.js'

export interface Snapshot {
  /** Tar of the database, for stores in memory. */
  dump: string
  /** Data folder of a closed store; to be copied, not opened. */
  folder: string
}

const root = join(import.meta.dirname, '../..')
export const migrations = join(root, 'prisma/migrations')

/** Several runs at once each make one, and the first to finish provides for all. */
export async function makeSnapshot(): Promise<Snapshot> {
  const home = join(tmpdir(), `drumbeat-test-${userInfo().username}-${fingerprint()}`)
  const snapshot = { dump: join(home, 'dump.tar'), folder: join(home, 'data') }
  if (fs.existsSync(home)) return snapshot
  const draft = fs.mkdtempSync(join(tmpdir(), 'drumbeat-draft-'))
  await makeFolder(join(draft, 'data'))
  await dump(join(draft, 'data/postgres'), join(draft, 'dump.tar'))
  if (!fs.existsSync(home)) fs.renameSync(draft, home)
  return snapshot
}

async function makeFolder(folder: string): Promise<void> {
  fs.mkdirSync(folder)
  await createFolder(join(folder, 'postgres'))
  recordVersion(folder)
  const database = databaseOver(await openFolder(join(folder, 'postgres')), () => {})
  await migrate(database.pool, migrations)
  await database.close()
  // PostgreSQL's own templates are two thirds of the files, and nobody makes databases from them here.
  for (const template of ['1', '4']) fs.rmSync(join(folder, 'postgres/base', template), { recursive: true })
}

/** PostgreSQL itself is not started, so that what is dumped was shut down and needs no recovery. */
async function dump(database: string, path: string): Promise<void> {
  const resting = new PGlite({ dataDir: database, noInitDb: true })
  await resting.waitReady
  const tar = await resting.dumpDataDir('none')
  fs.writeFileSync(path, new Uint8Array(await tar.arrayBuffer()))
}

function fingerprint(): string {
  const hash = createHash('sha256')
  const add = (path: string) => hash.update(path).update(fs.readFileSync(join(root, path)))
  for (const path of ['test/support/snapshot.ts', 'src/engine/db/postgres.ts']) add(path)
  add('node_modules/@electric-sql/pglite/package.json')
  for (const name of fs.readdirSync(migrations, { recursive: true, encoding: 'utf8' }).sort()) {
    if (name.endsWith('.sql')) add(join('prisma/migrations', name))
  }
  return hash.digest('hex').slice(0, 16)
}
