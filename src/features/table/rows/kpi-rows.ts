/** Lines of an execution monitor (004-T3) as KPIs, with what was put right or refused on the way. */
import type { Context } from '../../../kit/context.js'
import { UserError } from '../../../kit/errors.js'
import { cut } from '../../../kit/text.js'
import { Decimal } from '../../../kit/value.js'
import type { Campaign } from '../../campaign/index.js'
import { type Goal, goalRef, goalsOf } from '../../goal/index.js'
import {
  isNews,
  type Kpi,
  type KpiRow,
  kpisOf,
  kpiTarget,
  limitIn,
  mostKpis,
  readingFrom,
  shown,
  stateFor,
} from '../../kpi/index.js'
import type { Finding } from '../finding.js'
import type { Recognised } from '../read/recognise.js'
import { type Cells, cellsIn, type Understood, wholeFindings } from './cells.js'
import { kpiSpellings } from './kpi-keys.js'
import { paired, type Read, refuseTwins } from './pairing.js'
import { leftOut, lineIn, textIn } from './texts.js'
import { type Words, wordsOf } from './words.js'

const longest = { name: 200, measure: 2000 }

interface Reading {
  words: Words
  goals: readonly Goal[]
}

const named = (cells: Cells): KpiRow => {
  const name = lineIn(cells, 'metric', longest.name)
  if (name === '') cells.note('metric', 'metric')
  return { name }
}

/** The KPI of a goal follows that goal. */
const ofGoal = ({ goals }: Reading, kpi: Kpi | undefined): Goal | undefined =>
  kpi && goals.find(({ ownsKpi, kpiId }) => ownsKpi && kpiId === kpi.id)

const targetOf = (reading: Reading, cells: Cells, kpi: Kpi | undefined): KpiRow['number'] => {
  const text = cells.of('target')
  const given = cut(text, 40)
  if (text === '') return void (kpi || cells.note('number', 'target', { given }))
  const number = kpiTarget(text, kpi ?? null)
  if (!number) {
    if (kpi && kpiTarget(text, null))
      cells.note('counted', 'target', { given, example: shown(kpi, kpi.target) })
    else cells.note('number', 'target', { given })
    return undefined
  }
  const goal = ofGoal(reading, kpi)
  if (!kpi || !goal || kpi.target.eq(number.target)) return number
  cells.note('goalTarget', 'target', { given, goal: goalRef(goal.id), target: shown(kpi, kpi.target) })
  return undefined
}

type Shape = Pick<Kpi, 'name' | 'target' | 'kind' | 'unit' | 'better'>

/** As the KPI will be; null for a new one without a target. */
const shapeOf = ({ name, number }: KpiRow, kpi: Kpi | undefined): Shape | null => {
  if (!number) return kpi ?? null
  const { target, kind, unit, better = kpi?.better ?? 'up' } = number
  return { name, target: new Decimal(target), kind, unit, better }
}

const thresholdOf = ({ words }: Reading, cells: Cells, shape: Shape): KpiRow['threshold'] => {
  const text = cells.of('threshold')
  if (text === '') return undefined
  if (words.isNothing(text)) return null
  const given = cut(text, 40)
  const limit = limitIn(text, shape)
  if (!limit)
    return void cells.note('threshold', 'threshold', { given, example: shown(shape, shape.target, '<') })
  const read = shown(shape, new Decimal(limit.limit), limit.operator)
  if (!/[<>≤≥≦≧＜＞+]|以上/.test(text)) cells.note('operator', 'threshold', { given, read })
  const judged = { ...shape, operator: limit.operator, limit: new Decimal(limit.limit) }
  if (stateFor(judged, shape.target) === 'red')
    cells.note('beyond', 'threshold', { given: read, target: shown(shape, shape.target) })
  return limit
}

/** A value that cannot be read leaves the rest of the row as it is: many say 待统计. */
const liveOf = ({ words }: Reading, cells: Cells, shape: Shape): string | undefined => {
  const text = cells.of('live')
  if (text === '' || words.isNothing(text)) return undefined
  try {
    return readingFrom(shape, text).toFixed()
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    const example = shown(shape, shape.target)
    return void cells.note('live', 'live', { given: cut(text, 40), example })
  }
}

const rowOf = (reading: Reading, { cells, row: { name } }: Read<KpiRow>, kpi: Kpi | undefined): KpiRow => {
  const number = targetOf(reading, cells, kpi)
  const shape = shapeOf({ name, ...(number && { number }) }, kpi)
  const threshold = shape ? thresholdOf(reading, cells, shape) : undefined
  const live = shape ? liveOf(reading, cells, shape) : undefined
  const measure = textIn(reading.words, cells, 'measure', longest.measure)
  return {
    name: kpi?.name ?? name,
    ...(number && { number }),
    ...(threshold !== undefined && { threshold }),
    ...(measure !== undefined && { measure }),
    ...(live !== undefined && { live }),
  }
}

/** Values that will be entered as read now: whoever looks at the preview should know. */
const newReadings = (rows: readonly KpiRow[], met: (row: KpiRow) => Kpi | undefined): Finding[] => {
  const count = rows.filter((row) => isNews(met(row) ?? null, row)).length
  return count > 0 ? [{ kind: 'readings', row: 0, column: '', params: { count } }] : []
}

/** Reads the KPIs of a table; one bad line never loses the others. */
export const kpiRows = async (
  ctx: Context,
  campaign: Campaign,
  found: Recognised,
): Promise<Understood<KpiRow>> => {
  const findings = [...wholeFindings({ ...found, extra: [] }), ...leftOut(found)]
  const kpis = await kpisOf(ctx.db, campaign.id)
  const reading = { words: wordsOf(ctx.t, []), goals: await goalsOf(ctx.db, campaign.id) }
  const all = cellsIn(found, findings).map((cells) => ({ cells, row: named(cells) }))
  const keys = kpiSpellings(ctx.t, campaign, kpis)
  const read = all.filter(({ cells }) => !cells.refused())
  refuseTwins(read, kpis, keys, 'metric')
  const met = paired(
    read.map(({ row }) => row),
    kpis,
    keys,
  )
  const rows = new Map<KpiRow, Kpi | undefined>()
  let room = mostKpis - kpis.length
  for (const one of read.filter(({ cells }) => !cells.refused())) {
    const kpi = met.get(one.row)
    const row = rowOf(reading, one, kpi)
    if (!kpi && !one.cells.refused() && --room < 0) one.cells.note('rowsMany', 'metric', { max: mostKpis })
    if (!one.cells.refused()) rows.set(row, kpi)
  }
  findings.push(...newReadings([...rows.keys()], (row) => rows.get(row)))
  return { rows: [...rows.keys()], findings, refused: all.length - rows.size }
}
