/** A small round mark for a person or the bot. */
import { Icon } from './icon.js'
import type { Person } from './wire.js'

const hues = 8

/** The same person has the same colour on every visit: FNV-1a, whose high bits are spread best. */
const hueOf = (id: string) => {
  const mixed = [...id].reduce(
    (hash, letter) => Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16_777_619),
    2_166_136_261,
  )
  return (mixed >>> 27) % hues
}

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
