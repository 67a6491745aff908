/** DingTalk's limits: twenty calls a second of each kind, and silence for as long as it has asked for. */
import { createPace, type Rate } from '../../kit/pace.js'
import { isGroupLimit, silenceIn } from './errors.js'

export interface Turns {
  /** Makes `call` when its turn has come. @throws DeliveryError when that takes too long */
  take<T>(kind: 'card' | 'update' | 'group' | 'person', call: () => Promise<T>, group?: string): Promise<T>
}

/** A little below the published 20 a second and kind: DingTalk counts when calls arrive. */
const perKind: Rate = { everyMs: 55, burst: 10 }
/** A group takes few messages of a robot; how many is not published. Kept only after it has complained. */
const perGroup: Rate = { everyMs: 3000, burst: 1, lenient: true }

export const createTurns = (): Turns => {
  // A group that wants silence must not hold the others.
  const groups = createPace((error) => (isGroupLimit(error) ? silenceIn(error) : null))
  const all = createPace((error) => (isGroupLimit(error) ? null : silenceIn(error)))
  return {
    take(kind, call, group) {
      const own = () => all.run(kind, perKind, call)
      return group ? groups.run(group, perGroup, own) : own()
    },
  }
}
