/** A small round mark for a person or the bot. */
import { Icon } from './icon.js'
import type { Person } from './wire.js'

const hues = 8

/** The same person has the same colour on every visit. */
const hueOf = (id: string) =>
  [...id].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973, 7) % hues

/** Printed names may begin with a mark, as `*经理` does. */
const initialOf = (name: string) => /[\p{L}\p{N}]/u.exec(name)?.[0].toUpperCase() ?? ''

/** `person` is `null` for the bot. */
export const Avatar = ({ person }: { person: Pick<Person, 'id' | 'name'> | null }) =>
  person ? (
    <span class={`avatar hue-${hueOf(person.id)}`} aria-hidden="true">
      {initialOf(person.name)}
    </span>
  ) : (
    <span class="avatar bot" aria-hidden="true">
      <Icon name="drum" />
    </span>
  )
