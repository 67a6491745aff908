/** Lines of a progress and issue table (003-T4) as issues, with what was put right or refused on the way. */
import type { Context } from '../../../kit/context.js'
import type { Campaign } from '../../campaign/index.js'
import { expectedOf, happenedOf, type Issue, type IssueRow, issuesOf } from '../../issue/index.js'
import { type Person, peopleByIds, signers, workers } from '../../people/index.js'
import { folded, plain } from '../read/fold.js'
import type { Recognised } from '../read/recognise.js'
import { type Cells, cellsIn, type Understood, wholeFindings } from './cells.js'
import { expectedIn, happenedIn, noteException, rateIn, solvedIn } from './issue-cells.js'
import { type Keys, paired, type Read, refuseTwins } from './pairing.js'
import { peopleIn } from './people.js'
import { responsibleIn } from './responsible.js'
import { leftOut, lineIn, textIn } from './texts.js'
import { type Dating, datingFor } from './when.js'
import { type Words, wordsFor, wordsOf } from './words.js'

const longest = 2000

interface Reading {
  zone: string
  words: Words
  states: ReadonlyMap<string, boolean>
  dating: Dating
  person: ReturnType<typeof peopleIn>
  owners: ReadonlyMap<string, Person>
}

const readingFor = async (
  ctx: Context,
  campaign: Campaign,
  found: Recognised,
  issues: readonly Issue[],
): Promise<Reading> => {
  const words = wordsOf(ctx.t, [...workers, ...signers, 'project-lead'])
  const ids = issues.map(({ ownerId }) => ownerId)
  const states = wordsFor(ctx.t, ['issue.status'], ['open', 'handling', 'handled', 'closed'])
  return {
    ...{ zone: campaign.zone, words, dating: datingFor(campaign, found.grid.epoch) },
    states: new Map([...states].map(([word, state]) => [word, state === 'handled' || state === 'closed'])),
    person: peopleIn(ctx, campaign, words),
    owners: new Map((await peopleByIds(ctx.db, ids)).map((person) => [person.id, person])),
  }
}

/** An issue is known by its day and by what went wrong. */
export const issueKeys = (zone: string): Keys<IssueRow, Issue> => ({
  row: ({ happenedOn, title }) => `${happenedOn} ${plain(title)}`,
  stands: (issue) => `${happenedOf(issue, zone)} ${plain(issue.title)}`,
})

/** Progress without a problem is no issue. */
const named = ({ dating, words }: Reading, cells: Cells): IssueRow => {
  const title = lineIn(cells, 'anomaly', longest)
  if (title === '' || words.isNothing(title)) {
    cells.note('noAnomaly', 'anomaly')
    return { title: '', happenedOn: '' }
  }
  return { title, happenedOn: happenedIn(dating, cells) }
}

const textsOf = ({ words }: Reading, cells: Cells): Pick<IssueRow, 'progress' | 'impact' | 'measure'> => {
  const said = (['progress', 'impact', 'measure'] as const).flatMap((column) => {
    const text = textIn(words, cells, column, longest)
    return text === undefined ? [] : [[column, text] as const]
  })
  return Object.fromEntries(said)
}

const rowOf = async (
  reading: Reading,
  { cells, row }: Read<IssueRow>,
  issue: Issue | undefined,
): Promise<IssueRow> => {
  const { words, dating, states, zone } = reading
  const texts = textsOf(reading, cells)
  const rate = rateIn(words, cells)
  const expectedOn = expectedIn(dating, words, cells, row.happenedOn)
  const solved = solvedIn(words, states, cells, folded)
  if (!issue || expectedOn !== expectedOf(issue, zone))
    noteException(cells, { happenedOn: row.happenedOn, expectedOn }, texts.measure ?? issue?.measure ?? null)
  const ownerId = await responsibleIn(reading.person, cells, issue && reading.owners.get(issue.ownerId))
  return {
    ...{ ...row, ...texts },
    ...(rate !== undefined && { rate }),
    ...(expectedOn !== undefined && { expectedOn }),
    ...(solved !== undefined && { solved }),
    ...(ownerId !== undefined && { ownerId }),
  }
}

/** Reads the issues of a table; one bad line never loses the others. */
export const issueRows = async (
  ctx: Context,
  campaign: Campaign,
  found: Recognised,
): Promise<Understood<IssueRow>> => {
  const findings = [...wholeFindings({ ...found, extra: [] }), ...leftOut(found)]
  const issues = await issuesOf(ctx.db, campaign.id)
  const reading = await readingFor(ctx, campaign, found, issues)
  const all = cellsIn(found, findings).map((cells) => ({ cells, row: named(reading, cells) }))
  const read = all.filter(({ cells }) => !cells.refused())
  const keys = issueKeys(campaign.zone)
  refuseTwins(read, issues, keys, 'anomaly')
  const met = paired(
    read.map(({ row }) => row),
    issues,
    keys,
  )
  const rows: IssueRow[] = []
  for (const one of read.filter(({ cells }) => !cells.refused())) {
    const row = await rowOf(reading, one, met.get(one.row))
    if (!one.cells.refused()) rows.push(row)
  }
  return { rows, findings, refused: all.length - rows.length }
}
