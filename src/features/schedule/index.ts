/** The clock, to be looked at: what will be sent next. */
import type { Feature } from '../../kit/feature.js'
import { next } from './commands/next.js'
import { samples } from './schedule.samples.js'

export const schedule: Feature = { name: 'schedule', commands: [next], samples }
