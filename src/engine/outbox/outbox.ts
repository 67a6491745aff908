/** Carries the outbox to the platforms: lanes beside one another, each in its own order and at its platform's pace. */
import { setTimeout as pause } from 'node:timers/promises'
import type { House } from '../house.js'
import { claim, readyHeads } from './lanes.js'
import { send } from './send.js'

export interface Outbox {
  /** Something was committed. */
  wake(): void
  /** Resolves when nothing can be sent any more right now. */
  settled(): Promise<void>
  start(): void
  stop(): Promise<void>
}

/** Messages held back by a platform are looked for this often. */
const pollMs = 1000

export const createOutbox = (house: House): Outbox => {
  const busy = new Map<string, Promise<void>>()
  let sweeping: Promise<void> | null = null
  let again = false
  let stopped = true
  let timer: NodeJS.Timeout | null = null

  const fail = (error: unknown) => house.log.error({ err: error }, 'the outbox could not be read')
  const sweep = async (): Promise<void> => {
    do {
      again = false
      for (const head of await readyHeads(house.store, new Date())) {
        if (!busy.has(head.lane)) busy.set(head.lane, workLane(head).catch(fail))
      }
    } while (again && !stopped)
  }
  const workLane = async (head: { id: bigint; lane: string }): Promise<void> => {
    try {
      const row = await claim(house.store, head.id, new Date())
      if (row) await send(house, row)
      const rest = house.platforms.get(head.lane.split(':', 1)[0] ?? '')?.pace ?? 0
      if (rest > 0) await pause(rest)
    } finally {
      busy.delete(head.lane)
      wake()
    }
  }
  const wake = (): void => {
    again = true
    if (stopped || sweeping) return
    sweeping = sweep()
      .catch(fail)
      .finally(() => {
        sweeping = null
        if (again) wake()
      })
  }
  return {
    wake,
    async settled() {
      while (sweeping || busy.size > 0) await Promise.all([sweeping, ...busy.values()])
    },
    start() {
      stopped = false
      timer = setInterval(wake, pollMs)
      wake()
    },
    async stop() {
      stopped = true
      if (timer) clearInterval(timer)
      await sweeping
      await Promise.all(busy.values())
    },
  }
}
