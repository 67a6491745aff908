/** People: who takes part, what they may do, who stands in for them. */
import type { Feature } from '../../kit/feature.js'
import { away, back } from './commands/away.js'
import { link } from './commands/link.js'
import { deputy, language, zone } from './commands/me.js'
import { people as list } from './commands/people.js'
import { personAdd } from './commands/person-add.js'
import { personLink } from './commands/person-link.js'
import { roleGrant, roleRevoke } from './commands/role.js'
import { personUnlink, unlink } from './commands/unlink.js'
import { samples } from './linked.samples.js'
import { views } from './linked.views.js'

export const people: Feature = {
  name: 'people',
  commands: [
    ...[list, personAdd, roleGrant, roleRevoke, language, zone, deputy, away, back],
    ...[link, unlink, personLink, personUnlink],
  ],
  views,
  samples,
}

export { awayAmong } from './absence.repo.js'
export { admit } from './admit.js'
export { deputiesAmong, deputiesOf, representedBy } from './deputies.js'
export type {} from './events.js'
export { findPerson } from './find.js'
export { handleOf, isRole, type Role, roles, signers, takesPart, workers } from './people.js'
export {
  holders,
  holdPerson,
  membersIn,
  type Person,
  peopleByIds,
  personAt,
  personById,
  sameDepartment,
} from './people.repo.js'
export { seedPeople } from './people.samples.js'
