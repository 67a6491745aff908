/** Runs PGlite, PostgreSQL in WebAssembly, on the thread it is called on: in a folder for good, or in memory for tests. */
import { readFile } from 'node:fs/promises'
import { PGlite, type PGliteOptions } from '@electric-sql/pglite'
import { NodeFS } from '@electric-sql/pglite/nodefs'
import { type Backend, join } from './backend.js'
import { DurableNodeFS, durableParams, syncTree } from './durable-fs.js'

/**
 * A bot's working set is small: PostgreSQL's 128 MB of buffers would only be resident, and slow the start.
 * The log is kept short, because recovery after a kill reads all of it (see upkeep.ts for who shortens it).
 */
const SMALL = ['shared_buffers=16MB', 'wal_buffers=1MB', 'min_wal_size=16MB', 'max_wal_size=64MB']
const small = SMALL.flatMap((setting) => ['-c', setting])

const SYNC = Uint8Array.of(0x53, 0, 0, 0, 4)
const SQL_ERROR = 100 // how PGlite's PostgreSQL leaves its main loop after an ordinary error

/** Makes a new database in an empty folder, and returns when all of it is on the disk. */
export async function createFolder(folder: string): Promise<void> {
  const database = await PGlite.create({
    fs: new NodeFS(folder),
    startParams: [...PGlite.defaultStartParams, ...small],
    initDbStartParams: ['--wal-segsize=4'],
  })
  await database.close()
  syncTree(folder)
}

/** Opens the database in a folder; a commit is answered when it is on the disk. */
export function openFolder(folder: string): Promise<Postgres> {
  const startParams = [...durableParams(PGlite.defaultStartParams), ...small]
  return start({ fs: new DurableNodeFS(folder), startParams })
}

/** Opens a database in memory, empty or from a dump (tar) of another. */
export async function openMemory(snapshot?: string): Promise<Postgres> {
  const startParams = [...PGlite.defaultStartParams, ...small]
  const loadDataDir = snapshot === undefined ? undefined : new Blob([await readFile(snapshot)])
  return await start({ startParams, loadDataDir })
}

async function start(options: PGliteOptions): Promise<Postgres> {
  const words: LastWords = { text: '' }
  const onStderr = (line: string) => {
    words.text = /(FATAL|PANIC): .*/.exec(line)?.[0] ?? words.text
    return false
  }
  try {
    return new Postgres(await PGlite.create({ ...options, onStderr }), words)
  } catch (cause) {
    throw new Error(`The embedded PostgreSQL does not start: ${words.text}`, { cause })
  }
}

/** What PostgreSQL said before it gave up. */
interface LastWords {
  text: string
}

/** The one session of a PGlite database. Calls are synchronous underneath, so they never overlap. */
export class Postgres implements Backend {
  private current: Uint8Array | undefined
  private crash: Error | undefined

  constructor(
    private readonly database: PGlite,
    private readonly words: LastWords,
  ) {
    this.stopWhenCrashed()
  }

  /** @throws the crash, once PostgreSQL has crashed (broken disk, full disk, out of memory); only opening it anew helps */
  async send(messages: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
    if (this.crash) throw this.crash
    const chunks: Uint8Array[] = []
    this.current = messages
    // Not execProtocolRaw(): that one keeps every answer it ever gave.
    const onRawData = (bytes: Uint8Array) => chunks.push(bytes.slice())
    await this.database
      .execProtocolRawStream(messages, { syncToFs: false, onRawData })
      .catch((error: unknown) => {
        throw this.crash ?? error
      })
    if (this.crash) throw this.crash
    return join(chunks)
  }

  async hangUp(): Promise<void> {
    // A client may leave in the middle of an extended query, after an error: only Sync brings the session back.
    await this.send(SYNC.slice())
    if (this.database.isInTransaction()) await this.send(query('ROLLBACK'))
    await this.send(query('DISCARD ALL'))
  }

  /** After a crash nothing is written any more: the next start recovers from the log. */
  async close(): Promise<void> {
    if (!this.crash) await this.database.close()
  }

  /** PGlite swallows every exception and calls PostgreSQL again until it has read the message: after a crash, for ever. */
  private stopWhenCrashed(): void {
    const module = this.database.Module
    const once = module._PostgresMainLoopOnce
    module._PostgresMainLoopOnce = () => {
      try {
        once()
      } catch (error) {
        if ((error as { status?: number }).status !== SQL_ERROR) this.giveUp(error)
        throw error
      }
    }
  }

  private giveUp(error: unknown): void {
    this.crash = new Error(`The embedded PostgreSQL has crashed: ${this.words.text}`, { cause: error })
    this.database.Module._pq_buffer_remaining_data = () => 0
    const left = this.current?.buffer
    if (left instanceof ArrayBuffer) structuredClone(left, { transfer: [left] }) // an emptied message ends PGlite's loop
  }
}

/** A simple query as a wire message. */
function query(sql: string): Uint8Array {
  const text = Buffer.from(`${sql}\0`)
  const message = Buffer.alloc(5 + text.length)
  message.write('Q')
  message.writeInt32BE(4 + text.length, 1)
  message.set(text, 5)
  return new Uint8Array(message)
}
