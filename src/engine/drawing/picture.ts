/** From a chart to what the chart library draws; everything that can be judged without drawing. */
import type { EChartsOption } from 'echarts'
import type { Chart } from '../../kit/card.js'
import type { Language } from '../../kit/translate.js'
import { barsOf } from './bars.js'
import { type Ruler, valueAt, writer } from './figures.js'
import { frameOf } from './frame.js'
import { linesOf } from './lines.js'
import { family, ground, sizes, soft } from './look.js'

export interface Picture {
  option: EChartsOption
  /** In points. */
  height: number
}

/** @param nothing what is said where there is no value at all */
export const pictureOf = (chart: Chart, language: Language, ruler: Ruler, nothing: () => string): Picture => {
  const some = chart.series.some(({ values }) => chart.labels.some((_, at) => valueAt(values, at) !== null))
  const draw = chart.shape === 'bar' ? barsOf : linesOf
  const { option, height } = some
    ? draw(chart, writer(chart.unit, language), ruler)
    : emptyOf(chart, nothing())
  const plain = { animation: false, backgroundColor: ground, textStyle: { fontFamily: family } }
  return { option: { ...plain, ...option }, height }
}

const emptyOf = (chart: Chart, nothing: string): Picture => {
  const { option } = frameOf({ ...chart, series: [] }, () => 0)
  const text = { text: nothing, fill: soft, fontSize: sizes.label, fontFamily: family }
  return {
    option: { ...option, graphic: { type: 'text', left: 'center', top: 110, style: text } },
    height: 170,
  }
}
