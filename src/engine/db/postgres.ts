/** Runs PGlite, PostgreSQL in WebAssembly, on the thread it is called on: in a folder for good, or in memory for tests. */
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join as joinPath } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { DurableNodeFS, durableParams, syncTree } from './durable-fs.js'
import { type Backend, join } from './wire.js'

/** Enough to serve a bot's working set; PostgreSQL's own 128 MB would be resident from the first second. */
const SMALL = ['-c', 'shared_buffers=16MB', '-c', 'wal_buffers=1MB']

const SYNC = Uint8Array.of(0x53, 0, 0, 0, 4)

/** Opens, or creates, the database in a folder. Creating ends with everything on the disk. */
export async function openFolder(folder: string): Promise<Postgres> {
  const isNew = !existsSync(joinPath(folder, 'PG_VERSION'))
  const fs = new DurableNodeFS(folder)
  const startParams = [...durableParams(PGlite.defaultStartParams), ...SMALL]
  const database = await PGlite.create({ fs, startParams, initDbStartParams: ['--wal-segsize=4'] })
  if (isNew) syncTree(folder)
  return new Postgres(database, fs)
}

/** Opens a database in memory, empty or from a dump (tar) of another. */
export async function openMemory(snapshot?: string): Promise<Postgres> {
  const startParams = [...PGlite.defaultStartParams, ...SMALL]
  const loadDataDir = snapshot === undefined ? undefined : new Blob([await readFile(snapshot)])
  return new Postgres(await PGlite.create({ startParams, loadDataDir }))
}

/** The one session of a PGlite database. Calls are synchronous underneath, so they never overlap. */
export class Postgres implements Backend {
  constructor(
    private readonly database: PGlite,
    private readonly fs?: DurableNodeFS,
  ) {}

  async send(messages: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
    const chunks: Uint8Array[] = []
    // Not execProtocolRaw(): that one keeps every answer it ever gave.
    await this.database.execProtocolRawStream(messages, {
      syncToFs: false,
      onRawData: (bytes) => chunks.push(bytes.slice()),
    })
    if (this.fs?.fault) throw this.fs.fault
    return join(chunks)
  }

  /** Runs one statement outside any client. @returns the raw answer */
  async run(sql: string): Promise<Uint8Array> {
    const text = new TextEncoder().encode(sql)
    const message = new Uint8Array(text.length + 6)
    message[0] = 0x51 // 'Q'
    new DataView(message.buffer).setUint32(1, text.length + 5)
    message.set(text, 5)
    return this.send(message)
  }

  async hangUp(): Promise<void> {
    // A client may leave in the middle of an extended query, after an error: only Sync brings the session back.
    await this.send(SYNC)
    if (this.database.isInTransaction()) await this.run('ROLLBACK')
    await this.run('DISCARD ALL')
  }

  async close(): Promise<void> {
    await this.database.close()
  }
}
