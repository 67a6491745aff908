/** Workbooks as people save them, and files that only look like one. */
import { deflateRawSync } from 'node:zlib'
import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { readBytes } from '../../../src/features/table/read/bytes.js'
import { entriesOf, stored } from '../../../src/features/table/read/zip.js'

type Rows = (string | number | boolean | Date | null)[][]
const book = (rows: Rows, more: object = {}) => writeXlsx({ sheets: [{ name: '表', rows, ...more }] })
const cellsOf = async (bytes: Uint8Array) =>
  (await readBytes(bytes, 'a.xlsx')).map(({ lines }) => lines.map(({ cells }) => cells))
const refused = (bytes: Uint8Array, name = 'a.xlsx') => expect(readBytes(bytes, name)).rejects

/** An archive whose directory says what we like. */
const archive = (files: { name: string; content: Buffer; says?: number }[]): Uint8Array => {
  const packed = files.map(({ name, content }) => ({ name, bytes: deflateRawSync(content) }))
  const zip = Buffer.from(stored(packed))
  let at = zip.readUInt32LE(zip.length - 6)
  for (const { content, name, says } of files) {
    zip.writeUInt16LE(8, at + 10)
    zip.writeUInt32LE(says ?? content.length, at + 24)
    at += 46 + Buffer.byteLength(name)
  }
  return new Uint8Array(zip)
}
const types = (kind: string) => ({
  name: '[Content_Types].xml',
  content: Buffer.from(
    `<Types><Override ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/></Types>`,
  ),
})

describe('a workbook', () => {
  it('gives its texts, numbers and days', async () => {
    const day = new Date('2024-05-01T00:00:00Z')
    expect(
      await cellsOf(
        await book([
          ['任务', '截止'],
          ['甲', day],
          [3, true],
        ]),
      ),
    ).toEqual([
      [
        ['任务', '截止'],
        ['甲', '2024-05-01'],
        ['3', 'true'],
      ],
    ])
  })

  it('gives shares and ratios as they are shown, not as Excel keeps them', async () => {
    const formats = ['0%', '0.0%', 'h:mm', 'General']
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'a',
          rows: [[0.3, 0.835, 64 / 1440, 0.3]],
          cells: new Map(formats.map((numFmt, i) => [`0,${i}`, { style: { numFmt } }] as const)),
        },
      ],
    })
    expect(await cellsOf(bytes)).toEqual([[['30%', '83.5%', '1:4', '0.3']]])
  })

  it('counts days from 1904 where it says so', async () => {
    const bytes = await writeXlsx({
      dateSystem: '1904',
      sheets: [{ name: 'a', rows: [['d'], [new Date('2024-05-01T00:00:00Z')]] }],
    })
    expect((await cellsOf(bytes))[0]?.[1]).toEqual(['2024-05-01'])
    expect((await readBytes(bytes, 'a.xlsx'))[0]?.epoch).toBe('1904')
  })

  it('says in each row what a merged cell says, and leaves empty rows out', async () => {
    const rows: Rows = [
      ['阶段', '任务'],
      ['策划', '甲'],
      [null, '乙'],
      [null, null],
      ['审批', '丙'],
    ]
    const merges = [{ startRow: 1, endRow: 2, startCol: 0, endCol: 0 }]
    const [grid] = await readBytes(await book(rows, { merges }), 'a.xlsx')
    expect(grid?.lines.map(({ row, cells }) => `${row} ${cells.join()}`)).toEqual([
      '1 阶段,任务',
      '2 策划,甲',
      '3 策划,乙',
      '5 审批,丙',
    ])
    expect(grid?.merged).toBe(1)
  })

  it('has no hidden sheets', async () => {
    const bytes = await writeXlsx({
      sheets: [
        { name: 'a', rows: [['x']], hidden: true },
        { name: 'b', rows: [['y']] },
      ],
    })
    expect(await cellsOf(bytes)).toEqual([[['y']]])
  })

  it('gives the value that a formula had, not the formula', async () => {
    const cells = new Map([['0,0', { formula: 'HYPERLINK("http://x")', formulaResult: '甲' }]])
    expect(await cellsOf(await book([[null]], { cells }))).toEqual([[['甲']]])
  })
})

