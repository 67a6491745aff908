/** Retrospective: what a campaign has taught (003-T6), each measure with owner and day, and the report (004-T4, D20). */
import type { Feature } from '../../kit/feature.js'
import { retro } from './commands/retro.js'
import { retroAdd } from './commands/retro-add.js'
import { retroDone } from './commands/retro-done.js'
import { retroRemove } from './commands/retro-remove.js'
import { retroWrite } from './commands/retro-write.js'
import { personLinked } from './reactions/person-linked.js'
import { samples } from './retrospective.samples.js'
import { views } from './retrospective.views.js'

export const retrospective: Feature = {
  name: 'retrospective',
  commands: [retro, retroAdd, retroDone, retroRemove, retroWrite],
  views,
  reactions: [personLinked],
  samples,
}

export { keepRetro, type RetroLine, retroPlan } from './keep.js'
export {
  dimensionKey,
  keyOf as retroKey,
  parts,
  partText,
  reportDimensions,
  reportDimensionText,
} from './retrospective.js'
export { type RetroRow, type RetroSection, retroRowsOf } from './retrospective.repo.js'
export { keepSections, type SectionLine, sectionPlan, writtenOf } from './sections.js'
