/** Programmes: campaigns grouped by year or quarter, seen together. */
import type { Feature } from '../../kit/feature.js'
import { programme as show } from './commands/programme.js'
import { programmeAdd } from './commands/programme-add.js'
import { programmePut, programmeTake } from './commands/programme-put.js'
import { facts } from './facts.js'
import { samples } from './programme.samples.js'
import { views } from './programme.views.js'
import { personLinked } from './reactions/person-linked.js'

export const programme: Feature = {
  name: 'programme',
  commands: [show, programmeAdd, programmePut, programmeTake],
  views,
  reactions: [personLinked],
  samples,
  facts,
}
