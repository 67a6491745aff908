/** Research: what is found out before the plan is written, and stands beside it. */
import type { Feature } from '../../kit/feature.js'
import { research as command } from './commands/research.js'
import { researchAdd } from './commands/research-add.js'
import { researchRemove } from './commands/research-remove.js'
import { personLinked } from './reactions/person-linked.js'
import { samples } from './research.samples.js'
import { views } from './research.views.js'

export const research: Feature = {
  name: 'research',
  commands: [command, researchAdd, researchRemove],
  views,
  reactions: [personLinked],
  samples,
}
