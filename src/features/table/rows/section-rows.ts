/** Lines of a retrospective report (004-T4) as its sections; several lines of one dimension are one section. */
import type { Context } from '../../../kit/context.js'
import type { Campaign } from '../../campaign/index.js'
import { dimensionKey, reportDimensions, type SectionLine } from '../../retrospective/index.js'
import { folded } from '../read/fold.js'
import type { Recognised } from '../read/recognise.js'
import { cellsIn, type Understood, wholeFindings } from './cells.js'
import { leftOut, lineIn } from './texts.js'
import { wordsFor } from './words.js'

/** Letters of a dimension of the writer's own. */
const longestDimension = 60

/** Reads the sections of a table; one bad line never loses the others. */
export const sectionRows = async (
  ctx: Context,
  _campaign: Campaign,
  found: Recognised,
): Promise<Understood<SectionLine>> => {
  const findings = [...wholeFindings({ ...found, extra: [] }), ...leftOut(found)]
  const known = wordsFor(ctx.t, ['retrospective.dimension', 'table.words.report'], reportDimensions)
  const sections = new Map<string, { dimension: string; content: string }>()
  const all = cellsIn(found, findings)
  const refused = all.filter((cells) => {
    const text = lineIn(cells, 'dimension', longestDimension)
    if (text === '') cells.note('reportDimension', 'dimension')
    if (cells.refused()) return true
    const dimension = known.get(folded(text)) ?? text
    const above = sections.get(dimensionKey(dimension))
    const content = [above?.content ?? '', cells.of('content')].filter((one) => one !== '').join('\n')
    sections.set(dimensionKey(dimension), { dimension: above?.dimension ?? dimension, content })
    return false
  })
  return { rows: [...sections.values()], findings, refused: refused.length }
}
