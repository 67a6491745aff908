/** Lines of a table of tasks as what will be kept, with everything that was put right or refused on the way. */
import type { Context } from '../../../kit/context.js'
import { cut } from '../../../kit/text.js'
import type { LocalDate } from '../../../kit/time.js'
import { languages, type Translate } from '../../../kit/translate.js'
import { type Campaign, phaseName, phaseOn } from '../../campaign/index.js'
import { signers, workers } from '../../people/index.js'
import { strategiesOf } from '../../strategy/index.js'
import { type TaskRow, tasksOf } from '../../task/index.js'
import { folded } from '../read/fold.js'
import { headingOf, type Recognised } from '../read/recognise.js'
import { type Cells, cellsIn, type Understood, wholeFindings } from './cells.js'
import { linkRows } from './links.js'
import { numbering } from './numbering.js'
import { approverOf, type Owning, ownerOf, ownersOf } from './owners.js'
import { peopleIn } from './people.js'
import { newPlaces, type Placing, placeOf, placesIn } from './places.js'
import { type Dating, datesOf, datingFor } from './when.js'
import { wordsOf } from './words.js'

interface Reading extends Owning, Placing {
  ctx: Context
  campaign: Campaign
  dating: Dating
  numberOf(cells: Cells, name: string): number | undefined
}

const choicesOf = ({ words }: Reading, cells: Cells): Pick<TaskRow, 'status' | 'priority'> => {
  const [status, priority] = [cells.of('status'), cells.of('priority')]
  const state = status === '' ? undefined : words.status(status)
  const rank = priority === '' ? undefined : words.priority(priority)
  if (status !== '' && !state) cells.note('status', 'status', { given: cut(status, 40) })
  if (priority !== '' && !rank) cells.note('priority', 'priority', { given: cut(priority, 40) })
  if (state === 'late') cells.note('late', 'status', { given: cut(status, 40) })
  return { ...(state && { status: state === 'late' ? 'doing' : state }), ...(rank && { priority: rank }) }
}

const texts = ['description', 'deliverable', 'support', 'remarks'] as const
const textsOf = ({ words }: Reading, cells: Cells): Partial<TaskRow> => {
  const said = texts.flatMap((column) => {
    const text = cells.of(column)
    return text === '' ? [] : [[column, words.isNothing(text) ? null : text] as const]
  })
  return Object.fromEntries(said)
}

/** Columns that tasks do not have, and the writer's own: kept as lines of the remarks. */
const notesOf = (
  { ctx, campaign }: Reading,
  cells: Cells,
  table: Recognised['table'],
  dueOn: LocalDate | undefined,
): Pick<TaskRow, 'notes'> => {
  const printed = (['phase'] as const).flatMap((column) => {
    const value = cells.of(column)
    const known = column === 'phase' && isDatedPhase(ctx.t, campaign, value, dueOn)
    return value === '' || known ? [] : [[headingOf(ctx.t, table, column), value] as const]
  })
  const notes = [...printed, ...cells.extra]
  return notes.length > 0 ? { notes } : {}
}

/** The phase in which the task is due says nothing that its date does not. */
const isDatedPhase = (
  t: Translate,
  campaign: Campaign,
  value: string,
  dueOn: LocalDate | undefined,
): boolean => {
  const phase = dueOn === undefined ? null : phaseOn(campaign, dueOn)
  const names = phase ? languages.map((language) => phaseName(t.in(language), campaign, phase.key)) : []
  return [phase?.label ?? '', ...names].some((name) => folded(name) === folded(value))
}

const rowOf = async (reading: Reading, cells: Cells, table: Recognised['table']): Promise<TaskRow | null> => {
  const name = cells
    .of('task')
    .split('\n')
    .map((line) => line.trim())
    .join(' ')
  if (name === '') cells.note('name', 'task')
  const number = name === '' ? undefined : reading.numberOf(cells, name)
  const [dates, ownerId] = [datesOf(reading.dating, cells), await ownerOf(reading, cells, number)]
  const approver = await approverOf(reading, cells)
  const notes = notesOf(reading, cells, table, dates?.dueOn)
  const texts = { ...textsOf(reading, cells), ...placeOf(reading, cells), ...notes }
  const rest = { ...choicesOf(reading, cells), ...texts }
  if (cells.refused() || !dates || ownerId === null || number === undefined) return null
  return { number, name, ownerId, ...dates, ...approver, ...rest }
}

/** Reads a table of tasks; one bad line never loses the others. */
export const taskRows = async (
  ctx: Context,
  campaign: Campaign,
  found: Recognised,
): Promise<Understood<TaskRow>> => {
  const findings = wholeFindings(found)
  const words = wordsOf(ctx.t, [...workers, ...signers, 'project-lead'])
  const all = cellsIn(found, findings)
  const tasks = await tasksOf(ctx.db, campaign.id)
  const tree = await strategiesOf(ctx.db, campaign.id)
  const reading: Reading = {
    ctx,
    campaign,
    words,
    person: peopleIn(ctx, campaign, words),
    owners: await ownersOf(ctx, tasks),
    dating: datingFor(campaign, found.grid.epoch),
    numberOf: numbering(tasks, all),
    placeIn: placesIn(tree),
  }
  const read: { cells: Cells; row: TaskRow }[] = []
  for (const cells of all) {
    const row = cells.refused() ? null : await rowOf(reading, cells, found.table)
    if (row) read.push({ cells, row })
  }
  const rows = await linkRows(ctx, campaign, {
    tasks,
    words,
    read,
    hasColumn: found.columns.has('predecessor'),
  })
  return {
    rows,
    findings: [...newPlaces(tree, rows), ...findings],
    refused: all.length - rows.length,
  }
}
