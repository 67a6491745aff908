/** Lines of a campaign plan (004-T1) as sections of the plan; days that it means completely are proposed for the phases. */
import type { Context } from '../../../kit/context.js'
import { cut } from '../../../kit/text.js'
import { languages, type Translate } from '../../../kit/translate.js'
import { type Campaign, type PlanNews, planCells } from '../../campaign/index.js'
import { withNotes } from '../../task/index.js'
import { type PlanItemKey, planItems } from '../../template/index.js'
import { bareWord, folded } from '../read/fold.js'
import type { Recognised } from '../read/recognise.js'
import { type Cells, cellsIn, type Understood, wholeFindings } from './cells.js'
import { daysSaid, noteDays } from './plan-days.js'
import { isSame } from './same.js'

/** A section as the writer calls it. */
export interface PlanRow extends PlanNews {
  label: string
}

/** Letters that one cell takes. */
const longest = { name: 2000, cell: 10_000 }

/** From every way to call a section to its key. */
const wordsFor = (t: Translate): ReadonlyMap<string, PlanItemKey> =>
  new Map(
    planItems.flatMap((item) =>
      languages.flatMap((language) => {
        const words = t.in(language)
        const names = [words.named('campaign.item', item), ...words.named('table.sections', item).split('|')]
        return names.map((name) => [folded(name), item] as const)
      }),
    ),
  )

/** The form's own words in any language say nothing. */
const isHint = (t: Translate, item: PlanItemKey, text: string): boolean =>
  languages.some((language) => isSame(t.in(language).named('campaign.hint', item), text))

/** The content of a section: its example, and its explanation where there is no example. */
const saidIn = (
  ctx: Context,
  campaign: Campaign,
  cells: Cells,
  item: PlanItemKey,
): Omit<PlanNews, 'item'> => {
  const stands = planCells(campaign, item)
  const written = cells.of('explanation')
  const explanation = isHint(ctx.t, item, written) ? '' : written
  const example = cells.of('example')
  const isContent = example === '' && explanation !== '' && !isSame(stands.explanation, explanation)
  const explained = isContent ? '' : explanation
  const own = withNotes(explained || stands.explanation, cells.extra) ?? ''
  const content = isContent ? explanation : example
  if (own.length > longest.cell) cells.note('long', 'explanation', { max: longest.cell })
  if (item === 'name' && content.length > longest.name) cells.note('long', 'example', { max: longest.name })
  return { ...(content !== '' && { content }), ...(own !== '' && { explanation: own }) }
}

const rowOf = (ctx: Context, campaign: Campaign, cells: Cells, item: PlanItemKey): PlanRow | null => {
  const said = saidIn(ctx, campaign, cells, item)
  const { content } = said
  const label = cut(cells.of('item'), 40)
  if (cells.refused()) return null
  if (content === undefined || isSame(planCells(campaign, item).example, content))
    return { item, label, ...said }
  if (item === 'name' && content !== campaign.name)
    cells.note('nameStays', 'example', { name: cut(campaign.name, 60) })
  if (item !== 'time') return { item, label, ...said }
  const spans = daysSaid(ctx, campaign, content)
  noteDays(cells, campaign, spans)
  return { item, label, ...said, ...(spans && { spans }) }
}

/** Which section a line is about; null when it is none, or one above has it already. */
const itemOf = (
  words: ReadonlyMap<string, PlanItemKey>,
  cells: Cells,
  above: ReadonlyMap<PlanItemKey, number>,
): PlanItemKey | null => {
  const written = cells.of('item')
  const item = words.get(folded(written)) ?? words.get(bareWord(written)) ?? null
  if (!item) cells.note('item', 'item', { given: cut(written, 40) })
  const other = item === null ? undefined : above.get(item)
  if (other !== undefined) cells.note('itemTwice', 'item', { other })
  return other === undefined ? item : null
}

/** Reads a campaign plan; one bad line never loses the others. */
export const planRows = async (
  ctx: Context,
  campaign: Campaign,
  found: Recognised,
): Promise<Understood<PlanRow>> => {
  const findings = wholeFindings(found)
  const all = cellsIn(found, findings)
  const words = wordsFor(ctx.t)
  const met = new Map<PlanItemKey, number>()
  const rows: PlanRow[] = []
  for (const cells of all) {
    const item = cells.refused() ? null : itemOf(words, cells, met)
    const row = item && rowOf(ctx, campaign, cells, item)
    if (!row) continue
    met.set(row.item, cells.row)
    rows.push(row)
  }
  return { rows, findings, refused: all.length - rows.length }
}
