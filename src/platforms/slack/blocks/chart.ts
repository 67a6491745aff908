/** Charts: Slack's own block where it can show them whole, else an uploaded picture, else the numbers as a list. */
import type { Chart } from '../../../kit/card.js'
import { guardedTo } from '../cut.js'
import { limits } from '../limits.js'
import { bareList } from './list.js'
import { nothing, paragraphs, plainObject, settled } from './objects.js'
import type { ChartBlock, Pen, SlackBlock } from './pen.js'

type Surface = Pick<Pen, 'native' | 'surface'>

const short = (text: string, max: number): string => guardedTo(text, max) || nothing

/** Names short enough for a chart that still differ, as they must; null when they do not. */
const shortNames = (names: readonly string[]): string[] | null => {
  const all = names.map((name) => short(name, limits.chart.label))
  return new Set(all).size === all.length ? all : null
}

const fits = ({ labels, series }: Chart): boolean =>
  labels.length > 0 &&
  labels.length <= limits.chart.points &&
  series.length > 0 &&
  series.length <= limits.chart.series &&
  series.every(({ values }) => labels.every((_, i) => Number.isFinite(values[i])))

const nativeChart = (chart: Chart): ChartBlock | null => {
  const categories = shortNames(chart.labels)
  const names = shortNames(chart.series.map(({ name }) => name))
  if (!fits(chart) || !categories || !names) return null
  const series = chart.series.map(({ values }, s) => ({
    name: names[s] ?? nothing,
    data: categories.map((label, i) => ({ label, value: values[i] ?? 0 })),
  }))
  const axis = { categories, ...(chart.unit !== '' && { y_label: short(chart.unit, limits.chart.axis) }) }
  return {
    type: 'data_visualization',
    title: short(chart.title, limits.chart.title),
    chart: { type: chart.shape, series, axis_config: axis },
  }
}

const lineOf = ({ series, unit }: Chart, i: number): string =>
  series.map(({ name, values }) => `${name} ${values[i] ?? nothing}${unit}`).join(', ')

const picture = (chart: Chart, file: string): SlackBlock => {
  const numbers = chart.labels.map((label, i) => `${label}: ${lineOf(chart, i)}`).join('; ')
  return {
    type: 'image',
    slack_file: { id: file },
    alt_text: short(numbers || chart.title, limits.image.alt),
    ...(chart.title !== '' && { title: plainObject(chart.title, limits.image.title) }),
  }
}

/** Slack's own block for the chart that has `nth` others above it, where it may stand. */
const ownChart = (chart: Chart, { native, surface }: Surface, nth: number): ChartBlock | null =>
  native && surface === 'message' && nth < limits.chart.count ? nativeChart(chart) : null

/** The charts of a card for which a picture is needed. */
export const chartsForPictures = (charts: readonly Chart[], surface: Surface): Chart[] =>
  charts.filter((chart, nth) => ownChart(chart, surface, nth) === null)

/** `nth`: how many charts stand above it in the message. */
export const chartBlocks = (chart: Chart, pen: Pen, nth: number): SlackBlock[] => {
  const own = ownChart(chart, pen, nth)
  if (own) return [own]
  const file = pen.pictures?.get(chart)
  if (file) return [picture(chart, file)]
  const line = (i: number) => [{ bold: chart.labels[i] ?? '' }, `: ${lineOf(chart, i)}`]
  const title = chart.title === '' ? [] : paragraphs(settled([{ bold: chart.title }], pen, limits.section))
  return [...title, ...bareList(chart.labels.length, line, pen)]
}
