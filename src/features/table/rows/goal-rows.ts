/** Lines of a goal consensus table (003-T1) as goals, with what was put right or refused on the way. */
import type { Context } from '../../../kit/context.js'
import type { Campaign } from '../../campaign/index.js'
import { type Goal, type GoalRow, goalsOf, mostGoals } from '../../goal/index.js'
import type { Recognised } from '../read/recognise.js'
import { cellsIn, type Understood, wholeFindings } from './cells.js'
import { dueIn, type GoalReading, longest, namedIn, numberIn, readingFor, remarksIn } from './goal-cells.js'
import { goalKeys } from './goal-keys.js'
import { paired, type Read, refuseTwins } from './pairing.js'
import { responsibleIn } from './responsible.js'
import { textIn } from './texts.js'

const rowOf = async (
  reading: GoalReading,
  { cells, row }: Read<GoalRow>,
  goal: Goal | undefined,
): Promise<GoalRow> => {
  if (!goal && !row.type && !cells.refused()) cells.note('typeMissing', 'type')
  const number = numberIn(reading, cells, row.metric, goal)
  const dueOn = dueIn(reading, cells, goal)
  const ownerId = await responsibleIn(reading.person, cells, goal && reading.owners.get(goal.ownerId))
  const strategy = textIn(reading.words, cells, 'strategy', longest.text)
  const remarks = remarksIn(reading, cells, goal)
  return {
    ...row,
    ...(number && { number }),
    ...(dueOn && { dueOn }),
    ...(ownerId && { ownerId }),
    ...(strategy !== undefined && { strategy }),
    ...(remarks !== undefined && { remarks }),
  }
}

/** Reads the goals of a table; one bad line never loses the others. */
export const goalRows = async (
  ctx: Context,
  campaign: Campaign,
  found: Recognised,
): Promise<Understood<GoalRow>> => {
  const findings = wholeFindings(found)
  const goals = await goalsOf(ctx.db, campaign.id)
  const reading = await readingFor(ctx, campaign, found, goals)
  const all = cellsIn(found, findings).map((cells) => ({ cells, row: namedIn(reading, cells) }))
  const read = all.filter(({ cells }) => !cells.refused())
  const keys = goalKeys(
    read.map(({ row }) => row),
    goals,
  )
  refuseTwins(read, goals, keys, 'metric')
  const met = paired(
    read.map(({ row }) => row),
    goals,
    keys,
  )
  const rows: GoalRow[] = []
  let room = mostGoals - goals.length
  for (const one of read.filter(({ cells }) => !cells.refused())) {
    const goal = met.get(one.row)
    const row = await rowOf(reading, one, goal)
    if (!goal && !one.cells.refused() && --room < 0) one.cells.note('rowsMany', 'metric', { max: mostGoals })
    if (!one.cells.refused()) rows.push(row)
  }
  return { rows, findings, refused: all.length - rows.length }
}
