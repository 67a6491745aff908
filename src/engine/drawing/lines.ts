/** Lines over labels in their order, as days; the last value of each is written at its end. */
import type { EChartsOption } from 'echarts'
import type { Chart } from '../../kit/card.js'
import { type Ruler, valueAt, type Write } from './figures.js'
import { frameOf } from './frame.js'
import { colourOf, edge, ground, ink, markOf, rule, sizes, soft, strokeOf } from './look.js'
import type { Picture } from './picture.js'

const plot = 320
const gap = 10
/** So many points of a single line are told one by one. */
const fewPoints = 12

export const linesOf = (chart: Chart, write: Write, ruler: Ruler): Picture => {
  const frame = frameOf(chart, ruler)
  const told = chart.series.length === 1 && chart.labels.length <= fewPoints
  const close = areClose(chart)
  const behind = told ? 0 : Math.max(...lastOf(chart).map((last) => ruler(write(last), sizes.value) + gap))
  const option: EChartsOption = {
    ...frame.option,
    grid: { top: frame.top + 14, bottom: edge - 6, left: edge, right: edge + behind, containLabel: true },
    xAxis: { ...labelAxis, data: chart.labels, boundaryGap: told },
    yAxis: valueAxis(write, close),
    series: chart.series.map((_, at) => ({
      ...lineOf(chart, at, write, told),
      data: pointsOf(chart, at, close),
      // An area tells a size from zero on.
      ...(chart.series.length === 1 && !close && { areaStyle: { color: colourOf(at), opacity: 0.08 } }),
    })),
  }
  return { option, height: frame.top + plot }
}

const labelAxis = {
  type: 'category' as const,
  axisLine: { lineStyle: { color: rule } },
  axisTick: { show: false },
  axisLabel: {
    ...{ color: soft, fontSize: sizes.value, margin: 12, hideOverlap: true },
    ...{ width: 120, overflow: 'truncate' as const },
  },
}

const valueAxis = (write: Write, close: boolean) => ({
  type: 'value' as const,
  scale: close,
  // Room for a value below the lowest point.
  ...(close && { boundaryGap: ['15%', '5%'] as [string, string] }),
  splitLine: { lineStyle: { color: rule } },
  axisLabel: { color: soft, fontSize: sizes.value, formatter: write },
})

const presentOf = (chart: Chart): number[][] =>
  chart.series.map(({ values }) => chart.labels.flatMap((_, at) => valueAt(values, at) ?? []))

const lastOf = (chart: Chart): number[] => presentOf(chart).map((values) => values.at(-1) ?? 0)

/** Far from zero and near to one another: from zero on, their ups and downs would not be seen. */
const areClose = (chart: Chart): boolean => {
  const sizes = presentOf(chart).flat()
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)]
  return least < most && (least > most * 0.4 || most < least * 0.4)
}

const lineOf = (chart: Chart, at: number, write: Write, told: boolean) => {
  const color = colourOf(at)
  const formatter = (point: { value: unknown }) => write(Number(point.value))
  const halo = { textBorderColor: ground, textBorderWidth: 4 }
  const label = { show: true, color: ink, fontSize: sizes.value, formatter, ...halo }
  return {
    type: 'line' as const,
    name: chart.series[at]?.name ?? '',
    smooth: 0.3,
    smoothMonotone: 'x' as const,
    symbol: markOf(at),
    symbolSize: 9,
    lineStyle: { width: 3, color, type: strokeOf(at) },
    itemStyle: { color, borderColor: ground, borderWidth: 1.5 },
    ...(told ? { label } : { endLabel: { ...label, distance: gap } }),
    labelLayout: { moveOverlap: 'shiftY' as const },
  }
}

/** In a valley, the line leaves room for the value only below it. */
const pointsOf = (chart: Chart, at: number, roomBelow: boolean) => {
  const values = chart.labels.map((_, label) => valueAt(chart.series[at]?.values ?? [], label))
  return values.map((value, i) => {
    const [before, after] = [values[i - 1] ?? value, values[i + 1] ?? value]
    const valley = value !== null && (before ?? value) >= value && (after ?? value) > value
    return { value, label: { position: valley && roomBelow ? ('bottom' as const) : ('top' as const) } }
  })
}
