/** Slack's limits, and how it asks for silence. */
import { WebAPIRateLimitedError } from '@slack/web-api'
import { createPace, type Pace, type Rate } from '../../kit/pace.js'

/**
 * One message a second in a channel, short bursts allowed: what is more may be taken and not shown. Slack counts when
 * calls arrive, not when they leave, so that a burst must not be used up.
 */
export const rates = {
  post: { everyMs: 1000, burst: 2 },
  tier3: { everyMs: 1200, burst: 5, lenient: true },
  tier4: { everyMs: 600, burst: 10, lenient: true },
} as const satisfies Record<string, Rate>

const silenceIn = (error: unknown): number | null =>
  error instanceof WebAPIRateLimitedError ? error.retryAfter * 1000 : null

export const createSlackPace = (
  ...time: [now?: () => number, sleep?: (ms: number) => Promise<unknown>]
): Pace => createPace(silenceIn, ...time)