describe('a file is refused in words', () => {
  it('of 20 MB', () => refused(new Uint8Array(20_000_000)).toThrow('table.error.tooBig'))
  it('that only calls itself xlsx', () =>
    refused(Buffer.from('任务,负责人\n甲,乙')).toThrow('table.error.notXlsx'))
  it('that is another archive', () =>
    refused(archive([{ name: 'a.txt', content: Buffer.from('a') }])).toThrow('table.error.notXlsx'))
  it('that is a document of another program', () =>
    refused(
      archive([
        { name: '[Content_Types].xml', content: Buffer.from('<Types ContentType="wordprocessingml"/>') },
      ]),
    ).toThrow('table.error.notXlsx'))
  it('protected by a password', async () => {
    const bytes = await writeXlsx({
      sheets: [{ name: 'a', rows: [['x']] }],
      encryption: { password: 'geheim', spinCount: 1000 },
    } as never)
    await refused(bytes).toThrow('table.error.password')
  })
  it('of the old kind', () =>
    refused(Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)])).toThrow(
      'table.error.legacy',
    ))
  it('with macros', async () => {
    await refused(
      archive([types('sheet.main'), { name: 'xl/vbaProject.bin', content: Buffer.from('x') }]),
    ).toThrow('table.error.macros')
    await refused(
      archive([
        {
          name: '[Content_Types].xml',
          content: Buffer.from('<Types>application/vnd.ms-excel.sheet.macroEnabled.main+xml</Types>'),
        },
      ]),
    ).toThrow('table.error.macros')
  })
  it('that is cut off', async () =>
    refused((await book([['x']])).slice(0, 900)).toThrow('table.error.broken'))
  it('whose parts are not what they should be', () =>
    refused(archive([types('sheet.main'), { name: 'xl/workbook.xml', content: Buffer.from('<<<') }])).toThrow(
      'table.error.broken',
    ))
  it('of 100 000 rows', async () => {
    await refused(await book(Array.from({ length: 100_000 }, (_, i) => [`任务${i}`, i]))).toThrow(
      'table.error.rows',
    )
    const csv = Array.from({ length: 100_000 }, (_, i) => `任务${i},${i},""`).join('\r\n')
    await refused(Buffer.from(csv), 'a.csv').toThrow('table.error.rows')
  }, 60_000)
  it('of far too many rows, before they are read, unless a hidden sheet may have them', async () => {
    const rows = Array.from({ length: 30_000 }, (_, i) => `<row><c><v>${i}</v></c></row>`).join('')
    const sheet = { name: 'xl/worksheets/sheet1.xml', content: Buffer.from(`<worksheet>${rows}<<<`) }
    const workbook = (state: string) => ({
      name: 'xl/workbook.xml',
      content: Buffer.from(`<workbook><sheet name="a" state="${state}"/><<<`),
    })
    await refused(archive([types('sheet.main'), workbook('visible'), sheet])).toThrow('table.error.rows')
    await refused(archive([types('sheet.main'), workbook('veryHidden'), sheet])).toThrow('table.error.broken')
  })
  it('of 15 000 rows', async () => {
    await refused(await book(Array.from({ length: 15_000 }, (_, i) => [`任务${i}`, i]))).toThrow(
      'table.error.rows',
    )
  })
})

describe('a zip bomb', () => {
  const zeros = Buffer.alloc(20_000_000)
  it('is refused by what its directory says', () => {
    expect(() => entriesOf(Buffer.from(archive([{ name: 'a.xml', content: zeros }])))).toThrow(
      'table.error.bomb',
    )
    const many = Array.from({ length: 6 }, (_, i) => ({
      name: `${i}.xml`,
      content: Buffer.from('a'),
      says: 10_000_000,
    }))
    expect(() => entriesOf(Buffer.from(archive(many)))).toThrow('table.error.bomb')
  })
  it('is refused where it unpacks to more than it says', () =>
    refused(archive([types('sheet.main'), { name: 'xl/workbook.xml', content: zeros, says: 1000 }])).toThrow(
      'table.error.bomb',
    ))
})

describe('a text file', () => {
  const lines = async (bytes: Uint8Array) =>
    (await readBytes(bytes, 'a.csv'))[0]?.lines.map(({ cells }) => cells)
  it('may be in UTF-8, or in what Excel writes in mainland China', async () => {
    expect(await lines(Buffer.from('\ufeff任务,备注'))).toEqual([['任务', '备注']])
    expect(await lines(Buffer.from('c8cecef12cb1b8d7a2', 'hex'))).toEqual([['任务', '备注']])
    expect(
      await lines(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('任务\t备注', 'utf16le')])),
    ).toEqual([['任务', '备注']])
    const swapped = Buffer.from('\ufeff任务\t备注', 'utf16le').swap16()
    expect(await lines(swapped)).toEqual([['任务', '备注']])
  })
  it('may be in what Excel writes in Taiwan', async () => {
    // 任務,備註
    const grids = await readBytes(Buffer.from('a5f4b0c82cb3c6b5f9', 'hex'), 'a.csv')
    expect(grids.map(({ lines }) => lines[0]?.cells)).toContainEqual(['任務', '備註'])
  })
  it('may have more lines than rows', async () => {
    const long = `任务,备注\r\n甲,"${'一行\n'.repeat(50_000)}"`
    expect(await lines(Buffer.from(long))).toHaveLength(2)
  })
})
