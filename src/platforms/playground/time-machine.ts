/** Moves the playground's clock and runs everything that falls due on the way, in order. */
import type { PlaygroundClock } from './clock.js'
import type { Host } from './host.js'
import type { Hub } from './hub.js'

export interface TimeMachine {
  /** @param target asked when it is this move's turn. @returns how many runs were taken on the way. */
  moveTo(target: () => Promise<Date>): Promise<number>
}

export const createTimeMachine = (host: Host, clock: PlaygroundClock, hub: Hub): TimeMachine => {
  let moving: Promise<number> = Promise.resolve(0)

  const stepTo = async (at: Date): Promise<number> => {
    await clock.hold(at)
    const ran = await host.runDue()
    await host.settled()
    hub.tell('clock', { now: at.toISOString() })
    return ran
  }
  const forward = async (target: Date): Promise<number> => {
    let ran = 0
    for (let due = await host.nextDue(); due && due <= target; due = await host.nextDue()) {
      ran += await stepTo(later(due, clock.now()))
    }
    return ran + (await stepTo(target))
  }
  const move = async (target: Date): Promise<number> => {
    try {
      if (target >= clock.now()) return await forward(target)
      await clock.hold(target, (db) => host.rewind(db, target))
      return await stepTo(target)
    } finally {
      clock.release()
    }
  }
  return {
    // One move after the other: two people may turn the clock at once.
    moveTo(target) {
      const turn = async () => move(await target())
      moving = moving.then(turn, turn)
      return moving
    },
  }
}

const later = (a: Date, b: Date): Date => new Date(Math.max(a.getTime(), b.getTime()))
