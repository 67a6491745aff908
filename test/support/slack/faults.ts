/** Trouble on demand: what goes wrong with the next calls of a method, and limits of how often it may be called. */
import type { Clock } from './clock.js'
import type { Json } from './json.js'

export type Fault =
  /** HTTP 429 with `Retry-After` in seconds. */
  | { kind: 'limited'; seconds: number }
  | { kind: 'status'; status: number }
  /** The connection breaks before anything has happened. */
  | { kind: 'dropped' }
  /** It happens, but the connection breaks before the answer is out. */
  | { kind: 'lost' }
  | { kind: 'refused'; error: string; extra?: Json }
  | { kind: 'late'; ms: number }

interface Waiting {
  method: string
  channel: string | null
  fault: Fault
  /** Lasting: hits the nth, the 2nth… call that fits. */
  every: number | null
  seen: number
}

interface FaultOptions {
  channel?: string | null
  times?: number
  /** Hits the nth, the 2nth… call that fits, until it is cleared. */
  every?: number
}

/** Tokens of a bucket: `burst` at once, then one each `every` milliseconds. */
interface Limit {
  burst: number
  every: number
  perChannel: boolean
}

/** Slack's own: a message a second and channel with short bursts; fifty edits a minute. */
const published: Record<string, Limit> = {
  'chat.postMessage': { burst: 3, every: 1000, perChannel: true },
  'chat.update': { burst: 50, every: 1200, perChannel: false },
}

export interface Faults {
  /** Each call takes one; `*` stands for any method. Several are taken in the order they were added. */
  add(method: string, fault: Fault, options?: FaultOptions): void
  clear(): void
  /** Turns rate limits on: the published ones unless others are given. */
  limit(limits?: Record<string, Limit>): void
  /** What goes wrong with this call, if anything. */
  next(method: string, team: string, channel: string): Fault | null
}

export function createFaults(clock: Clock): Faults {
  let waiting: Waiting[] = []
  let limits: Record<string, Limit> = {}
  const buckets = new Map<string, { tokens: number; at: number }>()

  const overLimit = (method: string, team: string, channel: string): Fault | null => {
    const limit = limits[method]
    if (!limit) return null
    const key = `${method} ${team} ${limit.perChannel ? channel : ''}`
    const now = clock.now()
    const bucket = buckets.get(key) ?? { tokens: limit.burst, at: now }
    const tokens = Math.min(limit.burst, bucket.tokens + (now - bucket.at) / limit.every)
    buckets.set(key, { tokens: tokens < 1 ? tokens : tokens - 1, at: now })
    return tokens < 1 ? { kind: 'limited', seconds: Math.ceil(((1 - tokens) * limit.every) / 1000) } : null
  }

  return {
    add(method, fault, { channel = null, times = 1, every }: FaultOptions = {}) {
      const one = { method, channel, fault, every: every ?? null }
      for (let i = 0; i < times; i++) waiting.push({ ...one, seen: 0 })
    },
    clear() {
      waiting = []
    },
    limit(given = published) {
      limits = given
    },
    next(method, team, channel) {
      const found = waiting.find(
        (one) =>
          ['*', method].includes(one.method) &&
          (one.channel === null || one.channel === channel) &&
          (one.every === null || ++one.seen % one.every === 0),
      )
      waiting = waiting.filter((one) => one !== found || one.every !== null)
      return found?.fault ?? overLimit(method, team, channel)
    },
  }
}
