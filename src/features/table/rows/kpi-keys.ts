/** By what a row of the monitor and a KPI know one another. */
import { languages, type Translate } from '../../../kit/translate.js'
import type { Campaign } from '../../campaign/index.js'
import { type Kpi, type KpiRow, kpiMeant } from '../../kpi/index.js'
import { plain } from '../read/fold.js'
import type { Keys } from './pairing.js'

type Named = Pick<KpiRow, 'name'>

/** Once it is known which KPI a row means, it is called like that. */
export const kpiKeys: Keys<Named, Kpi> = { row: ({ name }) => plain(name), stands: ({ name }) => plain(name) }

const wordsFor = (t: Translate, template: string, { metric }: Kpi): string[] =>
  languages
    .map((language) => t.in(language).named(`template.${template}.kpis.${metric}`, 'name'))
    .filter((word) => word !== 'name')

/**
 * Whatever a table may call a KPI: its name, the name that its template has for it in any language, `UV` for `UV(日)`;
 * `UV(周)` is another.
 */
export const kpiSpellings = (
  t: Translate,
  { template }: Pick<Campaign, 'template'>,
  kpis: readonly Kpi[],
): Keys<Named, Kpi> => {
  const called = new Map<string, Kpi>()
  for (const kpi of kpis) for (const word of wordsFor(t, template, kpi)) called.set(plain(word), kpi)
  for (const kpi of kpis) called.set(plain(kpi.name), kpi)
  const row = ({ name }: Named): string => {
    const kpi = called.get(plain(name)) ?? kpiMeant(kpis, name)
    return plain(kpi?.name ?? name)
  }
  return { row, stands: kpiKeys.stands }
}
