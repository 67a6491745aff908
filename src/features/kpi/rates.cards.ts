/** How far the KPIs of a campaign are, as bars beside one another: all in percent of their targets. */
import { type Block, chart, note } from '../../kit/card.js'
import { cut, plainText, type Text } from '../../kit/text.js'
import type { Translate } from '../../kit/translate.js'
import { Decimal } from '../../kit/value.js'
import { rateFor } from './kpi.js'
import type { Kpi } from './kpi.repo.js'

/** In percent, to both sides: one KPI at 1 000 % would leave nothing to see of the others. */
const longest = new Decimal(200)

interface Reached {
  name: string
  better: string
  rate: Decimal
}

/** Those with a reading, but for 0 where less is better: a rate would divide by it. */
const reachedOf = (kpis: readonly Kpi[]): Reached[] =>
  kpis.flatMap((kpi) => {
    const rate = kpi.readings[0] && rateFor(kpi, kpi.readings[0].value)
    return rate ? [{ name: cut(kpi.name, 40), better: kpi.better, rate: new Decimal(rate) }] : []
  })

const isCut = ({ rate }: Reached): boolean => rate.abs().gt(longest)
const lengthOf = ({ rate }: Reached): number => Decimal.clamp(rate, longest.neg(), longest).toNumber()

/** The chart with what must be known to read it; nothing where fewer than two KPIs can be compared. */
export const ratesBlocks = (t: Translate, kpis: readonly Kpi[]): Block[] => {
  const reached = reachedOf(kpis)
  if (reached.length < 2) return []
  const bars = chart(t('kpi.chart.title'), {
    shape: 'bar',
    labels: reached.map(({ name }) => name),
    series: [{ name: plainText(t('kpi.column.rate')), values: reached.map(lengthOf) }],
    unit: '%',
  })
  return [bars, ...legendOf(t, reached).map(note)]
}

/** For which KPIs less is better, so that the bar is target by value (R64), and whose bars are cut. */
const legendOf = (t: Translate, reached: readonly Reached[]): Text[] => {
  const list = (words: string[]) => cut(new Intl.ListFormat(t.language).format(words), 300)
  const down = reached.filter(({ better }) => better === 'down').map(({ name }) => name)
  const beyond = reached.filter(isCut).map(({ name, rate }) => `${name} ${rate.toFixed()}%`)
  return [
    ...(down.length > 0 ? [t('kpi.chart.down', { list: list(down) })] : []),
    ...(beyond.length > 0 ? [t('kpi.chart.cut', { most: longest.toFixed(), list: list(beyond) })] : []),
  ]
}
