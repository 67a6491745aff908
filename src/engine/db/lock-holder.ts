/** Says whether the process that wrote a lock file can still be alive. */
import fs from 'node:fs'
import { hostname } from 'node:os'

const SILENCE = 15_000 // milliseconds without a heartbeat after which another machine's process counts as dead

/** What a lock file says of its owner. */
export interface Holder {
  /** Differs for each taking of the lock. */
  token: string
  pid: number
  /** When the process started, in words of its own kernel; empty where there is no /proc. Pids are given out again. */
  started: string
  host: string
}

export interface LockFile {
  text: string
  /** Milliseconds since the last heartbeat. */
  age: number
}

/** @returns undefined for the torn file of a machine that lost power */
export function holderOf(text: string): Holder | undefined {
  try {
    const holder = JSON.parse(text) as Holder | null
    return typeof holder?.pid === 'number' ? holder : undefined
  } catch {
    return undefined
  }
}

/** @param held tokens of the locks this very process has */
export function isStale(file: LockFile, held: ReadonlySet<string>): boolean {
  const holder = holderOf(file.text)
  if (!holder || holder.host !== hostname()) return file.age > SILENCE
  if (!isAlive(holder.pid) || isEnded(holder.pid)) return true
  const started = startOf(holder.pid)
  if (started && holder.started) return started !== holder.started
  // Without /proc our own pid means a predecessor, as in a container, where everything is process 1.
  return holder.pid === process.pid && !held.has(holder.token)
}

/** When a process started: boot and clock ticks since then, on Linux; elsewhere, or when it may not be seen, ''. */
export function startOf(pid: number): string {
  try {
    const boot = fs.readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    const ticks = statusOf(pid)[19]
    return ticks ? `${boot} ${ticks}` : ''
  } catch {
    return ''
  }
}

/** Ended, but nobody has asked how: its parent is busy, or there is none that asks. Linux only. */
function isEnded(pid: number): boolean {
  try {
    return ['Z', 'X'].includes(statusOf(pid)[0] ?? '')
  } catch {
    return false
  }
}

/** What the kernel tells from the third field on: behind the name in brackets, which may hold blanks and brackets itself. */
function statusOf(pid: number): string[] {
  const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8')
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH' // EPERM: alive, of another user
  }
}
