/** Stand-up: the digest of the day in the campaign's channel. */
import type { Feature } from '../../kit/feature.js'
import { digest as command } from './commands/digest.js'
import { digest } from './schedules/digest.js'
import { samples } from './standup.samples.js'
import { views } from './standup.views.js'

export const standup: Feature = { name: 'standup', commands: [command], views, schedules: [digest], samples }
