/** Carries PostgreSQL's wire protocol between a `pg` client and a database that lives inside this process. */
import { Duplex } from 'node:stream'
import pg from 'pg'
import { type Backend, join } from './backend.js'
import type { Database } from './database.js'

const TERMINATE = 0x58 // 'X'

type Done = (error?: Error | null) => void

/** What `pg` takes for its socket. */
class WireStream extends Duplex {
  /** Settled when this client has left the session, rolled back and clean. */
  readonly gone: Promise<void>
  private leave: () => void = () => {}
  private connected = false

  /** @param turn settled when the client before has left: `pg` opens a new one without waiting for the old one's end */
  constructor(
    private readonly backend: Backend,
    private readonly turn: Promise<void>,
  ) {
    super({ allowHalfOpen: false })
    this.gone = new Promise((resolve) => {
      this.leave = resolve
    })
  }

  // `pg` treats its stream as a net.Socket and calls these.
  connect(): this {
    void this.turn.then(() => {
      if (this.destroyed) return
      this.connected = true
      this.emit('connect')
    })
    return this
  }
  setNoDelay(): this {
    return this
  }
  ref(): this {
    return this
  }
  unref(): this {
    return this
  }

  override _read(): void {}

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: Done): void {
    this.pass([chunk], done)
  }

  override _writev(chunks: { chunk: Buffer }[], done: Done): void {
    this.pass(
      chunks.map(({ chunk }) => chunk),
      done,
    )
  }

  override _final(done: Done): void {
    this.push(null)
    done()
  }

  override _destroy(error: Error | null, done: Done): void {
    // 'close' follows only after the rollback, so that whoever waits for the client's end finds it done.
    const left = this.connected ? this.backend.hangUp().catch(() => {}) : this.turn
    void left.then(() => {
      this.leave()
      done(error)
    })
  }

  private pass(chunks: Buffer[], done: Done): void {
    const spoken = chunks.filter((chunk) => chunk[0] !== TERMINATE)
    const answered = spoken.length > 0 ? this.backend.send(join(spoken)) : Promise.resolve(new Uint8Array())
    answered.then((answer) => {
      if (!this.destroyed && answer.length > 0) this.push(answer)
      done()
    }, done)
  }
}

/**
 * Gives adapter-pg the only connection there is, as a pool. Closing it closes the backend.
 * Relies on `pg` writing whole messages, and a query's messages at once (it corks its stream).
 * @param onError the connection broke while nobody used it
 */
export function databaseOver(backend: Backend, onError: (error: Error) => void): Database {
  let turn = Promise.resolve()
  const stream = () => {
    const next = new WireStream(backend, turn)
    turn = next.gone
    return next
  }
  const pool = new pg.Pool({ ...SETTINGS, stream })
  pool.on('error', onError)
  const close = async () => {
    await pool.end()
    await turn // the pool's end is not yet that of its clients
    await backend.close()
  }
  return { pool, kind: 'embedded', close }
}

const SETTINGS: pg.PoolConfig = {
  user: 'postgres',
  database: 'postgres',
  ssl: false, // or PGSSLMODE in the environment would ask for it
  max: 1,
  idleTimeoutMillis: 0,
  // Longer than any transaction may last (see open.ts), so that only a stuck one is given up on.
  connectionTimeoutMillis: 30_000,
}
