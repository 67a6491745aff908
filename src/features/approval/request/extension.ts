/** A phase that ends later, and the phases behind it that have to give way (F33). */
import { addDays, daysBetween } from '../../../kit/time.js'
import { byDate, type Span } from '../../campaign/index.js'

/** The phases that move when `key` ends on `until`; null when it does not end later then. */
export const extended = (
  { phases }: { phases: readonly Span[] },
  key: string,
  until: string,
): Span[] | null => {
  const sorted = byDate(phases)
  const at = sorted.findIndex((phase) => phase.key === key)
  const phase = sorted[at]
  if (!phase || until <= phase.toOn) return null
  const later = sorted.slice(at + 1)
  const days = daysBetween(phase.toOn, until)
  const pushed = later.some(({ fromOn }) => fromOn <= until) ? later : []
  return [
    { ...only(phase), toOn: until },
    ...pushed.map((one) => ({
      ...only(one),
      fromOn: addDays(one.fromOn, days),
      toOn: addDays(one.toOn, days),
    })),
  ]
}

const only = ({ key, label, fromOn, toOn }: Span): Span => ({ key, label, fromOn, toOn })
