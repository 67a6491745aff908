/** Slack over Socket Mode: several connections, so that there is always one while another is renewed. */
import { setTimeout as pause } from 'node:timers/promises'
import type { App } from '@slack/bolt'
import { WebAPIRateLimitedError, type WebClientOptions } from '@slack/web-api'
import type { Logger } from 'pino'
import { Connection } from './connection.js'
import { codeOf } from './errors.js'

export interface Socket {
  start(): void
  stop(): Promise<void>
  /** How many connections are open, and how many there should be. */
  state(): { open: number; wanted: number }
}

/** Two: each payload goes to any one of them, and one is left when the other ends. */
const wanted = 2
const firstPauseMs = 200
const longestPauseMs = 30_000
/** A refused token does not heal by asking often. */
const refusedPauseMs = 60_000
/** A connection that ended sooner counts as a failed one. */
const settledMs = 5000

export const createSocket = (
  app: App,
  appToken: string,
  clientOptions: WebClientOptions,
  log: Logger,
): Socket => {
  const open = new Set<Connection>()
  const ending = new AbortController()

  /** Keeps one connection: opens the next as soon as this one ends or is to be renewed. */
  const keep = async (): Promise<void> => {
    let failures = 0
    while (!ending.signal.aborted) {
      const connection = new Connection(app, appToken, clientOptions, log)
      try {
        await connection.open()
        open.add(connection)
        await connection.due(ending.signal)
        void connection.retire().finally(() => open.delete(connection))
        failures = connection.age() > settledMs ? 0 : failures + 1
        if (failures > 0 && !ending.signal.aborted) await waitAfter(null, failures, ending.signal, log)
      } catch (error) {
        open.delete(connection)
        failures++
        if (!ending.signal.aborted) await waitAfter(error, failures, ending.signal, log)
      }
    }
  }
  let keeping: Promise<void>[] = []
  return {
    start() {
      keeping = Array.from({ length: wanted }, keep)
    },
    async stop() {
      ending.abort()
      await Promise.allSettled([...[...open].map((connection) => connection.close()), ...keeping])
    },
    state: () => ({ open: open.size, wanted }),
  }
}

/** Ever longer, with jitter, so that many bots do not come back together; as long as Slack says when it says. */
const waitAfter = async (
  error: unknown,
  failures: number,
  signal: AbortSignal,
  log: Logger,
): Promise<void> => {
  const backoff = Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(failures - 1, 10))
  const code = codeOf(error)
  const asked = error instanceof WebAPIRateLimitedError ? error.retryAfter * 1000 : 0
  const ms = asked || (code ? refusedPauseMs : backoff * (1 + Math.random() / 4))
  log.warn(
    { error: code || (error as Error | undefined)?.message, againInMs: Math.round(ms) },
    'no connection to Slack',
  )
  await pause(ms, undefined, { signal }).catch(() => undefined)
}
