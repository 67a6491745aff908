/** Lines of an execution plan (002-T1, 003-T3) as dated phases of the campaign. */
import type { Context } from '../../../kit/context.js'
import { UserError } from '../../../kit/errors.js'
import { cut } from '../../../kit/text.js'
import { languages } from '../../../kit/translate.js'
import { byDate, type Campaign, phaseCalled, type Span } from '../../campaign/index.js'
import { folded } from '../read/fold.js'
import type { Recognised } from '../read/recognise.js'
import { type Cells, cellsIn, type Understood, wholeFindings } from './cells.js'
import { type Dating, datingFor, dayAt } from './when.js'

/** As it is written, without what stands in brackets – 预热期(线上) –, and in simplified characters. */
const namesIn = (text: string): string[] => {
  const bare = text.normalize('NFKC').replace(/\(.*$/s, '').trim()
  return [...new Set([text, bare, folded(bare)])].filter((name) => name !== '')
}

const meant = (ctx: Context, campaign: Campaign, cells: Cells) => {
  const written = cells.of('phase')
  for (const name of namesIn(cut(written, 200))) {
    for (const language of languages) {
      try {
        return phaseCalled(ctx.t.in(language), campaign, name)
      } catch (error) {
        if (!(error instanceof UserError)) throw error
      }
    }
  }
  return void cells.note('phase', 'phase', { given: cut(written, 40) })
}

const spanOf = (ctx: Context, campaign: Campaign, cells: Cells, dating: Dating): Span | null => {
  const phase = meant(ctx, campaign, cells)
  const days = dayAt(dating, cells, 'period')
  if (!days && !cells.refused()) cells.note('dateMissing', 'period')
  return phase && days ? { ...phase, fromOn: days.from, toOn: days.to } : null
}

/** Refuses a phase that is there twice, or shares days with one above it. */
const fits = (cells: Cells, span: Span, above: readonly { cells: Cells; span: Span }[]): boolean => {
  const twice = above.find((one) => one.span.key === span.key)
  if (twice) cells.note('phaseTwice', 'phase', { other: twice.cells.row })
  const shared = above.find((one) => one.span.fromOn <= span.toOn && span.fromOn <= one.span.toOn)
  if (!twice && shared) {
    cells.note('overlap', 'period', { other: shared.cells.row, phase: cut(shared.span.label, 40) })
  }
  return !twice && !shared
}

/** Reads the phases of a table; what stands beside their days is not kept, and that is said. */
export const phaseRows = async (
  ctx: Context,
  campaign: Campaign,
  found: Recognised,
): Promise<Understood<Span>> => {
  const beside = [...found.columns].filter(([column]) => column !== 'phase' && column !== 'period')
  const unkept = [
    ...beside.map(([, at]) => found.heading.cells[at] ?? ''),
    ...found.extra.map(({ label }) => label),
  ]
  const findings = wholeFindings({ ...found, extra: [] })
  if (unkept.length > 0)
    findings.push({ kind: 'unkept', row: 0, column: '', params: { columns: cut(unkept.join(', '), 200) } })
  const all = cellsIn(found, findings)
  const dating = datingFor(campaign, found.grid.epoch)
  const read: { cells: Cells; span: Span }[] = []
  for (const cells of all) {
    const span = cells.refused() ? null : spanOf(ctx, campaign, cells, dating)
    if (span && fits(cells, span, read)) read.push({ cells, span })
  }
  return { rows: byDate(read.map(({ span }) => span)), findings, refused: all.length - read.length }
}
