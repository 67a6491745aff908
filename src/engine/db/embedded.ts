/** Opens the store that needs nothing installed: PostgreSQL in WebAssembly, in a folder or in memory. */
import { execFile } from 'node:child_process'
import fs from 'node:fs'
import { dirname, join } from 'node:path'
import { setImmediate } from 'node:timers'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { compiled } from './compiled.js'
import type { Database } from './database.js'
import { syncPath, syncTree } from './durable-fs.js'
import { serveDatabase } from './embedded-thread.js'
import { lockFolder } from './lock.js'
import { openMemory } from './postgres.js'
import { startUpkeep } from './upkeep.js'
import { databaseFolder, hasDatabase, pgliteVersion, recordVersion } from './version.js'
import { databaseOver } from './wire.js'

const DRAFT = 'postgres-draft-'

/** @param fatal whether the store is lost until the program starts anew */
export type OnFault = (error: Error, fatal: boolean) => void

/**
 * Opens, or creates, the store in a data folder and owns it until it is closed.
 * @throws StoreLockedError, StoreVersionError
 */
export async function openEmbedded(dataDir: string, onFault: OnFault): Promise<Database> {
  fs.mkdirSync(dataDir, { recursive: true })
  const home = fs.realpathSync(dataDir)
  const lock = lockFolder(home, (error) => onFault(error, true))
  try {
    const folder = await prepare(home)
    const backend = await serveDatabase(folder, (error) => onFault(error, true))
    const database = databaseOver(backend, (error) => onFault(error, false))
    const stopUpkeep = startUpkeep(database.pool, (error) => onFault(error, false))
    const close = async () => {
      stopUpkeep()
      await database.close().finally(() => lock.release())
    }
    return { ...database, close }
  } catch (error) {
    lock.release()
    throw error
  }
}

async function prepare(dataDir: string): Promise<string> {
  const folder = databaseFolder(dataDir)
  clearDrafts(dataDir)
  if (!hasDatabase(dataDir)) await create(dataDir, folder)
  recordVersion(dataDir)
  return folder
}

/** Complete or not there, whatever happens meanwhile; lasts when this returns. */
async function create(dataDir: string, folder: string): Promise<void> {
  const draft = fs.mkdtempSync(join(dataDir, DRAFT))
  const program = compiled('embedded-create')
  const built = fileURLToPath(new URL(`../../new-store-${pgliteVersion()}`, program))
  // Making one takes seconds; the build has made one that is empty yet.
  if (fs.existsSync(built)) await copyTree(built, draft)
  else await promisify(execFile)(process.execPath, [fileURLToPath(program), draft])
  fs.renameSync(draft, folder)
  syncPath(dataDir)
  syncPath(dirname(dataDir))
}

async function copyTree(from: string, to: string): Promise<void> {
  await fs.promises.cp(from, to, { recursive: true })
  syncTree(to)
}

/** A start that was killed leaves its draft, and a process that may be writing it still: the next start will clear it. */
function clearDrafts(dataDir: string): void {
  for (const name of fs.readdirSync(dataDir).filter((name) => name.startsWith(DRAFT))) {
    try {
      fs.rmSync(join(dataDir, name), { recursive: true })
    } catch {}
  }
}

/** Opens a store that is gone when it is closed, for tests. @param snapshot a dump (tar) to start from */
export async function openInMemory(snapshot?: string): Promise<Database> {
  const backend = await openMemory(snapshot)
  const send = async (messages: Uint8Array) => {
    await otherWork() // it computes on this thread, and would answer so fast that no timer ever fires
    return await backend.send(messages)
  }
  const patient = { send, hangUp: () => backend.hangUp(), close: () => backend.close() }
  return databaseOver(patient, () => {})
}

const otherWork = () => new Promise<void>((resolve) => setImmediate(resolve))
