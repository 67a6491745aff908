/** Which phases of a table may stand together with the others of the campaign (F3, O49). */
import { cut } from '../../../kit/text.js'
import type { Translate } from '../../../kit/translate.js'
import { type Campaign, outOfOrder, overlap, phaseName, rangeText, type Span } from '../../campaign/index.js'
import type { Cells } from './cells.js'

interface Read<R> {
  cells: Cells
  row: R
}

/** A phase that is there twice, or shares days with one above it, is left out. */
const fitsAbove = <R extends Span>({ cells, row }: Read<R>, above: readonly Read<R>[]): boolean => {
  const twice = above.find((one) => one.row.key === row.key)
  if (twice) cells.note('phaseTwice', 'phase', { other: twice.cells.row })
  const shared = above.find((one) => overlap([one.row], row))
  if (!twice && shared)
    cells.note('overlap', 'period', { other: shared.cells.row, phase: cut(shared.row.label, 40) })
  return !twice && !shared
}

/** Refuses a row that is in the way of a phase the table does not move, or on the wrong side of another. */
const fitsBeside = <R extends Span>(
  t: Translate,
  campaign: Campaign,
  { cells, row }: Read<R>,
  others: readonly Span[],
): boolean => {
  const shared = overlap(others, row)?.other
  const other = shared ?? outOfOrder(others, row)
  if (!other) return true
  const range = rangeText(other.fromOn, other.toOn)
  const params = { phase: cut(phaseName(t, campaign, other.key), 40), range }
  cells.note(shared ? 'phaseShared' : 'phaseOrder', 'period', params)
  return false
}

/** The rows that keep the rules of phases; a phase whose row is left out stays where it is. */
export const fitting = <R extends Span>(t: Translate, campaign: Campaign, read: readonly Read<R>[]): R[] => {
  let kept: Read<R>[] = []
  for (const one of read) if (fitsAbove(one, kept)) kept.push(one)
  for (let before = -1; before !== kept.length; ) {
    before = kept.length
    const keys = kept.map(({ row }) => row.key)
    const phases: Span[] = [
      ...campaign.phases.filter(({ key }) => !keys.includes(key)),
      ...kept.map(({ row }) => row),
    ]
    const wrong = kept.find((one) => !fitsBeside(t, campaign, one, phases))
    kept = kept.filter((one) => one !== wrong)
  }
  return kept.map(({ row }) => row)
}
