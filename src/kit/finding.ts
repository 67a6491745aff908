/** What a check of the set-up found: said with its cure by the words under `doctor.finding.<what>`. */
import type { Params } from './translate.js'

export interface Finding {
  /** Where it was looked, e.g. `slack`. */
  area: string
  /** The key of its words: `doctor.finding.<what>.says`, and `.cure` unless it is good. */
  what: string
  level: 'good' | 'warn' | 'bad'
  params?: Params
}
