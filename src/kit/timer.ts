/** Something to be done once, at a moment that follows from what somebody did: a reminder, a deadline. */
import type { Context } from './context.js'

/** A timer that has come due. */
export interface Ring {
  /** What it is about, e.g. `approval-step:12`. */
  subject: string
  campaign: number
  due: Date
  /** How many milliseconds after its time it is done: it is done however late. */
  late: number
}

export interface Timer {
  /** `feature.what`, also the key of its words. */
  name: string
  /** Looks at the state as it is now: what it was set for may be over. */
  run(ctx: Context, ring: Ring): Promise<void>
}
