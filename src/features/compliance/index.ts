/** Compliance: the checklist that stands before a plan is sent for approval. */
import type { Feature } from '../../kit/feature.js'
import type { Db } from '../../kit/store.js'
import { compliance as command } from './commands/compliance.js'
import { complianceAdd } from './commands/compliance-add.js'
import { complianceTick } from './commands/compliance-tick.js'
import { openOf } from './compliance.js'
import { itemsOf } from './compliance.repo.js'
import { samples } from './compliance.samples.js'
import { views } from './compliance.views.js'
import { checked, facts } from './gates.js'
import { personLinked } from './reactions/person-linked.js'

export const compliance: Feature = {
  name: 'compliance',
  commands: [command, complianceAdd, complianceTick],
  views,
  reactions: [personLinked],
  samples,
  gates: { S1: checked },
  facts,
}

/** How many checks of a campaign are still open; none while nobody has begun its checklist. */
export const openChecks = async (db: Db, campaign: number): Promise<number> =>
  openOf(await itemsOf(db, campaign)).length
