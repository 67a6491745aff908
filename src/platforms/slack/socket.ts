/** Slack over Socket Mode: several connections, so that there is always one while another is renewed. */
import { setTimeout as pause } from 'node:timers/promises'
import type { App } from '@slack/bolt'
import { WebAPIRateLimitedError, type WebClientOptions } from '@slack/web-api'
import type { Logger } from 'pino'
import { Connection } from './connection.js'
import { codeOf, deliveryError } from './errors.js'

export interface Socket {
  start(): void
  /** Resolves when what came in is acknowledged and the connections are closed. */
  stop(): Promise<void>
  /** How many connections are open, and how many there should be. */
  state(): { open: number; wanted: number }
}

/** Two: each payload goes to any one of them, and one is left when the other ends. */
const wanted = 2
/** After one that ended sooner the next is not opened at once, and after several of them more slowly. */
const settledMs = 5000
const mostBrief = 3
const passing = { firstMs: 200, longestMs: 30_000 }
/** A refused token seldom heals by asking again. */
const refused = { firstMs: 1000, longestMs: 60_000 }

export const createSocket = (
  app: App,
  appToken: string,
  clientOptions: WebClientOptions,
  log: Logger,
): Socket => {
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
      const connection = new Connection(app, appToken, clientOptions, log)
      const error = await use(connection)
      if (signal.aborted) return connection.finish()
      failures = error === null ? 0 : failures + 1
      brief = connection.age() > settledMs ? 0 : Math.min(brief + 1, mostBrief)
      if (failures + brief > 0) await waitAfter(error, failures || brief, signal, log)
    }
  }
  let keeping: Promise<void>[] = []
  return {
    start() {
      keeping = Array.from({ length: wanted }, keep)
    },
    async stop() {
      ending.abort()
      await Promise.allSettled([...[...open].map((connection) => connection.finish()), ...keeping])
    },
    state: () => ({ open: open.size, wanted }),
  }
}

const words = {
  passing: 'a connection to Slack ended or could not be opened; another one is tried',
  refused: 'Slack does not take SLACK_APP_TOKEN; it is tried again, and `npm run doctor` says more',
}

/** Ever longer, with jitter, so that many bots do not come back together; as long as Slack says when it says. */
const waitAfter = async (
  error: unknown,
  failures: number,
  signal: AbortSignal,
  log: Logger,
): Promise<void> => {
  const isRefused = ['access', 'scope'].includes(deliveryError(error).fault ?? '')
  const { firstMs, longestMs } = isRefused ? refused : passing
  const backoff = Math.min(longestMs, firstMs * 2 ** Math.min(failures - 1, 10)) * (1 + Math.random() / 4)
  const ms = error instanceof WebAPIRateLimitedError ? error.retryAfter * 1000 : backoff
  const told = { error: codeOf(error) || (error as Error | null)?.message, againInMs: Math.round(ms) }
  log.warn(told, words[isRefused ? 'refused' : 'passing'])
  await pause(ms, undefined, { signal }).catch(() => undefined)
}
