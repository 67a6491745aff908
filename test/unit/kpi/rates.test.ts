import { describe, expect, it } from 'vitest'
import { readLocales } from '../../../src/engine/words/locales.js'
import { createTranslators } from '../../../src/engine/words/translate.js'
import { tableCard } from '../../../src/features/kpi/kpi.cards.js'
import { limitsFrom, readingFrom } from '../../../src/features/kpi/kpi.js'
import type { Kpi } from '../../../src/features/kpi/kpi.repo.js'
import type { Block, Chart } from '../../../src/kit/card.js'
import { plainCard } from '../../../src/kit/plain.js'

const translator = createTranslators(readLocales())

const kpi = (name: string, target: string, value: string | null, better: 'up' | 'down' = 'up'): Kpi => {
  const bare = { metric: name, name, ...limitsFrom(target, undefined), better, measure: null, version: 0 }
  const of = { id: 1, campaignId: 1, number: 1, ...bare, readings: [] }
  const reading = { id: 1, kpiId: 1, at: new Date('2024-06-16T09:00:00Z'), byId: 'data' }
  return value === null ? of : { ...of, readings: [{ ...reading, value: readingFrom(of, value) }] }
}
const cardOf = (...kpis: Kpi[]) => tableCard({ campaign: { id: 1, name: '618' }, kpis })(translator('en'))
const isChart = (block: Block): block is Chart => block.kind === 'chart'
const chartOf = (...kpis: Kpi[]) => cardOf(...kpis).blocks.find(isChart)
const notesOf = (...kpis: Kpi[]) =>
  cardOf(...kpis).blocks.flatMap((block) => (block.kind === 'note' ? [block.text] : []))

const uv = kpi('UV', '10万', '8万')
const conversion = kpi('Conversion', '3%', '2.5%')
const response = kpi('Response', '≤30秒', '60秒', 'down')

describe('the chart of a KPI list', () => {
  it('compares all KPIs with a reading in percent of their targets', () => {
    const chart = chartOf(uv, conversion, kpi('GMV', '500万元', null))
    expect(chart).toMatchObject({ shape: 'bar', labels: ['UV', 'Conversion'], unit: '%' })
    expect(chart?.series.map(({ values }) => values)).toEqual([[80, 83.3]])
    expect(notesOf(uv, conversion)).toEqual([])
  })

  it('is left out while fewer than two KPIs have a reading', () => {
    expect(chartOf(uv)).toBeUndefined()
    expect(chartOf(uv, kpi('GMV', '500万元', null))).toBeUndefined()
    expect(chartOf()).toBeUndefined()
  })

  it('says where less is better, and what the bar means there', () => {
    expect(chartOf(uv, response)?.series[0]?.values).toEqual([80, 50])
    expect(notesOf(uv, response)).toEqual([
      'Less is better for Response: the bar is the target divided by the value.',
    ])
  })

  it('ends bars at 200 % to both sides, and says which and how far they would go', () => {
    const complaints = kpi('Complaints', '1%', '0.1%', 'down')
    const searches = kpi('Searches', '+10%', '-25%')
    expect(chartOf(uv, complaints, searches)?.series[0]?.values).toEqual([80, 200, -200])
    expect(notesOf(uv, complaints, searches)).toContain(
      'Bars end at 200%: Complaints 1000% and Searches -250%.',
    )
  })

  it('leaves out a KPI whose rate would be a division by zero', () => {
    expect(chartOf(uv, conversion, kpi('Complaints', '1%', '0%', 'down'))?.labels).toEqual([
      'UV',
      'Conversion',
    ])
  })

  it('shows the KPIs the table shows: the first 20', () => {
    const many = Array.from({ length: 25 }, (_, i) => kpi(`K${i}`, '10', '5'))
    expect(chartOf(...many)?.labels).toHaveLength(20)
  })

  it('is read as one line per KPI where charts are not drawn', () => {
    expect(plainCard(cardOf(uv, conversion))).toContain('Conversion: Achieved 83.3%')
  })
})
