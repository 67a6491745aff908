/** Documents as workbooks: a sheet for each heading, and nothing that Excel refuses or takes for a formula. */
import { readXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { printWorkbook } from '../../../src/engine/workbook.js'
import type { DocumentBlock } from '../../../src/kit/document.js'

const read = async (...blocks: DocumentBlock[]) => {
  const bytes = await printWorkbook({ title: 'A-7: [v2]', subtitle: 'C-1', blocks, foot: '9f86' })
  return (await readXlsx(bytes)).sheets.map(({ name, rows }) => ({ name, rows }))
}

describe('a workbook', () => {
  it('has a sheet for what comes first and one for each heading, under names that Excel takes', async () => {
    const sheets = await read(
      { kind: 'text', text: '说明' },
      { kind: 'heading', text: '签批' },
      { kind: 'pairs', pairs: [['=1+1', '-5万']] },
      { kind: 'heading', text: '签批' },
      { kind: 'table', columns: [{ label: '角色', share: 1 }], rows: [['财务'], ['+甲']] },
      { kind: 'heading', text: `很长的标题${'：'.repeat(40)}` },
    )
    expect(sheets.map(({ name }) => name).slice(1, 3)).toEqual(['签批', '签批 3'])
    for (const { name } of sheets) expect(name).toMatch(/^[^[\]:*?/\\]{1,31}$/)
    expect(sheets[0]?.rows.flat()).toEqual(expect.arrayContaining(['A-7: [v2]', 'C-1', '说明', '9f86']))
    expect(sheets[1]?.rows).toEqual([['=1+1', '-5万']])
    expect(sheets[2]?.rows.flat()).toEqual(['角色', '财务', '+甲'])
  })

  it('continues in the next row what is too long for a cell', async () => {
    const [, sheet] = await read(
      { kind: 'heading', text: 'x' },
      { kind: 'pairs', pairs: [['a', '长'.repeat(40_000)]] },
    )
    expect(sheet?.rows.map((row) => String(row[1]).length)).toEqual([32_000, 8000])
  })

  it('loses no letter where it parts, and leaves out what no file can hold', async () => {
    const text = `${'a'.repeat(31_999)}🚀b\u0000\ud800c\n第二行`
    const [, sheet] = await read({ kind: 'heading', text: 'x' }, { kind: 'pairs', pairs: [['a', text]] })
    const parts = sheet?.rows.map((row) => String(row[1])) ?? []
    expect(parts).toEqual(['a'.repeat(31_999), '🚀bc\n第二行'])
  })
})
