/** The clock as data: what a feature wants done at which local time, and what happens to a run that was missed. */
import type { Context } from './context.js'
import type { LocalDate, LocalTime } from './time.js'

/** One due run. `late` is how many milliseconds after its time it is done. */
export interface Occasion {
  campaign: number
  date: LocalDate
  due: Date
  late: number
}

export interface Schedule {
  /** `feature.what`, also the key of its words. */
  name: string
  /** Local time in the campaign's zone. */
  at: LocalTime
  /** A run missed by more than this many milliseconds is skipped and recorded as such. */
  graceMs: number
  /** Nothing of it is announced: it only redraws what stands already, or speaks about the house. */
  quiet?: boolean
  /** Whether there is a run on this date at all (working days, public phases, stage). */
  applies(ctx: Pick<Context, 'db'>, campaign: number, date: LocalDate): Promise<boolean>
  run(ctx: Context, occasion: Occasion): Promise<void>
}

/** An entry of "what will be sent next". */
export interface Upcoming {
  at: Date
  schedule: string
  campaign: number
}
