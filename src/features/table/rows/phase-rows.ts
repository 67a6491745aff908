/** Lines of an execution plan (002-T1, 003-T3) as phases of the campaign: their days, owner, and what is to be done. */
import type { Context } from '../../../kit/context.js'
import { UserError } from '../../../kit/errors.js'
import { cut } from '../../../kit/text.js'
import { languages } from '../../../kit/translate.js'
import {
  byDate,
  type Campaign,
  longestDetail,
  phaseCalled,
  type Span,
  splitRiskPlan,
} from '../../campaign/index.js'
import { signers, workers } from '../../people/index.js'
import { type ExecutionPlan, executionPlan, ownerIn, type Saying, sayings } from '../execution.js'
import { folded } from '../read/fold.js'
import type { Recognised } from '../read/recognise.js'
import { type Cells, cellsIn, type Understood, wholeFindings } from './cells.js'
import { type Meant, peopleIn } from './people.js'
import { fitting } from './phase-fit.js'
import { type Dating, datingFor, dayAt } from './when.js'
import { wordsOf } from './words.js'

/** What is left out stays as it is. */
export interface PhaseRow extends Span {
  ownerId?: string
  texts: Partial<Record<Saying, string>>
  remarks?: string
  /** Columns of the writer's own, kept as lines of the remarks. */
  notes: readonly (readonly [label: string, value: string])[]
}

interface Reading {
  ctx: Context
  campaign: Campaign
  dating: Dating
  plan: ExecutionPlan
  hasOwners: boolean
  person(text: string): Promise<Meant>
}

/** As it is written, without what stands in brackets – 预热期(线上) –, and in simplified characters. */
const namesIn = (text: string): string[] => {
  const bare = text.normalize('NFKC').replace(/\(.*$/s, '').trim()
  return [...new Set([text, bare, folded(bare)])].filter((name) => name !== '')
}

/** The phase that is called so in any language. */
export const phaseIn = (ctx: Pick<Context, 't'>, campaign: Campaign, written: string) => {
  for (const name of namesIn(cut(written, 200))) {
    for (const language of languages) {
      try {
        return phaseCalled(ctx.t.in(language), campaign, name)
      } catch (error) {
        if (!(error instanceof UserError)) throw error
      }
    }
  }
  return null
}

/** Campaigns lie between these years. */
export const isInReach = (day: string): boolean => day >= '2000' && day < '2100'

const spanOf = ({ ctx, campaign, dating }: Reading, cells: Cells): Span | null => {
  const written = cells.of('phase')
  const phase = phaseIn(ctx, campaign, written)
  if (!phase) cells.note('phase', 'phase', { given: cut(written, 40) })
  const days = dayAt(dating, cells, 'period')
  if (!days && !cells.refused()) cells.note('dateMissing', 'period')
  if (days && !(isInReach(days.from) && isInReach(days.to)))
    cells.note('dateBad', 'period', { given: cut(cells.of('period'), 40) })
  return phase && days ? { ...phase, fromOn: days.from, toOn: days.to } : null
}

/** Whoever answers for the phase now is meant by their name; a name that is lost says nothing against them. */
const ownerOf = async (
  { person, plan, hasOwners }: Reading,
  cells: Cells,
  key: string,
): Promise<Pick<PhaseRow, 'ownerId'>> => {
  const text = cells.of('owner')
  const lost = folded(text) === ''
  const now = plan.names.get(ownerIn(plan, key))
  if (!hasOwners || text === now || (lost && plan.details.get(key)?.ownerId)) return {}
  const { personId, finding } = await person(text)
  if (finding) cells.note(finding.kind, 'owner', finding.params)
  return lost || personId === null ? {} : { ownerId: personId }
}

const textsOf = (cells: Cells): Pick<PhaseRow, 'texts' | 'remarks' | 'notes'> => {
  const written = sayings
    .filter((column) => column !== 'owner')
    .map((column) => [column, cells.of(column)] as const)
  for (const [column, text] of written.filter(([column]) => column !== 'remarks')) {
    const parts = column === 'riskPlan' ? Object.values(splitRiskPlan(text)) : [text]
    if (parts.some((part) => (part ?? '').length > longestDetail))
      cells.note('long', column, { max: longestDetail })
  }
  const noted = cells.extra.reduce((sum, [label, value]) => sum + label.length + value.length + 2, 0)
  if (noted > longestDetail) cells.note('long', '', { max: longestDetail })
  const said = written.filter(([column, text]) => text !== '' && column !== 'remarks')
  const remarks = cells.of('remarks')
  return { texts: Object.fromEntries(said), ...(remarks !== '' && { remarks }), notes: cells.extra }
}

const rowOf = async (reading: Reading, cells: Cells): Promise<PhaseRow | null> => {
  const span = spanOf(reading, cells)
  const texts = textsOf(cells)
  const owner = span ? await ownerOf(reading, cells, span.key) : {}
  return span && !cells.refused() ? { ...span, ...owner, ...texts } : null
}

/** Reads the phases of a table; one bad line never loses the others. */
export const phaseRows = async (
  ctx: Context,
  campaign: Campaign,
  found: Recognised,
): Promise<Understood<PhaseRow>> => {
  const findings = wholeFindings(found)
  const all = cellsIn(found, findings)
  const words = wordsOf(ctx.t, [...workers, ...signers, 'project-lead'])
  const reading: Reading = {
    ctx,
    campaign,
    dating: datingFor(campaign, found.grid.epoch),
    plan: await executionPlan(ctx.db, campaign),
    hasOwners: found.columns.has('owner'),
    person: peopleIn(ctx, campaign, words),
  }
  const read: { cells: Cells; row: PhaseRow }[] = []
  for (const cells of all) {
    const row = cells.refused() ? null : await rowOf(reading, cells)
    if (row) read.push({ cells, row })
  }
  const rows = byDate(fitting(ctx.t, campaign, read))
  return { rows, findings, refused: all.length - rows.length }
}
