/** Takes deliveries: stores each once, has it handled, and takes up again what was left over. */
import type { Incoming, Receive } from '../../kit/platform.js'
import type { House } from '../house.js'
import { handle } from './handle.js'
import { countAttempt, keepDelivery, readableDelivery, unfinishedDeliveries } from './inbox.js'

export interface Dispatch {
  receive: Receive
  /** Handles what was stored by `until` but not finished: the process ended, or the store was away. */
  resume(until: Date): Promise<void>
  /** Resolves when nothing is being handled. */
  idle(): Promise<void>
}

export const createDispatch = (house: House): Dispatch => {
  const running = new Set<Promise<unknown>>()
  const track = <T>(work: Promise<T>): Promise<T> => {
    const forget = () => void running.delete(work)
    running.add(work)
    work.then(forget, forget)
    return work
  }
  return {
    receive(delivered) {
      const incoming = readableDelivery(delivered)
      const kept = keepDelivery(house.store, incoming)
      const durable = kept.then(() => undefined)
      const done = track(kept.then((fresh) => (fresh ? handle(house, incoming) : { repeated: true })))
      // Who awaits only one of the two hears of a failure there; unheard in the other, it would end the process.
      durable.catch(() => undefined)
      done.catch(() => undefined)
      return { durable, done }
    },
    async resume(until) {
      for (const incoming of await unfinishedDeliveries(house.store, until))
        await track(handleAgain(house, incoming))
    },
    idle: async () => void (await Promise.allSettled(running)),
  }
}

/** One delivery that cannot be handled must not hold those behind it. */
const handleAgain = async (house: House, incoming: Incoming): Promise<void> => {
  const { platform, delivery } = incoming
  try {
    await countAttempt(house.store, incoming)
    await handle(house, incoming)
  } catch (error) {
    house.log.error({ err: error, platform, delivery }, 'a stored delivery could not be handled')
  }
}
