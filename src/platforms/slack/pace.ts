/** Keeps below Slack's limits: a turn per call, and silence for as long as Slack has asked for. */
import { setTimeout as pause } from 'node:timers/promises'
import { WebAPIRateLimitedError } from '@slack/web-api'
import { DeliveryError } from '../../kit/errors.js'

/** A call every `everyMs`, after a burst of `burst` at once. */
export interface Rate {
  everyMs: number
  burst: number
}

/** One message a second in a channel, short bursts allowed; tier 3 and 4 per method and workspace. */
export const rates = {
  post: { everyMs: 1000, burst: 4 },
  tier3: { everyMs: 1000, burst: 40 },
  tier4: { everyMs: 500, burst: 60 },
} as const satisfies Record<string, Rate>

/** Longer waits are the outbox's: the card is drawn anew afterwards. */
const longestMs = 2000

export interface Pace {
  /** Makes `call` when its turn has come. @throws DeliveryError when that takes too long */
  run<T>(key: string, rate: Rate, call: () => Promise<T>): Promise<T>
}

export const createPace = (now: () => number = Date.now): Pace => {
  /** When the bucket of a key is full again, and until when Slack wants silence. */
  const full = new Map<string, number>()
  const silent = new Map<string, number>()

  const waitFor = (key: string, { everyMs, burst }: Rate): number => {
    const at = Math.max(full.get(key) ?? 0, now())
    const turn = Math.max(at - (burst - 1) * everyMs, silent.get(key) ?? 0) - now()
    if (turn <= longestMs) full.set(key, at + everyMs)
    return turn
  }
  return {
    async run(key, rate, call) {
      const wait = waitFor(key, rate)
      if (wait > longestMs) throw new DeliveryError('waiting for its turn', wait, { unsent: true })
      if (wait > 0) await pause(wait)
      try {
        return await call()
      } catch (error) {
        if (error instanceof WebAPIRateLimitedError) silent.set(key, now() + error.retryAfter * 1000)
        throw error
      }
    },
  }
}
