/** Runs a script of this folder as a process of its own, and reads what it prints line by line. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { onTestFinished } from 'vitest'

export interface Child {
  process: ChildProcess
  lines: AsyncIterator<string>
  /** Ends it in the hardest way, and waits for its end. */
  kill(): Promise<void>
}

export function startChild(script: string, ...args: string[]): Child {
  const child = spawn(process.execPath, [join(import.meta.dirname, script), ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const kill = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
  }
  onTestFinished(kill)
  return { process: child, lines: createInterface(child.stdout)[Symbol.asyncIterator](), kill }
}
