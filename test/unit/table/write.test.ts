/** A table as a file: what was put in is what Excel, WPS or another program reads. */
import fc from 'fast-check'
import { parseCsv } from 'hucre/csv'
import { readXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import type { Sheet } from '../../../src/features/table/sheet.js'
import { written } from '../../../src/features/table/write.js'
import { fileName } from '../../../src/kit/file.js'

const sheet = (rows: Sheet['rows']): Sheet => ({
  title: '活动筹备进度表',
  columns: [
    { label: '任务名称', kind: 'text' },
    { label: '开始时间', kind: 'date' },
    { label: '完成状态', kind: 'choice', choices: ['未开始', '进行中', '已完成'] },
  ],
  rows,
})
const text = (data: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(data)
const rowsOf = async (data: Uint8Array) => (await readXlsx(data)).sheets[0]

describe('xlsx', () => {
  it('has the printed headers, a frozen one, dates as dates and the choices of the status', async () => {
    const read = await rowsOf(await written(sheet([['活动主题确认', '2024-05-01', '已完成']]), 'xlsx'))
    expect(read?.name).toBe('活动筹备进度表')
    expect(read?.rows[0]).toEqual(['任务名称', '开始时间', '完成状态'])
    expect(read?.rows[1]).toEqual(['活动主题确认', new Date('2024-05-01T00:00:00Z'), '已完成'])
  })

  it('keeps a date as it was written where it is none', async () => {
    const read = await rowsOf(await written(sheet([['a', '5月初', '']]), 'xlsx'))
    expect(read?.rows[1]?.[1]).toBe('5月初')
  })
})

describe('csv', () => {
  it('begins with the mark by which Excel knows UTF-8', async () => {
    expect(text(await written(sheet([]), 'csv')).charCodeAt(0)).toBe(0xfeff)
  })

  it('lets no cell begin a formula', async () => {
    const csv = text(await written(sheet([['=HYPERLINK("http://x")', '@SUM(1)', '+1']]), 'csv'))
    expect(parseCsv(csv)[1]).toEqual([`'=HYPERLINK("http://x")`, `'@SUM(1)`, `'+1`])
  })

  it('keeps any text: commas, quotes and lines of their own', async () => {
    const cell = fc.string({ unit: 'binary', maxLength: 30 }).map((one) => `x${one.replaceAll('\r', '')}`)
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 4 }), async (rows) => {
        const csv = text(await written(sheet([['x', 'y', 'z'], ...rows, ['x', 'y', 'z']]), 'csv'))
        expect(parseCsv(csv.slice(1)).slice(2, -1)).toEqual(rows)
      }),
    )
  })
})

describe('Markdown', () => {
  it('is one table whatever stands in the cells', async () => {
    const md = text(await written(sheet([['a|b', '**x**\n<b>', '[l](u)']]), 'md'))
    const lines = md.trim().split('\n')
    expect(lines).toHaveLength(5)
    expect(lines.at(-1)).toBe('| a\\|b | \\*\\*x\\*\\*<br>\\<b\\> | \\[l\\](u) |')
  })
})

describe('the name of a file', () => {
  it('leads nowhere and says nothing to a shell', () => {
    expect(fileName('../../etc/passwd', 'xlsx')).toBe('etc passwd.xlsx')
    expect(fileName('C-1 全场满300减50: "A"/B?\n', 'csv')).toBe('C-1 全场满300减50 A B.csv')
    expect(fileName('///', 'md')).toBe('file.md')
    expect([...fileName('长'.repeat(500), 'md')].length).toBe(103)
  })
})
