/** Carries the outbox to the platforms: lanes beside one another, each in its own order and at its platform's pace. */
import { setTimeout as pause } from 'node:timers/promises'
import type { OutboxMessage } from '../../generated/prisma/client.js'
import type { House } from '../house.js'
import { type Claimed, type Drawing, drawAll } from './draw.js'
import { retryOrBury } from './failed.js'
import { claim, mergeRedraws, readyHeads } from './lanes.js'
import { send } from './send.js'
import { createSettler } from './settle.js'

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
  const settle = createSettler(house)
  const busy = new Map<string, Promise<void>>()
  let sweeping: Promise<void> | null = null
  let again = false
  let stopped = true
  let timer: NodeJS.Timeout | null = null

  const fail = (error: unknown) => house.log.error({ err: error }, 'the outbox could not be worked on')
  const sweep = async (): Promise<void> => {
    do {
      again = false
      const claimed = await claimReady(house, [...busy.keys()])
      const drawings = claimed.length > 0 ? await drawAll(house, claimed) : []
      claimed.forEach((one, i) => {
        busy.set(one.row.lane, workLane(one, drawings[i] as Drawing).catch(fail))
      })
    } while (again && !stopped)
  }
  const workLane = async (claimed: Claimed, drawing: Drawing): Promise<void> => {
    const { row } = claimed
    try {
      if ('error' in drawing) throw drawing.error
      const sent = await send(house, claimed, drawing.card)
      await settle({ row, sent, card: drawing.card })
    } catch (error) {
      await retryOrBury(house, row, error)
    } finally {
      const rest = house.platforms.get(row.lane.split(':', 1)[0] ?? '')?.pace ?? 0
      if (rest > 0) await pause(rest)
      busy.delete(row.lane)
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

/** Takes the next message of every free lane, with what stands at their places. */
const claimReady = async (house: House, busy: readonly string[]): Promise<Claimed[]> => {
  const { store } = house
  const now = new Date()
  const ids = await readyHeads(store, now, busy)
  const rows = ids.length > 0 ? await claim(store, ids, now) : []
  if (rows.length === 0) return []
  await mergeRedraws(store, rows)
  const places = await placesOf(house, rows)
  return rows.map((row) => ({ row, place: places.get(row.place ?? '') ?? null }))
}

const placesOf = async ({ store }: House, rows: readonly OutboxMessage[]) => {
  const keys = rows.flatMap(({ place }) => place ?? [])
  const places = keys.length > 0 ? await store.prisma.place.findMany({ where: { key: { in: keys } } }) : []
  return new Map(places.map((place) => [place.key, place]))
}
