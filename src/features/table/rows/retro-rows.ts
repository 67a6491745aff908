/** Lines of a retrospective table (003-T6) as rows with a measure, its one owner and its day (R74). */
import type { Context } from '../../../kit/context.js'
import type { Campaign } from '../../campaign/index.js'
import { type Person, peopleByIds, signers, workers } from '../../people/index.js'
import { parts, type RetroLine, type RetroRow, retroKey, retroRowsOf } from '../../retrospective/index.js'
import { folded } from '../read/fold.js'
import type { Recognised } from '../read/recognise.js'
import { type Cells, cellsIn, type Understood, wholeFindings } from './cells.js'
import { peopleIn } from './people.js'
import { responsibleIn } from './responsible.js'
import { leftOut, lineIn } from './texts.js'
import { type Dating, datingFor, dayAt } from './when.js'
import { wordsFor, wordsOf } from './words.js'

/** Letters of a part of the writer's own. */
const longestPart = 60

interface Reading {
  part: ReadonlyMap<string, string>
  person: ReturnType<typeof peopleIn>
  dating: Dating
  standing: ReadonlyMap<string, RetroRow>
  owners: ReadonlyMap<string, Person>
}

const readingFor = async (ctx: Context, campaign: Campaign, found: Recognised): Promise<Reading> => {
  const rows = await retroRowsOf(ctx.db, campaign.id)
  const owners = await peopleByIds(
    ctx.db,
    rows.flatMap(({ ownerId }) => ownerId ?? []),
  )
  const words = wordsOf(ctx.t, [...workers, ...signers, 'project-lead'])
  return {
    part: wordsFor(ctx.t, ['retrospective.part', 'table.words.retroPart'], parts),
    person: peopleIn(ctx, campaign, words),
    dating: datingFor(campaign, found.grid.epoch),
    standing: new Map(rows.toReversed().map((row) => [retroKey(row), row])),
    owners: new Map(owners.map((person) => [person.id, person])),
  }
}

const texts = ['success', 'shortcoming', 'cause', 'measure'] as const

const saidIn = (cells: Cells): Pick<RetroLine, (typeof texts)[number]> =>
  Object.fromEntries(
    texts.flatMap((column) => {
      const text = cells.of(column)
      return text === '' ? [] : [[column, text]]
    }),
  )

/** A measure has exactly one owner and a day; what stands has them already. */
const answeringIn = async (reading: Reading, cells: Cells, stands: RetroRow | undefined) => {
  const now = reading.owners.get(stands?.ownerId ?? '')
  const ownerId = await responsibleIn(reading.person, cells, now)
  const plannedOn = dayAt(reading.dating, cells, 'planned')?.to
  if (plannedOn === undefined && !stands && !cells.refused()) cells.note('dateMissing', 'planned')
  return { ...(ownerId !== undefined && { ownerId }), ...(plannedOn !== undefined && { plannedOn }) }
}

const rowOf = async (reading: Reading, cells: Cells): Promise<RetroLine | null> => {
  const text = lineIn(cells, 'part', longestPart)
  const part = reading.part.get(folded(text)) ?? text
  if (part === '') cells.note('part', 'part')
  const said = saidIn(cells)
  if (Object.keys(said).length === 0) cells.note('nothingSaid', 'measure')
  if (cells.refused()) return null
  const row = { part, ...said }
  if (said.measure === undefined) return row
  return { ...row, ...(await answeringIn(reading, cells, reading.standing.get(retroKey(row)))) }
}

/** Reads the rows of a table; one bad line never loses the others. */
export const retroRows = async (
  ctx: Context,
  campaign: Campaign,
  found: Recognised,
): Promise<Understood<RetroLine>> => {
  const findings = [...wholeFindings({ ...found, extra: [] }), ...leftOut(found)]
  const reading = await readingFor(ctx, campaign, found)
  const all = cellsIn(found, findings)
  const met = new Map<string, number>()
  const rows: RetroLine[] = []
  for (const cells of all) {
    const row = cells.refused() ? null : await rowOf(reading, cells)
    const twice = row && met.get(retroKey(row))
    if (twice) cells.note('rowTwice', 'measure', { other: twice })
    if (!row || cells.refused()) continue
    met.set(retroKey(row), cells.row)
    rows.push(row)
  }
  return { rows, findings, refused: all.length - rows.length }
}
