/** The cells of a consensus table (003-T1), each read by the rules of goals. */
import type { Context } from '../../../kit/context.js'
import { UserError } from '../../../kit/errors.js'
import { cut } from '../../../kit/text.js'
import { localDate } from '../../../kit/time.js'
import type { Campaign } from '../../campaign/index.js'
import {
  dueWarning,
  type Goal,
  type GoalRow,
  type GoalType,
  goalTarget,
  goalTypes,
  partsFit,
} from '../../goal/index.js'
import { type Kpi, kpiMeant, kpisOf } from '../../kpi/index.js'
import { type Person, peopleByIds, signers, workers } from '../../people/index.js'
import { folded } from '../read/fold.js'
import type { Recognised } from '../read/recognise.js'
import type { Cells } from './cells.js'
import { peopleIn } from './people.js'
import { lineIn, textIn } from './texts.js'
import { type Dating, datingFor, dayAt } from './when.js'
import { type Words, wordsFor, wordsOf } from './words.js'

export const longest = { metric: 500, text: 2000 }

export interface GoalReading {
  ctx: Context
  campaign: Campaign
  words: Words
  dating: Dating
  type: ReadonlyMap<string, GoalType>
  person: ReturnType<typeof peopleIn>
  owners: ReadonlyMap<string, Person>
  kpis: readonly Kpi[]
}

export const readingFor = async (
  ctx: Context,
  campaign: Campaign,
  found: Recognised,
  goals: readonly Goal[],
): Promise<GoalReading> => {
  const words = wordsOf(ctx.t, [...workers, ...signers, 'project-lead'])
  const owners = await peopleByIds(
    ctx.db,
    goals.map(({ ownerId }) => ownerId),
  )
  return {
    ...{ ctx, campaign, words, dating: datingFor(campaign, found.grid.epoch) },
    type: wordsFor(ctx.t, ['goal.type', 'table.words.goalType'], goalTypes),
    person: peopleIn(ctx, campaign, words),
    owners: new Map(owners.map((person) => [person.id, person])),
    kpis: await kpisOf(ctx.db, campaign.id),
  }
}

export const namedIn = ({ type }: GoalReading, cells: Cells): Pick<GoalRow, 'metric' | 'type'> => {
  const metric = lineIn(cells, 'metric', longest.metric)
  if (metric === '') cells.note('metric', 'metric')
  const text = cells.of('type')
  const known = type.get(folded(text))
  if (text !== '' && !known) cells.note('type', 'type', { given: cut(text, 40) })
  return { metric, ...(known && { type: known }) }
}

export const numberIn = ({ kpis }: GoalReading, cells: Cells, metric: string, goal: Goal | undefined) => {
  const text = cells.of('target')
  const given = cut(text, 40)
  if (text === '') return void (goal || cells.note('number', 'target', { given }))
  try {
    const number = goalTarget(text, metric, goal ?? kpiMeant(kpis, metric))
    if (!number) cells.note('unit', 'target', { given })
    else if (goal && !partsFit(goal, number)) cells.note('goalParts', 'target', { given, unit: goal.unit })
    return number ?? undefined
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return void cells.note('number', 'target', { given })
  }
}

export const dueIn = ({ ctx, campaign, dating }: GoalReading, cells: Cells, goal: Goal | undefined) => {
  const dueOn = dayAt(dating, cells, 'reached')?.to
  if (dueOn === undefined && !goal && !cells.refused()) cells.note('dateMissing', 'reached')
  const warning = dueOn && dueWarning(dueOn, campaign, localDate(ctx.at, campaign.zone))
  if (warning && dueOn !== goal?.dueOn)
    cells.note(warning === 'past' ? 'duePast' : 'dueLate', 'reached', { date: dueOn })
  return dueOn
}

/** The writer's own columns stand in the remarks as lines that begin with their names. */
export const remarksIn = ({ words }: GoalReading, cells: Cells, goal: Goal | undefined) => {
  const text = textIn(words, cells, 'remarks', longest.text)
  if (cells.extra.length === 0) return text
  const notes = cells.extra.map(([label, value]) => `${label}：${value.replace(/\s+/g, ' ')}`)
  const lines = ((text === undefined ? goal?.remarks : text) ?? '').split('\n')
  const kept = lines.filter(
    (line) => line !== '' && !cells.extra.some(([label]) => line.startsWith(`${label}：`)),
  )
  return [...kept, ...notes].join('\n').slice(0, longest.text)
}
