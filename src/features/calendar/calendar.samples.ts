/** Examples for the gallery and the contract suite: National Day of 2026 with a day of the company's own. */
import { lastKnownYear, mainland, type OwnDay } from '../../kit/calendar.js'
import type { Sample } from '../../kit/feature.js'
import { type CalendarState, calendarCard } from './calendar.cards.js'

const own = new Map<string, OwnDay>([
  ['2026-10-09', { kind: 'off', name: '公司休息 <!channel>' }],
  ['2026-10-18', { kind: 'working', name: '年会彩排' }],
])

const october: CalendarState = {
  ...{ today: '2026-10-12', month: '2026-10', from: '2026-10-01', to: '2026-10-31' },
  ...{ calendar: { ...mainland, own }, shared: new Map(), keeps: true, said: { kept: 1 } },
}

const unknown = lastKnownYear() + 1
const nextYear: CalendarState = {
  ...{ today: `${unknown}-01-04`, month: null, from: `${unknown}-01-01`, to: `${unknown}-01-31` },
  ...{ calendar: mainland, shared: new Map(), keeps: false, said: null },
}

export const samples: readonly Sample[] = [
  { name: 'calendar.month', draw: calendarCard(october) },
  { name: 'calendar.unknown', draw: calendarCard(nextYear) },
  {
    name: 'calendar.elsewhere',
    draw: calendarCard({
      ...october,
      ...{ calendar: { ...mainland, region: 'SA', weekend: [5, 6], own }, keeps: false, said: null },
    }),
  },
]
