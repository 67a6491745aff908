/** Countdown: what is due so many days before the launch, and the launch that moves. */
import type { Feature } from '../../kit/feature.js'
import { countdown as command } from './commands/countdown.js'
import { dateFix, dateFree } from './commands/date-fix.js'
import { launch, launchMove } from './commands/launch.js'
import { milestone } from './commands/milestone.js'
import { samples } from './countdown.samples.js'
import { views } from './countdown.views.js'
import { facts } from './facts.js'
import { campaignCreated, campaignMoved } from './reactions/campaign-dates.js'
import { personLinked } from './reactions/person-linked.js'

export type { MilestoneKey } from './countdown.js'
export { isLate as isMissed } from './countdown.js'
export { fixedIn, type Milestone, milestonesOf } from './countdown.repo.js'

export const countdown: Feature = {
  name: 'countdown',
  commands: [command, milestone, launch, launchMove, dateFix, dateFree],
  views,
  reactions: [campaignCreated, campaignMoved, personLinked],
  samples,
  facts,
}
