/** Tables and charts in Slack: its own blocks where it has them, words where it has not. */
import { describe, expect, it } from 'vitest'
import { type Chart, card, chart, table } from '../../../src/kit/card.js'
import { drawCard } from '../../../src/platforms/slack/card.js'
import { blocksOf, setting, wordsOf } from './drawing.js'

describe('tables', () => {
  const small = table(
    ['KPI', 'Value'],
    [
      ['UV', '8万'],
      ['GMV', ''],
    ],
  )

  it('are Slack’s own, figures to the right, once a message', () => {
    const blocks = blocksOf(small, small)
    expect(blocks.map(({ type }) => type)).toEqual(['table', 'rich_text'])
    expect(blocks[0]).toMatchObject({ column_settings: [{ align: 'left' }, { align: 'right' }] })
    expect(wordsOf(blocks[0])).toBe('KPIValueUV8万GMV–')
  })

  it('are lists of named values elsewhere', () => {
    for (const where of [
      { ...setting, native: false },
      { ...setting, surface: 'home' as const },
    ]) {
      expect(wordsOf(drawCard(card('', [small]), where).blocks)).toBe('UV – Value: 8万GMV – Value: –')
    }
  })

  it('end where Slack’s end, and say so', () => {
    const rows = Array.from({ length: 300 }, (_, i) => [`row ${i}`, `${i}`])
    const [block, more] = blocksOf(table(['a', 'b'], rows))
    const shown = block?.type === 'table' ? block.rows.length - 1 : 0
    expect(shown).toBe(99)
    expect(wordsOf(more)).toBe('… 201 more')
  })
})

describe('charts', () => {
  const uv = chart('UV', {
    shape: 'line',
    labels: ['Mon', 'Tue'],
    series: [{ name: 'UV', values: [8, 9] }],
    unit: '%',
  })
  const pictures = new Map<Chart, string>([[uv, 'F1']])

  it('are Slack’s own, twice a message', () => {
    const blocks = drawCard(card('', [uv, uv, uv]), { ...setting, pictures }).blocks
    expect(blocks.map(({ type }) => type)).toEqual(['data_visualization', 'data_visualization', 'image'])
    expect(blocks[0]).toEqual({
      type: 'data_visualization',
      title: 'UV',
      chart: {
        type: 'line',
        series: [
          {
            name: 'UV',
            data: [
              { label: 'Mon', value: 8 },
              { label: 'Tue', value: 9 },
            ],
          },
        ],
        axis_config: { categories: ['Mon', 'Tue'], y_label: '%' },
      },
    })
  })

  it('are pictures that say their numbers, or a list of numbers', () => {
    const where = { ...setting, native: false }
    expect(drawCard(card('', [uv]), { ...where, pictures }).blocks).toMatchObject([
      { type: 'image', slack_file: { id: 'F1' }, alt_text: 'Mon: UV 8%; Tue: UV 9%' },
    ])
    expect(wordsOf(drawCard(card('', [uv]), where).blocks)).toBe('UVMon: UV 8%Tue: UV 9%')
  })

  it('are lists when Slack could not show them whole', () => {
    const values = Array.from({ length: 30 }, (_, i) => i)
    const days = values.map((day) => `day ${day}`)
    const series = (...names: string[]) => names.map((name) => ({ name, values }))
    const shape = 'bar' as const
    for (const of of [
      { shape, labels: days, series: series('a'), unit: '' },
      { shape, labels: ['x'], series: series('a', 'b', 'c', 'd', 'e', 'f', 'g'), unit: '' },
      { shape, labels: ['x', 'x'], series: series('a'), unit: '' },
      { shape, labels: ['x'], series: series('a', 'a'), unit: '' },
      { shape, labels: ['x', 'y'], series: [{ name: 'a', values: [1] }], unit: '' },
      { shape, labels: ['x'], series: [{ name: 'a', values: [Number.NaN] }], unit: '' },
    ]) {
      expect(blocksOf(chart('t', of)).map(({ type }) => type)).not.toContain('data_visualization')
    }
  })
})
