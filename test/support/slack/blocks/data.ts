/** Tables and charts, the blocks that are not rolled out everywhere. */
import { z } from 'zod'
import { richText } from './rich-text.js'
import { id } from './text.js'

/** Types that `nativeBlocks: false` refuses. */
export const nativeTypes = ['table', 'data_table', 'data_visualization']

const rawText = z.strictObject({ type: z.literal('raw_text'), text: z.string().min(1) })
const rawNumber = z.strictObject({
  type: z.literal('raw_number'),
  value: z.number(),
  text: z.string().min(1),
})
const cell = z.discriminatedUnion('type', [rawText, rawNumber, richText])

/** Characters of all cells, however deep they stand. */
export function charactersIn(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, one) => sum + charactersIn(one), 0)
  if (typeof value !== 'object' || value === null) return 0
  return Object.entries(value).reduce(
    (sum, [key, one]) => sum + (key === 'text' && typeof one === 'string' ? one.length : charactersIn(one)),
    0,
  )
}

const small = (table: { rows: unknown }) => charactersIn(table.rows) <= 10_000
const tooBig = 'must be less than 10001 characters in all cells'
const even = (table: { rows: unknown[][] }) => new Set(table.rows.map((row) => row.length)).size <= 1
const uneven = 'all rows must have the same number of cells'

export const table = z
  .strictObject({
    type: z.literal('table'),
    block_id: id.optional(),
    rows: z.array(z.array(cell).min(1).max(20)).min(1).max(100),
    column_settings: z
      .array(
        z
          .strictObject({
            align: z.enum(['left', 'center', 'right']).optional(),
            is_wrapped: z.boolean().optional(),
          })
          .nullable(),
      )
      .max(20)
      .optional(),
  })
  .refine(small, tooBig)
  .refine(even, uneven)

export const dataTable = z
  .strictObject({
    type: z.literal('data_table'),
    block_id: id.optional(),
    caption: z.string().min(1),
    rows: z.array(z.array(cell).min(1).max(20)).min(2).max(101),
    page_size: z.int().min(1).max(100).optional(),
    row_header_column_index: z.int().min(0).max(19).optional(),
  })
  .refine(small, tooBig)
  .refine(even, uneven)
  .refine(({ rows }) => rows[0]?.every(({ type }) => type !== 'rich_text'), 'rich_text is no header cell')

const label = z.string().min(1).max(20)
const series = z
  .array(
    z.strictObject({
      name: label,
      data: z
        .array(z.strictObject({ label, value: z.number() }))
        .min(1)
        .max(20),
    }),
  )
  .min(1)
  .max(6)
const axes = z.strictObject({
  categories: z.array(label).min(1).max(20),
  x_label: z.string().max(50).optional(),
  y_label: z.string().max(50).optional(),
})

const plotted = <Type extends string>(type: Type) =>
  z
    .strictObject({ type: z.literal(type), series, axis_config: axes })
    .refine(
      (chart) => new Set(chart.series.map(({ name }) => name)).size === chart.series.length,
      'series names must be unique',
    )
    .refine((chart) => {
      const named = [...chart.axis_config.categories].sort().join('\n')
      return chart.series.every(
        ({ data }) =>
          data
            .map((point) => point.label)
            .sort()
            .join('\n') === named,
      )
    }, 'data labels must be the categories, each once')

export const dataVisualization = z.strictObject({
  type: z.literal('data_visualization'),
  block_id: id.optional(),
  title: z.string().min(1).max(50),
  chart: z.discriminatedUnion('type', [
    z.strictObject({
      type: z.literal('pie'),
      segments: z
        .array(z.strictObject({ label, value: z.number().positive() }))
        .min(1)
        .max(6),
    }),
    plotted('bar'),
    plotted('area'),
    plotted('line'),
  ]),
})
