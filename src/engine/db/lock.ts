/** Makes one process the owner of a data folder: two PostgreSQLs on the same files would destroy them. */
import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { type Holder, holderOf, isStale, type LockFile, startOf } from './lock-holder.js'

const BEAT = 5_000 // milliseconds

/** Thrown when another process owns the folder. */
export class StoreLockedError extends Error {
  constructor(
    readonly folder: string,
    /** Of the owner; undefined when its lock file cannot be read. */
    readonly pid: number | undefined,
    readonly host: string | undefined,
  ) {
    super(`The data folder ${folder} is in use by process ${pid ?? '?'} on ${host ?? '?'}`)
    this.name = 'StoreLockedError'
  }
}

export interface FolderLock {
  release(): void
}

/** Locks of this process; where there is no /proc, a pid that is ours tells nothing. */
const held = new Set<string>()

/**
 * Takes the folder, or throws. The lock of a dead process is taken over at once.
 * @param onLost told once when somebody has taken the lock away, e.g. after this machine slept; stop writing
 * @throws StoreLockedError
 */
export function lockFolder(folder: string, onLost: (error: Error) => void): FolderLock {
  const path = join(folder, 'store.lock')
  const holder: Holder = {
    token: randomUUID(),
    pid: process.pid,
    started: startOf(process.pid),
    host: hostname(),
  }
  const text = JSON.stringify(holder)
  claim(path, text, folder)
  held.add(holder.token)
  const release = () => {
    clearInterval(heart)
    held.delete(holder.token)
    if (read(path)?.text === text) fs.rmSync(path, { force: true })
  }
  const heart = setInterval(() => {
    if (beat(path, text)) return
    clearInterval(heart)
    onLost(new Error(`The lock of the data folder ${folder} has been taken away`))
  }, BEAT)
  heart.unref()
  return { release }
}

function claim(path: string, text: string, folder: string): void {
  for (;;) {
    if (create(path, text)) return
    const other = read(path)
    if (!other) continue // released in this moment
    if (!isStale(other, held)) throw refusal(folder, other.text)
    replace(path, text, other.text, folder)
    return
  }
}

/**
 * Of several late-comers only one may replace a stale lock, so they compete for a lock on doing that.
 * Its name grows by a suffix for each process killed in the middle of this.
 */
function replace(path: string, text: string, stale: string, folder: string): void {
  const right = `${path}.takeover`
  claim(right, text, folder)
  try {
    const now = read(path)
    if (now?.text !== stale) throw refusal(folder, now?.text ?? '')
    const fresh = `${path}.new`
    fs.writeFileSync(fresh, text)
    fs.renameSync(fresh, path)
  } finally {
    fs.rmSync(right, { force: true })
  }
}

function create(path: string, text: string): boolean {
  try {
    fs.writeFileSync(path, text, { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

function read(path: string): LockFile | undefined {
  try {
    return { text: fs.readFileSync(path, 'utf8'), age: Date.now() - fs.statSync(path).mtimeMs }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/** @returns false when the lock is somebody else's or gone; a file system that hiccups is given the benefit */
function beat(path: string, text: string): boolean {
  try {
    if (read(path)?.text !== text) return false
    const now = new Date()
    fs.utimesSync(path, now, now)
  } catch {}
  return true
}

function refusal(folder: string, text: string): StoreLockedError {
  const owner = holderOf(text)
  return new StoreLockedError(folder, owner?.pid, owner?.host)
}
