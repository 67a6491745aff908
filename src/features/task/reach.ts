/** Between which days a task belongs to its campaign: preparations begin early, what follows ends late. */
import { UserError } from '../../kit/errors.js'
import { addDays, type LocalDate } from '../../kit/time.js'
import type { Campaign } from '../campaign/index.js'
import type { TaskDates } from './dates.js'

/** Days before the launch and after the end. */
const reach = { before: 180, after: 60 }

/** The first and last day; the phases of the campaign are always within. */
export const reachOf = ({
  launchOn,
  endOn,
  phases,
}: Pick<Campaign, 'launchOn' | 'endOn' | 'phases'>): { first: LocalDate; last: LocalDate } => {
  const days = phases.flatMap(({ fromOn, toOn }) => [fromOn, toOn])
  return {
    first: [addDays(launchOn, -reach.before), ...days].sort()[0] as LocalDate,
    last: [addDays(endOn, reach.after), ...days].sort().at(-1) as LocalDate,
  }
}

/** @throws UserError when one of the days lies beyond; `field` names the argument. */
export const mustBeInReach = <D extends Partial<TaskDates>>(
  campaign: Campaign,
  dates: D,
  field: string,
): D => {
  const { first, last } = reachOf(campaign)
  const beyond = [dates.startOn, dates.dueOn].find((day) => day !== undefined && (day < first || day > last))
  if (beyond !== undefined)
    throw new UserError('task.error.outside', { given: beyond, first, last }, { field })
  return dates
}
