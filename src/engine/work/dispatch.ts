/** Takes deliveries: stores each once, has it handled, and takes up again what was left over. */
import type { Incoming, Outcome, Receive } from '../../kit/platform.js'
import type { House } from '../house.js'
import { handle } from './handle.js'
import { countAttempt, keepDelivery, readableDelivery, unfinishedDeliveries } from './inbox.js'
import { filesApart } from './sent-files.js'

export interface Dispatch {
  receive: Receive
  /** Handles what was stored by `until` but not finished: the process ended, or the store was away. */
  resume(until: Date): Promise<void>
  /** Resolves when nothing is being handled. */
  idle(): Promise<void>
}

export const createDispatch = (house: House): Dispatch => {
  const running = new Map<string, Promise<Outcome>>()
  const track = (incoming: Incoming, work: Promise<Outcome>): Promise<Outcome> => {
    const key = keyOf(incoming)
    const forget = () => {
      if (running.get(key) === work) running.delete(key)
    }
    running.set(key, work)
    work.then(forget, forget)
    return work
  }
  /** Delivered again while it is being handled, it gets the outcome of that. */
  const repeated = async (first: Promise<Outcome> | undefined): Promise<Outcome> => ({
    ...(await first?.catch(() => ({}))),
    repeated: true,
  })
  const take: Receive = (incoming) => {
    const first = running.get(keyOf(incoming))
    const durable = keepDelivery(house.store, incoming)
    const work = durable.then((fresh) => (fresh ? handle(house, incoming) : repeated(first)))
    const done = first ? work : track(incoming, work)
    // Who awaits only one of the two hears of a failure there; unheard in the other, it would end the process.
    durable.catch(() => undefined)
    done.catch(() => undefined)
    return { durable, done }
  }
  return {
    receive(delivered) {
      const taken = filesApart(house, readableDelivery(delivered)).map(take)
      return {
        durable: firstOf(taken.map(({ durable }) => durable)),
        done: firstOf(taken.map(({ done }) => done)),
      }
    },
    async resume(until) {
      for (const incoming of await unfinishedDeliveries(house.store, until)) {
        if (!running.has(keyOf(incoming))) await track(incoming, handleAgain(house, incoming))
      }
    },
    idle: async () => void (await Promise.allSettled(running.values())),
  }
}

/** What the first says, when all have spoken: they are parts of one delivery. */
const firstOf = <T>(parts: readonly Promise<T>[]): Promise<T> => {
  const all = Promise.all(parts).then(([first]) => first as T)
  all.catch(() => undefined)
  return all
}

const keyOf = ({ platform, delivery }: Incoming): string => `${platform}:${delivery}`

/** One delivery that cannot be handled must not hold those behind it. */
const handleAgain = async (house: House, incoming: Incoming): Promise<Outcome> => {
  const { platform, delivery } = incoming
  try {
    await countAttempt(house.store, incoming)
    // Whoever waited for a form has gone away meanwhile.
    return await handle(house, { ...incoming, formless: true })
  } catch (error) {
    house.log.error({ err: error, platform, delivery }, 'a stored delivery could not be handled')
    return {}
  }
}
