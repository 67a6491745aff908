/** Keeps connections to a platform open: the next one takes over before one ends, and none comes back in a rush. */
import { setTimeout as pause } from 'node:timers/promises'
import type { Logger } from 'pino'

/** One connection, from its opening to its end; never opened twice. */
export interface Connection {
  /** Resolves when a new connection is wanted: this one has ended, or is about to. */
  readonly due: Promise<unknown>
  /** Resolves when it can be used. @throws what was wrong */
  open(): Promise<void>
  /** How long ago it was opened, in milliseconds; long ago when it never was. */
  age(): number
  /** Listens on while the next one takes over, then ends. */
  retire(): Promise<void>
  /** Ends it when what came in is acknowledged. */
  finish(): Promise<void>
}

export interface Connected {
  start(): void
  /** Resolves when what came in is acknowledged and the connections are closed. */
  stop(): Promise<void>
  /** How many connections are open, and how many there should be. */
  state(): { open: number; wanted: number }
}

export interface Kept {
  wanted: number
  create(): Connection
  /** What an attempt that failed means: asked again soon, or a set-up that seldom heals by asking. */
  failed(error: unknown): { refused: boolean; reason: string | undefined; waitMs: number | null }
  words: { passing: string; refused: string }
  log: Logger
}

/** After one that ended sooner the next is not opened at once, and after several of them more slowly. */
const settledMs = 5000
const mostBrief = 3
const passing = { firstMs: 200, longestMs: 30_000 }
const refusal = { firstMs: 1000, longestMs: 60_000 }

export const keepConnected = (kept: Kept): Connected => {
  const open = new Set<Connection>()
  const ending = new AbortController()
  const { signal } = ending
  const stopped = new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }))

  /** Resolves when the next connection is wanted. @returns why this one did not come about, if it did not */
  const use = async (connection: Connection): Promise<unknown> => {
    try {
      await Promise.race([connection.open(), stopped])
      open.add(connection)
      await Promise.race([connection.due, stopped])
      if (!signal.aborted) void connection.retire().finally(() => open.delete(connection))
      return null
    } catch (error) {
      return error
    }
  }
  /** Keeps one connection: opens the next as soon as this one ends or is to be renewed. */
  const keep = async (): Promise<void> => {
    let [failures, brief] = [0, 0]
    while (!signal.aborted) {
      const connection = kept.create()
      const error = await use(connection)
      if (signal.aborted) return connection.finish()
      failures = error === null ? 0 : failures + 1
      brief = connection.age() > settledMs ? 0 : Math.min(brief + 1, mostBrief)
      if (failures + brief > 0) await waitAfter(kept, error, failures || brief, signal)
    }
  }
  let keeping: Promise<void>[] = []
  return {
    start() {
      keeping = Array.from({ length: kept.wanted }, keep)
    },
    async stop() {
      ending.abort()
      await Promise.allSettled([...[...open].map((connection) => connection.finish()), ...keeping])
    },
    state: () => ({ open: open.size, wanted: kept.wanted }),
  }
}

/** Ever longer, with jitter, so that many bots do not come back together; as long as the platform says when it says. */
const waitAfter = async (
  { failed, words, log }: Kept,
  error: unknown,
  failures: number,
  signal: AbortSignal,
): Promise<void> => {
  const { refused, reason, waitMs } = failed(error)
  const { firstMs, longestMs } = refused ? refusal : passing
  const backoff = Math.min(longestMs, firstMs * 2 ** Math.min(failures - 1, 10)) * (1 + Math.random() / 4)
  const ms = waitMs ?? backoff
  log[refused ? 'error' : 'warn'](
    { error: reason, againInMs: Math.round(ms) },
    words[refused ? 'refused' : 'passing'],
  )
  await pause(ms, undefined, { signal }).catch(() => undefined)
}
