/** Where "now" comes from: the machine, or the playground's time machine. */
export interface Clock {
  now(): Date
}

export const machineClock: Clock = { now: () => new Date() }
