/** How often Slack is called: never faster than it allows, not at all while it wants silence, otherwise at once. */
import { WebAPIRateLimitedError } from '@slack/web-api'
import { beforeEach, describe, expect, it } from 'vitest'
import type { DeliveryError } from '../../../src/kit/errors.js'
import type { Pace, Rate } from '../../../src/kit/pace.js'
import { createSlackPace, rates } from '../../../src/platforms/slack/rates.js'

let time: number
let pace: Pace
const rest = async (ms: number) => {
  const until = time + ms
  // Others come meanwhile.
  await Promise.resolve()
  time = Math.max(time, until)
}
beforeEach(() => {
  time = 1_000_000
  pace = createSlackPace(() => time, rest)
})

const at = (key = 'C1', rate: Rate = rates.post) => pace.run(key, rate, async () => time)
/** Calls one after another, each as soon as it may. @returns when each was made */
const patiently = async (count: number, rate: Rate = rates.post): Promise<number[]> => {
  const times: number[] = []
  while (times.length < count) {
    const made = await at('C1', rate).catch((error: DeliveryError) => void rest(Number(error.retryAfter)))
    if (made) times.push(made)
  }
  return times
}
const limited = (seconds: number, rate: Rate = rates.post) =>
  pace.run('C1', rate, () => {
    throw new WebAPIRateLimitedError(seconds)
  })

describe('messages to one channel', () => {
  it('come at once when there are few, and once a second when there are many', async () => {
    const times = (await patiently(30)).map((made) => made - 1_000_000)
    expect(times.slice(0, 2)).toEqual([0, 0])
    expect(times.slice(2)).toEqual(Array.from({ length: 28 }, (_, i) => (i + 1) * 1000))
  })

  it('do not wait for those to another channel', async () => {
    await patiently(5)
    expect(await at('C2')).toBe(time)
  })
})

describe('edits', () => {
  it('come at once until Slack complains, then as often as it allows, and after a while at once again', async () => {
    await patiently(100, rates.tier3)
    expect(time).toBe(1_000_000)
    await expect(limited(1, rates.tier3)).rejects.toThrow()
    await rest(1000)
    const from = time
    await patiently(25, rates.tier3)
    expect(time - from).toBeGreaterThanOrEqual(20 * rates.tier3.everyMs)
    await rest(6 * 60_000)
    const later = time
    await patiently(100, rates.tier3)
    expect(time).toBe(later)
  })
})

describe('silence', () => {
  it('lasts as long as Slack wants it: whoever comes meanwhile is sent away until then', async () => {
    await expect(limited(30)).rejects.toThrow()
    await expect(at()).rejects.toMatchObject({ retryAfter: 30_000, unsent: true })
    await rest(30_000)
    expect(await at()).toBe(time)
  })

  it('binds those, too, who waited for their turn already', async () => {
    let refuse = () => {}
    let turn = () => {}
    pace = createSlackPace(
      () => time,
      () => new Promise<void>((resolve) => (turn = resolve)),
    )
    const answer = new Promise<void>((resolve) => (refuse = resolve))
    const first = pace.run('C1', rates.post, () =>
      answer.then(() => {
        throw new WebAPIRateLimitedError(30)
      }),
    )
    await at()
    const waiting = at()
    refuse()
    await expect(first).rejects.toThrow()
    turn()
    await expect(waiting).rejects.toMatchObject({ retryAfter: 30_000, unsent: true })
  })
})
