/** Keeps a data folder's files and the PostgreSQL that reads them together: another major version cannot read them. */
import fs from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { syncPath } from './durable-fs.js'

/** Of the PGlite that package.json pins; a test compares. */
export const POSTGRES_MAJOR = 18

/** Thrown for a folder written by another major version of PostgreSQL; only a logical copy moves it. */
export class StoreVersionError extends Error {
  constructor(
    readonly folder: string,
    readonly found: number,
    readonly expected: number,
  ) {
    super(
      `The data folder ${folder} was written by PostgreSQL ${found}; this program brings PostgreSQL ${expected}`,
    )
    this.name = 'StoreVersionError'
  }
}

interface VersionFile {
  postgres: number
  pglite: string
  /** False while the database is being made: nothing in the folder is worth keeping. */
  complete: boolean
}

/** Where the database's own files are, below the data folder. */
export const databaseFolder = (dataDir: string): string => join(dataDir, 'postgres')

/**
 * Looks at a data folder and clears away what a start that was killed while making the database has left.
 * @returns whether there is a database
 * @throws StoreVersionError
 */
export function hasDatabase(dataDir: string): boolean {
  const recorded = readVersion(dataDir)
  const folder = databaseFolder(dataDir)
  if (recorded?.complete === false) fs.rmSync(folder, { recursive: true, force: true })
  const marker = join(folder, 'PG_VERSION')
  if (!fs.existsSync(marker)) {
    if (recorded?.complete)
      throw new Error(`${versionPath(dataDir)} tells of a database, but ${folder} has none`)
    return false
  }
  const found = Number.parseInt(fs.readFileSync(marker, 'utf8'), 10)
  if (found !== POSTGRES_MAJOR) throw new StoreVersionError(dataDir, found, POSTGRES_MAJOR)
  return true
}

/** Records what is in the folder; survives a power cut. @param complete see VersionFile */
export function recordVersion(dataDir: string, complete: boolean): void {
  const file: VersionFile = { postgres: POSTGRES_MAJOR, pglite: pgliteVersion(), complete }
  const text = `${JSON.stringify(file, null, 2)}\n`
  const path = versionPath(dataDir)
  if (fs.existsSync(path) && fs.readFileSync(path, 'utf8') === text) return
  fs.writeFileSync(`${path}.new`, text)
  syncPath(`${path}.new`)
  fs.renameSync(`${path}.new`, path)
  // Or the power cut that follows brings back "incomplete", and with it the clearing away.
  syncPath(dataDir)
  syncPath(dirname(dataDir))
}

function readVersion(dataDir: string): VersionFile | undefined {
  const path = versionPath(dataDir)
  return fs.existsSync(path) ? (JSON.parse(fs.readFileSync(path, 'utf8')) as VersionFile) : undefined
}

const versionPath = (dataDir: string) => join(dataDir, 'store.json')

function pgliteVersion(): string {
  const main = createRequire(import.meta.url).resolve('@electric-sql/pglite') // …/dist/index.cjs
  return (JSON.parse(fs.readFileSync(join(dirname(main), '../package.json'), 'utf8')) as { version: string })
    .version
}
