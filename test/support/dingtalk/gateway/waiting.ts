/** People waiting for what they did to be taken. */
import { isJson } from '../../slack/json.js'
import type { Behaviour } from '../options.js'
import type { Delivery, Outcome } from './delivery.js'

export interface Waiting {
  /** @param from attempts before this one do not count. */
  outcome(delivery: Delivery, from: number): Promise<Omit<Outcome, 'again'>>
  /** Ends the waiting for an attempt that was acknowledged, or for all of them with a failure. */
  settle(delivery: Delivery, failure?: string): void
  stop(): void
}

interface One {
  delivery: Delivery
  from: number
  since: number
  resolve: (outcome: Omit<Outcome, 'again'>) => void
  timer: NodeJS.Timeout
}

export function createWaiting(options: Behaviour): Waiting {
  const all = new Set<One>()

  const end = (one: One, failure?: string) => {
    clearTimeout(one.timer)
    all.delete(one)
    one.resolve(outcomeOf(one, failure))
  }

  return {
    outcome: (delivery, from) =>
      new Promise((resolve) => {
        const timer = setTimeout(() => end(one, 'timeout'), options.patience)
        const one: One = { delivery, from, since: Date.now(), resolve, timer }
        all.add(one)
      }),
    settle(delivery, failure) {
      for (const one of [...all]) if (one.delivery === delivery && (failure || ackOf(one))) end(one, failure)
    },
    stop() {
      for (const one of [...all]) end(one, 'stopped')
    },
  }
}

const ackOf = ({ delivery, from }: One) => delivery.attempts.slice(from).find(({ ack }) => ack)?.ack ?? null

function outcomeOf(one: One, failure?: string): Omit<Outcome, 'again'> {
  const ack = ackOf(one)
  const refused = ack && ack.code !== 200 ? 'refused' : undefined
  const why = failure ?? refused
  return {
    ok: ack?.code === 200,
    ms: ack?.ms ?? Date.now() - one.since,
    code: ack?.code ?? null,
    data: isJson(ack?.data) ? ack.data : null,
    ...(why && { failure: why }),
    delivery: one.delivery,
  }
}
