/** Keeps a data folder's files and the PostgreSQL that reads them together: another major version cannot read them. */
import fs from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

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
}

/** Where the database's own files are, below the data folder. */
export const databaseFolder = (dataDir: string): string => join(dataDir, 'postgres')

/**
 * Looks whether a data folder holds a database.
 * @throws StoreVersionError; another error where one is recorded and missing
 */
export function hasDatabase(dataDir: string): boolean {
  const folder = databaseFolder(dataDir)
  const marker = join(folder, 'PG_VERSION')
  if (!fs.existsSync(marker)) {
    if (!fs.existsSync(versionPath(dataDir))) return false
    throw new Error(`${versionPath(dataDir)} tells of a database, but ${folder} has none`)
  }
  const found = Number.parseInt(fs.readFileSync(marker, 'utf8'), 10)
  if (found !== POSTGRES_MAJOR) throw new StoreVersionError(dataDir, found, POSTGRES_MAJOR)
  return true
}

/** Records what the folder is written with. */
export function recordVersion(dataDir: string): void {
  const file: VersionFile = { postgres: POSTGRES_MAJOR, pglite: pgliteVersion() }
  const text = `${JSON.stringify(file, null, 2)}\n`
  const path = versionPath(dataDir)
  if (fs.existsSync(path) && fs.readFileSync(path, 'utf8') === text) return
  fs.writeFileSync(`${path}.new`, text)
  fs.renameSync(`${path}.new`, path)
}

const versionPath = (dataDir: string) => join(dataDir, 'store.json')

/** Of the package that is installed. */
export function pgliteVersion(): string {
  const main = createRequire(import.meta.url).resolve('@electric-sql/pglite') // …/dist/index.cjs
  return (JSON.parse(fs.readFileSync(join(dirname(main), '../package.json'), 'utf8')) as { version: string })
    .version
}
