/** Pasted tables: whatever stands in the cells, what was written is read. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readBytes } from '../../../src/features/table/read/bytes.js'
import { readText } from '../../../src/features/table/read/text.js'
import type { Sheet } from '../../../src/features/table/sheet.js'
import { written } from '../../../src/features/table/write.js'

const cellsOf = (text: string) => readText(text).lines.map(({ cells }) => cells)
const squeezed = (cell: string) => cell.replace(/\s+/g, ' ').trim()

const sheet = (rows: readonly string[][]): Sheet => ({
  title: '活动筹备进度表',
  columns: ['任务名称', '负责人', '备注'].map((label) => ({ label, kind: 'text' })),
  rows,
})
const exported = async (rows: readonly string[][], format: 'csv' | 'md') =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(await written(sheet(rows), format))

const nasty = fc.constantFrom(
  '=1+1',
  '@SUM(A1)',
  '+86',
  '-',
  '|',
  '``',
  '**b**',
  '<br>',
  '"',
  '""',
  '，',
  '\\',
  '\n',
  ';',
  '\t',
  'x',
)
const cell = fc
  .array(fc.oneof(nasty, fc.string({ unit: 'grapheme', maxLength: 6 })), { maxLength: 5 })
  .map((parts) => parts.join(''))
const rows = fc.array(fc.tuple(fc.constant('甲'), cell, cell), { minLength: 1, maxLength: 5 })

describe('what was written', () => {
  it('as CSV is read back, whatever is in the cells', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (given) => {
        // A quote that guards a formula of its own cannot be told from ours.
        fc.pre(given.flat().every((one) => !one.startsWith("'")))
        expect(cellsOf(await exported(given, 'csv')).slice(1)).toEqual(given)
      }),
    )
  })

  it('as Markdown is read back but for blanks and the ends of lines', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (given) => {
        const read = cellsOf(await exported(given, 'md')).slice(1)
        expect(read.map((row) => row.map(squeezed))).toEqual(given.map((row) => row.map(squeezed)))
      }),
    )
  })

  it('as a workbook is read back, whatever is in the cells', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (given) => {
        const [grid] = await readBytes(await written(sheet(given), 'xlsx'), 'a.xlsx')
        const read = (grid?.lines ?? []).slice(1).map(({ cells }) => [0, 1, 2].map((i) => cells[i] ?? ''))
        expect(read.map((row) => row.map(squeezed))).toEqual(given.map((row) => row.map(squeezed)))
      }),
      { numRuns: 40 },
    )
  })

  it('never throws anything but words for people, whatever is pasted', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => void readText(text)))
  })
})

describe('a pasted table', () => {
  it.each([
    ['tab-separated from Excel', '任务\t备注\r\n甲\t"两\n行"\r\n'],
    ['CSV with quotes', '任务,备注\n甲,"两\n行"'],
    ['CSV in full width', '任务，备注\n甲，"两\n行"'],
    ['semicolons', '任务;备注\n甲;"两\n行"'],
    ['Markdown', '| 任务 | 备注 |\n| --- | :-: |\n| 甲 | 两<br>行 |'],
    ['Markdown without outer bars', '任务 | 备注\n--- | ---\n甲 | 两<br>行'],
    ['Markdown in full width', '｜任务｜备注｜\n｜---｜---｜\n｜甲｜两<br>行｜'],
    ['a block between fences', 'Bitte:\n```csv\n任务,备注\n甲,"两\n行"\n```\ndanke, bye'],
    ['a fence at the heading', '```| 任务 | 备注 |\n|---|---|\n| 甲 | 两<br>行 |```'],
    ['a mark of byte order', '\ufeff任务,备注\n甲,"两\n行"'],
  ])('may be %s', (_name, text) => {
    expect(cellsOf(text)).toEqual([
      ['任务', '备注'],
      ['甲', '两\n行'],
    ])
  })

  it('keeps the rows of the writer although empty ones are left out', () => {
    expect(readText('任务,备注\n,\n\n甲,乙').lines.map(({ row }) => row)).toEqual([1, 4])
  })

  it('keeps the star that masks a name, and takes off what only makes bold', () => {
    expect(cellsOf('|a|b|\n|---|---|\n|*专员|**粗**|')[1]).toEqual(['*专员', '粗'])
  })

  it('of more than 10 000 rows is refused', () => {
    expect(() => readText(`a,b\n${'1,2\n'.repeat(100_000)}`)).toThrow('table.error.rows')
  })
})
