/** The built program as a process of its own, with its own folder and port. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { onTestFinished } from 'vitest'

export interface Program {
  url: string
  /** What it has logged, line by line, and what it has written to the error stream. */
  said: string[]
  /** Ends it and resolves with its exit code: null after a signal that it could not handle. */
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null>
}

const run = join(import.meta.dirname, '../../dist/run.js')

const spawned = (dataDir: string, args: string[] = [], settings: NodeJS.ProcessEnv = {}): ChildProcess => {
  const own = { DATA_DIR: dataDir, DATABASE_URL: '', PORT: '0', LOG_LEVEL: 'silent' }
  const env = { ...process.env, ...own, ...settings }
  // Not here, where a developer's own `.env` may lie.
  const child = spawn(process.execPath, [run, ...args], {
    cwd: dataDir,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}

/** Starts it on `dataDir` and waits until it says where it listens. */
export const startProgram = async (dataDir: string, settings: NodeJS.ProcessEnv = {}): Promise<Program> => {
  const child = spawned(dataDir, [], settings)
  const lines = createInterface(child.stdout as NodeJS.ReadableStream)
  const [line] = (await once(lines, 'line')) as [string]
  const said: string[] = []
  lines.on('line', (more) => said.push(more))
  child.stderr?.on('data', (chunk: Buffer) => said.push(chunk.toString()))
  return {
    url: line.slice(line.indexOf('http')),
    said,
    async end(signal) {
      const gone = once(child, 'exit')
      child.kill(signal)
      return ((await gone) as [number | null])[0]
    },
  }
}

/** Starts it where it cannot run. @returns its exit code and what it said. */
export const failToStart = async (dataDir: string): Promise<{ code: number | null; said: string }> => {
  const child = spawned(dataDir)
  let said = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  const [code] = (await once(child, 'exit')) as [number | null]
  return { code, said }
}

/** Lets it look at its set-up. @returns its exit code and what it found. */
export const runDoctor = async (
  dataDir: string,
  settings: NodeJS.ProcessEnv = {},
): Promise<{ code: number | null; said: string }> => {
  const child = spawned(dataDir, ['doctor'], settings)
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
    })
  }
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, said }
}
