/** Bars lie: long labels have room beside them, and each ends in its value. */
import type { EChartsOption } from 'echarts'
import type { Chart } from '../../kit/card.js'
import { missing, type Ruler, shorten, valueAt, type Write } from './figures.js'
import { frameOf } from './frame.js'
import { colourOf, edge, ink, rule, sizes, soft } from './look.js'
import type { Picture } from './picture.js'

const below = 24
const labelRoom = 240
const lineHeight = 19
const gap = 8

export const barsOf = (chart: Chart, write: Write, ruler: Ruler): Picture => {
  const frame = frameOf(chart, ruler)
  const labels = labelsOf(chart, ruler)
  const { least, most, before, behind } = extentOf(chart, write, ruler)
  const [bar, row] = pitchOf(chart, labels.lines)
  const margin = 14 + before
  const grid = { top: frame.top, bottom: below, left: edge + labels.room + margin, right: edge + behind }
  const option: EChartsOption = {
    ...frame.option,
    grid,
    xAxis: { type: 'value', show: false, min: least, max: most },
    yAxis: axisOf(labels, margin),
    series: chart.series.map((_, at) => seriesOf(chart, at, bar, write)),
  }
  return { option, height: frame.top + row * chart.labels.length + below }
}

type Labels = ReturnType<typeof labelsOf>

const labelsOf = (chart: Chart, ruler: Ruler) => {
  const widths = chart.labels.map((label) => Math.ceil(ruler(label, sizes.label)) + 1)
  const lines = widths.some((one) => one > labelRoom) ? 2 : 1
  // A line ends before a word that is too long for it.
  const fill = (label: string) => (label.includes(' ') ? 0.75 : 0.95)
  const texts = chart.labels.map((label) =>
    shorten(label, Math.max(labelRoom, labelRoom * lines * fill(label)), ruler, sizes.label),
  )
  return { texts, lines, room: Math.min(labelRoom, Math.max(...widths)) }
}

const axisOf = ({ texts, lines, room }: Labels, margin: number) => ({
  type: 'category' as const,
  inverse: true,
  data: texts,
  axisLine: { lineStyle: { color: rule } },
  axisTick: { show: false },
  axisLabel: {
    ...{ color: ink, fontSize: sizes.label, lineHeight, margin, interval: 0 },
    ...{
      width: room,
      overflow: 'break' as const,
      height: lines * lineHeight,
      lineOverflow: 'truncate' as const,
    },
  },
})

/** The values at both ends, and the room that figures take before and behind the bars. */
const extentOf = (chart: Chart, write: Write, ruler: Ruler) => {
  const values = chart.series.flatMap(({ values }) => chart.labels.map((_, at) => valueAt(values, at) ?? 0))
  const widest = (some: number[]) =>
    Math.max(0, ...some.map((value) => ruler(write(value), sizes.value) + gap))
  const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)]
  const before = widest(values.filter((value) => value < 0))
  const behind = widest(values.filter((value) => value >= 0))
  return { least, most: most > least ? most : 1, before, behind }
}

/** How thick a bar is, and how high all bars of a label with the space around them. */
const pitchOf = ({ series }: Chart, lines: number): [bar: number, row: number] => {
  const bar = series.length === 1 ? 20 : series.length === 2 ? 18 : 14
  return [bar, Math.max(series.length * bar * 1.25 + 18, lines * lineHeight + 10)]
}

const seriesOf = (chart: Chart, at: number, barWidth: number, write: Write) => ({
  type: 'bar' as const,
  name: chart.series[at]?.name ?? '',
  barWidth,
  barGap: '25%',
  itemStyle: { color: colourOf(at) },
  label: { show: true, distance: gap, fontSize: sizes.value, color: ink },
  data: chart.labels.map((_, label) => barOf(valueAt(chart.series[at]?.values ?? [], label), write)),
})

const barOf = (value: number | null, write: Write) => {
  if (value === null)
    return { value: 0, label: { position: 'right' as const, formatter: missing, color: soft } }
  const below = value < 0
  return {
    value,
    label: { position: below ? ('left' as const) : ('right' as const), formatter: () => write(value) },
    itemStyle: { borderRadius: below ? [5, 0, 0, 5] : [0, 5, 5, 0] },
  }
}
