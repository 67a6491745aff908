/** The work breakdown structure: strategies, modules and tasks of a campaign as a tree. */
import type { Feature } from '../../kit/feature.js'
import { samples } from './breakdown.samples.js'
import { views } from './breakdown.views.js'
import { wbs } from './commands/wbs.js'
import { facts } from './facts.js'

export const breakdown: Feature = { name: 'breakdown', commands: [wbs], views, samples, facts }
