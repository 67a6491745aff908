/** Carries the outbox to the platforms: lanes beside one another, each in its own order and at its platform's pace. */
import type { OutboxMessage } from '../../generated/prisma/client.js'
import type { House } from '../house.js'
import { type Drawing, type Drawn, drawAll } from './draw.js'
import { retryOrBury } from './failed.js'
import { mergeRedraws, release, takeReady } from './lanes.js'
import { send } from './send.js'
import { createSettler } from './settle.js'
import { inOne, saidTogether, takenAhead } from './together.js'

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
      for (const [lane, work] of await claimReady(house, [...busy.keys()])) {
        busy.set(lane, workLane(lane, work).catch(fail))
      }
    } while (again && !stopped)
  }
  /** Messages that stand already: it does not matter which of them is edited first. */
  const editAll = (work: readonly Drawn[], stored: Promise<void>[]) =>
    Promise.all(work.map((one) => sendOne(one, stored)))
  const sendInOrder = async (work: readonly Drawn[], stored: Promise<void>[]): Promise<void> => {
    let rest = work
    while (rest.length > 0) {
      const together = saidTogether(house, rest)
      const fate = await sendOne(inOne(together), stored, together.slice(1))
      if (fate === 'held') return giveBack(rest.slice(1))
      rest = rest.slice(fate === 'sent' ? together.length : 1)
    }
  }
  const giveBack = (work: readonly Drawn[]) =>
    release(
      house.store,
      work.map(({ row }) => row),
    )
  const workLane = async (lane: string, work: readonly Drawn[]): Promise<void> => {
    const stored: Promise<void>[] = []
    try {
      if (work.every(({ row }) => row.mode === 'redraw')) await editAll(work, stored)
      else await sendInOrder(work, stored)
      await Promise.all(stored)
    } finally {
      busy.delete(lane)
      wake()
    }
  }
  /**
   * What became of it is stored together with the others of its lane. `said` are said with it, in one message that
   * cannot show them apart any more.
   */
  const sendOne = async (one: Drawn, stored: Promise<void>[], said: readonly Drawn[] = []): Promise<Fate> => {
    try {
      if ('error' in one.drawing) throw one.drawing.error
      const { card } = one.drawing
      const sent = await send(house, one, card)
      const shown = said.length > 0 ? { ...sent, alive: false } : sent
      for (const { row } of [one, ...said]) {
        const kept = settle({ row, sent: shown, card })
        // Awaited at the end of the lane's work; a failure before that must not end the process.
        kept.catch(() => undefined)
        stored.push(kept)
      }
      return 'sent'
    } catch (error) {
      return (await retryOrBury(house, one, error)) ? 'buried' : 'held'
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

/** What became of a message: a held one holds its lane. */
type Fate = 'sent' | 'buried' | 'held'

/** Takes what may be sent now and draws it, lane by lane. */
const claimReady = async (house: House, busy: readonly string[]): Promise<Map<string, Drawn[]>> => {
  const { store, platforms } = house
  const now = new Date()
  const ahead = Object.fromEntries([...platforms.values()].map((one) => [one.name, takenAhead(one)]))
  const rows = await takeReady(store, now, { busy, ahead })
  if (rows.length === 0) return new Map()
  await mergeRedraws(store, rows)
  const places = await placesOf(house, rows)
  const claimed = rows.map((row) => ({
    row,
    place: places.get(row.place ?? '') ?? null,
    thread: places.get(row.thread ?? '')?.message ?? null,
  }))
  const drawings = await drawAll(house, claimed)
  const drawn = claimed.map((one, i) => ({ ...one, drawing: drawings[i] as Drawing }))
  return byLane(drawn)
}

const byLane = (drawn: readonly Drawn[]): Map<string, Drawn[]> => {
  const lanes = new Map<string, Drawn[]>()
  for (const one of drawn) lanes.set(one.row.lane, [...(lanes.get(one.row.lane) ?? []), one])
  return lanes
}

const placesOf = async ({ store }: House, rows: readonly OutboxMessage[]) => {
  const keys = rows.flatMap(({ place, thread }) => [place ?? [], thread ?? []].flat())
  const places = keys.length > 0 ? await store.prisma.place.findMany({ where: { key: { in: keys } } }) : []
  return new Map(places.map((place) => [place.key, place]))
}
