/** The news people give to the features above, in the transaction of the work itself. */
import type { Person } from './people.repo.js'

declare module '../../kit/event.js' {
  interface Events {
    /** They have no live account any more: what waits for them waits in vain. */
    'person.left': { person: Person }
    /** Two who are one person: whatever names `other` has to name `survivor` from now on. */
    'person.linked': { survivor: Person; other: Person }
  }
}
