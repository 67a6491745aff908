/** The news people give to the features above, in the transaction of the work itself. */
import type { LocalDate } from '../../kit/time.js'
import type { Person } from './people.repo.js'

declare module '../../kit/event.js' {
  interface Events {
    /** They will not be there from one day to another, and `deputyId` is asked instead. */
    'person.away': { personId: string; deputyId: string; fromOn: LocalDate; toOn: LocalDate }
    /** They have no live account any more: what waits for them waits in vain. */
    'person.left': { person: Person }
    /** Two who are one person: whatever names `other` has to name `survivor` from now on. */
    'person.linked': { survivor: Person; other: Person }
  }
}
