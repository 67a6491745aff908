/** The columns of the table left of the chart: task, owner, dates, status. */
import type { Shape } from '../../kit/sketch.js'
import type { Translate } from '../../kit/translate.js'
import { widthOfWords } from '../../kit/width.js'
import type { Bar, Page } from './gantt.js'
import { edge, faceOf, type Rows, soft } from './look.js'
import { words as say } from './words.js'

export interface Columns {
  name: number
  owner: number
  dates: number
  status: number
  /** Where the table ends. */
  end: number
  /** What each may take. */
  rooms: { ref: number; name: number; owner: number; dates: number; status: number }
  faceOf(owner: string): string
  datesOf(days: Days): string
}

type Days = Pick<Bar, 'fromOn' | 'toOn'>

const gap = 16

const widest = (texts: readonly string[], size: number, most: number): number =>
  Math.min(most, Math.ceil(Math.max(0, ...texts.map((text) => widthOfWords(text.slice(0, 200), size)))) + 2)

export const columnsOf = ({ plan: { bars } }: Page, t: Translate, rows: Rows): Columns => {
  const { size, small } = rows
  const datesOf = datesIn(bars)
  const head = (key: 'task' | 'owner' | 'dates' | 'status') => say(t, `gantt.column.${key}`)
  const rooms = {
    ref: widest(
      bars.map(({ ref }) => ref),
      small,
      70,
    ),
    name: widest([head('task'), ...bars.map(({ name }) => name)], size, 216),
    owner: widest([head('owner'), ...bars.map(({ owner }) => owner)], small, 76),
    dates: widest([head('dates'), ...bars.map(datesOf)], small, 150),
    status: widest([head('status'), ...bars.map(({ status }) => status)], small, 84) + 16,
  }
  const name = edge + 12
  const owner = name + rooms.ref + 8 + rooms.name + gap
  const dates = owner + 26 + rooms.owner + gap
  const status = dates + rooms.dates + gap
  const people = [...new Set(bars.map((bar) => bar.owner))].sort()
  return {
    ...{ name, owner, dates, status, end: status + rooms.status + 14, rooms },
    faceOf: (person) => faceOf(people, person),
    datesOf,
  }
}

/** `05-01 – 05-10`; with years where the plan has more than one. */
const datesIn = (bars: readonly Bar[]) => {
  const years = new Set(bars.flatMap(({ fromOn, toOn }) => [fromOn.slice(0, 4), toOn.slice(0, 4)]))
  const begin = years.size > 1 ? 2 : 5
  return ({ fromOn, toOn }: Days): string =>
    fromOn === toOn ? fromOn.slice(begin) : `${fromOn.slice(begin)} – ${toOn.slice(begin)}`
}

export const columnHeads = (columns: Columns, t: Translate, y: number): Shape[] => {
  const one = (x: number, key: 'task' | 'owner' | 'dates' | 'status'): Shape => ({
    ...{ kind: 'words', x, y, size: 13, colour: soft },
    text: say(t, `gantt.column.${key}`),
  })
  const { name, owner, dates, status } = columns
  return [one(name, 'task'), one(owner, 'owner'), one(dates, 'dates'), one(status + 8, 'status')]
}
