/** What people do, each deed told to the app over the gateway. */
import { press, pressTwice } from './pressing.js'
import { direct, event, overQuota, say } from './speaking.js'
import type { Stage } from './stage.js'

const deeds = { say, direct, overQuota, event, press, pressTwice }
type Deeds = typeof deeds
type Without<Deed> = Deed extends (stage: Stage, ...args: infer Args) => infer Result
  ? (...args: Args) => Result
  : never

/** Each resolves with what became of it; `again()` of that delivers the same once more. */
export type People = { [Name in keyof Deeds]: Without<Deeds[Name]> }

export const createPeople = (stage: Stage): People =>
  Object.fromEntries(
    Object.entries(deeds).map(([name, deed]) => [
      name,
      (...args: never[]) => (deed as (stage: Stage, ...rest: never[]) => unknown)(stage, ...args),
    ]),
  ) as People
