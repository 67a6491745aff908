/**
 * Presses under way: a press is answered with the card as the presser is to see it, and only then may the card be
 * changed for everybody – DingTalk forbids changing a card while it waits for an answer.
 */
import { setTimeout as pause } from 'node:timers/promises'
import type { Drawn } from './card.js'

/** What became of a press, as far as it is known in time. */
export interface Seen {
  /** The card as it is now. */
  drawn?: Drawn
  /** A line that only the presser sees. */
  tips?: string
}

export interface Press {
  /** What is known when the work is `done`, or when the presser must not wait longer. */
  seen(done: Promise<unknown>): Promise<Seen>
  /** It has been answered. */
  close(): void
}

export interface Presses {
  open(card: string, delivery: string, account: string): Press
  /** Shows the card to those who have pressed it and wait; resolves when it may be changed for everybody. */
  show(card: string, drawn: Drawn): Promise<{ account: string; tips: string }[]>
  /** Gives the presser a line on the card. @returns false when nobody waits for it any more */
  tip(delivery: string, words: string): boolean
}

/** DingTalk waits for two seconds; the way there and back takes its share. */
const answerWithinMs = 1300
/** A line for the presser comes on another way than the card, at about the same time. */
const togetherMs = 100
/** The answer is to arrive before the change. */
const afterMs = 100

class Waiting {
  drawn: Drawn | undefined
  tips: string | undefined
  /** What comes now comes too late. */
  isAnswered = false
  readonly closed: Promise<void>
  close = (): void => {}
  private come = (): void => {}
  private readonly something: Promise<void>
  private readonly since = performance.now()

  constructor(
    readonly delivery: string,
    readonly account: string,
  ) {
    this.closed = new Promise((resolve) => {
      this.close = resolve
    })
    this.something = new Promise((resolve) => {
      this.come = resolve
    })
  }

  give(what: Seen): void {
    if (what.drawn) this.drawn = what.drawn
    if (what.tips) this.tips = what.tips
    this.come()
  }

  async seen(done: Promise<unknown>): Promise<Seen> {
    const some = this.something.then(() => pause(togetherMs, undefined, { ref: false }))
    const left = Math.max(0, this.since + answerWithinMs - performance.now())
    await Promise.race([done, some, pause(left, undefined, { ref: false })])
    const { drawn, tips } = this
    this.isAnswered = true
    return { ...(drawn ? { drawn } : {}), ...(tips ? { tips } : {}) }
  }
}

export const createPresses = (): Presses => {
  const open = new Map<string, Set<Waiting>>()
  const byDelivery = new Map<string, Waiting>()
  return {
    open(card, delivery, account) {
      const waiting = new Waiting(delivery, account)
      const others = open.get(card) ?? new Set()
      open.set(card, others.add(waiting))
      byDelivery.set(delivery, waiting)
      return {
        seen: (done) => waiting.seen(done),
        close() {
          others.delete(waiting)
          if (others.size === 0) open.delete(card)
          if (byDelivery.get(delivery) === waiting) byDelivery.delete(delivery)
          waiting.close()
        },
      }
    },
    async show(card, drawn) {
      const told = new Map<string, string>()
      // Whoever presses meanwhile is waited for, too.
      for (let all = open.get(card); all && all.size > 0; all = open.get(card)) {
        const now = [...all]
        for (const waiting of now) waiting.give({ drawn })
        await Promise.all(now.map(({ closed }) => closed))
        for (const { account, tips } of now) if (tips) told.set(account, tips)
        await pause(afterMs, undefined, { ref: false })
      }
      return [...told].map(([account, tips]) => ({ account, tips }))
    },
    tip(delivery, tips) {
      const waiting = byDelivery.get(delivery)
      if (!waiting || waiting.isAnswered) return false
      waiting.give({ tips })
      return true
    },
  }
}
