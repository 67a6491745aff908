/** What stands above every chart: its title and, where there are several series, which is which. */
import type { EChartsOption } from 'echarts'
import type { Chart } from '../../kit/card.js'
import type { Ruler } from './figures.js'
import { edge, ink, sizes, soft, width } from './look.js'

const inner = width - 2 * edge
const gap = 18
const line = 20

export interface Frame {
  option: Pick<EChartsOption, 'title' | 'legend'>
  /** Where the chart itself may begin. */
  top: number
}

export const frameOf = (chart: Chart, ruler: Ruler): Frame => {
  const title = {
    text: chart.title,
    left: edge,
    top: 26,
    padding: 0,
    textStyle: { fontSize: sizes.title, color: ink, width: inner, overflow: 'truncate' as const },
  }
  if (chart.series.length < 2) return { option: { title }, top: 72 }
  const icon = chart.shape === 'line' ? 28 : 14
  const names = chart.series.map(({ name }) => Math.ceil(ruler(name, sizes.label)) + 1)
  const column = Math.min(Math.max(...names), (inner - gap) / 2 - icon - 5)
  const columns = Math.max(1, Math.floor((inner + gap) / (icon + 5 + column + gap)))
  const rows = Math.ceil(chart.series.length / columns)
  const legend = {
    left: edge,
    top: 68,
    width: inner,
    padding: 0,
    itemGap: gap,
    itemWidth: icon,
    itemHeight: 14,
    textStyle: {
      fontSize: sizes.label,
      lineHeight: line,
      color: soft,
      width: column,
      overflow: 'truncate' as const,
    },
    ...(chart.shape === 'bar' && { icon: 'roundRect' }),
  }
  return { option: { title, legend }, top: 72 + rows * (line + gap) }
}
