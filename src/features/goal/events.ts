/** The news goals give to the features above them, in the transaction of the work itself. */
import type { Campaign } from '../campaign/index.js'

declare module '../../kit/event.js' {
  interface Events {
    /** The goals of a campaign are others now, and so is its plan. */
    'goal.changed': { campaign: Campaign }
  }
}
