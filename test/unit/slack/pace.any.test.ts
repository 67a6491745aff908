/** Slack's limits are kept whatever comes in: never too many calls in any window, and silence when Slack asks for it. */
import { WebAPIRateLimitedError } from '@slack/web-api'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DeliveryError } from '../../../src/kit/errors.js'
import type { Rate } from '../../../src/kit/pace.js'
import { createSlackPace } from '../../../src/platforms/slack/rates.js'

const strict: Rate = { everyMs: 1000, burst: 3 }
const lenient: Rate = { everyMs: 1200, burst: 5, lenient: true }

/** Time that passes only when nothing is left to do. */
const virtualTime = () => {
  let now = 0
  let sleepers: { until: number; wake(): void }[] = []
  const settled = () => new Promise((resolve) => setImmediate(resolve))
  const sleep = (ms: number) =>
    new Promise<void>((wake) => {
      sleepers.push({ until: now + ms, wake })
    })
  const pass = async (until: number): Promise<void> => {
    await settled()
    const next = sleepers.toSorted((one, other) => one.until - other.until)[0]
    if (!next || next.until > until) {
      now = Math.max(now, until)
      return
    }
    sleepers = sleepers.filter((one) => one !== next)
    now = Math.max(now, next.until)
    next.wake()
    await pass(until)
  }
  return { now: () => now, sleep, pass }
}

interface Arrival {
  gap: number
  /** Seconds of silence that Slack answers with; 0: it takes the call. */
  limited: number
}
interface Made {
  at: number
  silentUntil: number
}

/** Calls that come in one after another. @returns those that were made, and how long the others are to wait */
const played = async (rate: Rate, arrivals: readonly Arrival[]) => {
  const time = virtualTime()
  const pace = createSlackPace(time.now, time.sleep)
  const made: Made[] = []
  const sentAway: number[] = []
  for (const { gap, limited } of arrivals) {
    await time.pass(time.now() + gap)
    const call = async () => {
      made.push({ at: time.now(), silentUntil: time.now() + limited * 1000 })
      if (limited > 0) throw new WebAPIRateLimitedError(limited)
    }
    pace.run('a method', rate, call).catch((error) => {
      if (error instanceof DeliveryError) sentAway.push(Number(error.retryAfter))
    })
  }
  await time.pass(time.now() + 60_000)
  return { made, sentAway }
}

const arrivals = (most: number) =>
  fc.array(
    fc.record({
      gap: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 3000 })),
      limited: fc.oneof(
        { weight: 9, arbitrary: fc.constant(0) },
        { weight: 1, arbitrary: fc.integer({ min: 1, max: 5 }) },
      ),
    }),
    { maxLength: most },
  )

/** The most calls in any stretch of time, beyond what the rate allows in it. */
const excess = (made: readonly Made[], { everyMs, burst }: Rate): number =>
  Math.max(
    0,
    ...made.flatMap((first, i) =>
      made.slice(i).map((last, more) => more + 1 - burst - Math.floor((last.at - first.at) / everyMs)),
    ),
  )

describe('the pace', () => {
  it(
    'lets no more calls through in any window than the limit allows',
    () =>
      fc.assert(
        fc.asyncProperty(arrivals(40), async (some) => {
          expect(excess((await played(strict, some)).made, strict)).toBe(0)
        }),
        { numRuns: 200 },
      ),
    30_000,
  )

  it(
    'is silent for as long as Slack asks, also for those that are waiting already',
    () =>
      fc.assert(
        fc.asyncProperty(arrivals(30), async (some) => {
          const { made } = await played(strict, some)
          for (const { at, silentUntil } of made)
            expect(made.filter((one) => one.at > at && one.at < silentUntil)).toEqual([])
        }),
        { numRuns: 200 },
      ),
    30_000,
  )

  it(
    'makes or sends away every call, and loses none',
    () =>
      fc.assert(
        fc.asyncProperty(arrivals(30), async (some) => {
          const { made, sentAway } = await played(lenient, some)
          expect(made.length + sentAway.length).toBe(some.length)
        }),
        { numRuns: 100 },
      ),
    30_000,
  )

  it('sends away whoever would wait long, each to come back at a time of their own', async () => {
    const { made, sentAway } = await played(strict, Array<Arrival>(10).fill({ gap: 0, limited: 0 }))
    expect(made.map(({ at }) => at)).toEqual([0, 0, 0, 1000, 2000])
    expect(sentAway).toEqual([3000, 4000, 5000, 6000, 7000])
  })

  it('does not hold back what Slack is lenient with, until it complains', async () => {
    const many = Array<Arrival>(40).fill({ gap: 0, limited: 0 })
    expect((await played(lenient, many)).made).toHaveLength(40)
    const { made } = await played(lenient, [{ gap: 0, limited: 1 }, { gap: 1100, limited: 0 }, ...many])
    expect(excess(made.slice(1), lenient)).toBe(0)
    expect(made.length).toBeLessThan(10)
  })

  it('keeps what is asked of one key from holding another', async () => {
    const pace = createSlackPace()
    const calls = Array.from({ length: 20 }, (_, i) => pace.run(`channel ${i}`, strict, async () => i))
    expect(await Promise.all(calls)).toHaveLength(20)
  })
})
