/** Reads the dates of a campaign as people type them, and refuses those that cannot be. */
import { parseDate, parseRange } from '../../kit/dates.js'
import { UserError } from '../../kit/errors.js'
import { type LocalDate, lengthInDays } from '../../kit/time.js'
import {
  type DatedPhase,
  endFor,
  isPublicPhase,
  launchFor,
  phasesFor,
  type Template,
} from '../template/index.js'

/** The dates of a wish, as they were typed. */
interface Wished {
  launch?: string | undefined
  end?: string | undefined
  /** First day of the first phase, instead of the launch. */
  first?: string | undefined
}

interface Dates {
  launchOn: LocalDate
  endOn: LocalDate
  phases: DatedPhase[]
}

/** Launch, end and phases from what was typed. @throws UserError beside the field at fault */
export const datesOf = (wish: Wished, template: Template, today: LocalDate): Dates => {
  const range = wish.launch !== undefined && wish.end === undefined ? parseRange(wish.launch, today) : null
  const launchOn = range ? inReach(range.from, 'launch') : launchOf(wish, template, today)
  const endOn =
    range?.to ??
    (wish.end === undefined
      ? endFor(template, launchOn)
      : dateIn(wish.end, anchorFor(wish.end, today, launchOn), 'end'))
  if (endOn < launchOn)
    throw new UserError('campaign.error.endFirst', { launch: launchOn, end: endOn }, { field: 'end' })
  const phases = phasesFor(template, launchOn, endOn)
  if (phases) return { launchOn, endOn, phases }
  const needed = template.phases.filter(({ key }) => isPublicPhase(key)).length
  throw new UserError(
    'campaign.error.tooShort',
    { days: lengthInDays(launchOn, endOn), needed },
    { field: 'end' },
  )
}

const launchOf = ({ launch, first }: Wished, template: Template, today: LocalDate): LocalDate => {
  const byFirst = first === undefined ? null : launchFor(template, dateIn(first, today, 'first'))
  const byLaunch = launch === undefined ? null : dateIn(launch, today, 'launch')
  const launchOn = byLaunch ?? byFirst
  if (launchOn === null)
    throw new UserError('campaign.error.launchMissing', {}, { field: 'launch', missing: true })
  if (byFirst === null || byFirst === launchOn) return launchOn
  throw new UserError('campaign.error.twoLaunches', { launch: launchOn, first: byFirst }, { field: 'first' })
}

/** @throws UserError when `given` is no date, or lies where calendars end. */
export const dateIn = (given: string, today: LocalDate, field: string): LocalDate => {
  const date = parseDate(given, today)
  if (date === null) throw new UserError('campaign.error.date', { given }, { field })
  return inReach(date, field)
}

/**
 * What `parseDate` and `parseRange` are to count from: a date without a year is meant near the launch, while
 * "tomorrow" is counted from today.
 */
export const anchorFor = (given: string, today: LocalDate, launchOn: LocalDate): LocalDate => {
  const days = (anchor: LocalDate) => {
    const range = parseRange(given, anchor)
    return [parseDate(given, anchor), range?.from, range?.to].map((date) => date?.slice(5)).join()
  }
  return days('2001-02-03') === days('2001-08-09') ? launchOn : today
}

/** Typos such as 0204 or 20240 must not become campaigns of the Middle Ages. */
export const inReach = (date: LocalDate, field: string): LocalDate => {
  if (date >= '2000-01-01' && date < '2100-01-01') return date
  throw new UserError('campaign.error.far', { date }, { field })
}
