/** From when to when a line of a table of tasks says its task is done. */
import { cut } from '../../../kit/text.js'
import type { LocalDate } from '../../../kit/time.js'
import type { Campaign } from '../../campaign/index.js'
import { reachOf, type TaskRow } from '../../task/index.js'
import type { Cells } from './cells.js'
import { type Days, daysIn, isBackwards, isPlainDays } from './dates.js'

export interface Dating {
  launchOn: LocalDate
  /** Between these a task belongs to the campaign. */
  first: LocalDate
  last: LocalDate
  /** Null where there is no day in the text; many rows say the same. */
  daysIn(text: string): Days | null
}

/** How the days of a table are read for `campaign`. */
export const datingFor = (campaign: Campaign, epoch: '1900' | '1904' = '1900'): Dating => {
  const { launchOn } = campaign
  const known = new Map<string, Days | null>()
  return {
    launchOn,
    ...reachOf(campaign),
    daysIn(text) {
      const read = known.get(text) ?? daysIn(text, { anchor: launchOn, epoch })
      known.set(text, read)
      return read
    },
  }
}

type Dates = Pick<TaskRow, 'dueOn' | 'startOn'>

/** What stands in a column, with what had to be put right; null when there is nothing, or no day. */
export const dayAt = (dating: Dating, cells: Cells, column: string): Days | null => {
  const text = cells.of(column)
  if (text === '') return null
  const days = dating.daysIn(text)
  const given = cut(text, 40)
  if (!days) {
    cells.note(isBackwards(text, dating.launchOn) ? 'endFirst' : 'dateBad', column, { given })
    return null
  }
  const read = days.from === days.to ? days.from : `${days.from} – ${days.to}`
  if (days.relative) cells.note('relative', column, { given, read })
  else if (!isPlainDays(text, days)) cells.note('date', column, { given, read })
  return days
}

/** The first and last day of the line's task; null when it is left out for them. */
export const datesOf = (dating: Dating, cells: Cells): Dates | null => {
  const [period, node] = [dayAt(dating, cells, 'period'), dayAt(dating, cells, 'node')]
  const [start, due] = [dayAt(dating, cells, 'start'), dayAt(dating, cells, 'due')]
  const startOn = start?.from ?? (due ? undefined : (period?.from ?? rangeStart(node)))
  const dueOn = due?.to ?? period?.to ?? node?.to
  const column = ['due', 'period', 'node'].find((one) => cells.of(one) !== '') ?? 'due'
  if (dueOn === undefined) {
    if (!cells.refused()) cells.note('dateMissing', column)
    return null
  }
  if (startOn !== undefined && dueOn < startOn)
    cells.note('endFirst', column, { given: `${startOn} – ${dueOn}` })
  refuseOutside(dating, cells, column, { startOn: startOn ?? dueOn, dueOn })
  return { ...(startOn && { startOn }), dueOn }
}

/** A node is one day, on which a task is due; when it begins is not said. */
const rangeStart = (node: Days | null): LocalDate | undefined =>
  node && node.from !== node.to ? node.from : undefined

const refuseOutside = (
  { first, last }: Dating,
  cells: Cells,
  column: string,
  dates: Required<Dates>,
): void => {
  if (dates.startOn >= first && dates.dueOn <= last) return
  cells.note('outside', column, { given: `${dates.startOn} – ${dates.dueOn}`, first, last })
}
