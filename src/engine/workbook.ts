/** Prints documents as a workbook: a sheet for each heading, every value a text. */
import { type CellStyle, type WriteSheet, writeXlsx } from 'hucre/xlsx'
import type { Document, DocumentBlock } from '../kit/document.js'

interface Row {
  cells: readonly string[]
  look: 'title' | 'head' | 'label' | 'plain'
}
interface Section {
  name: string
  rows: Row[]
}

/** Excel takes no longer text in a cell: what is longer goes on in the next row. */
const longest = 32_000
const widest = 60
const narrowest = 10

const wrapped: CellStyle = { alignment: { wrapText: true, vertical: 'top' } }
const bold: CellStyle = { ...wrapped, font: { bold: true } }
const head: CellStyle = {
  ...bold,
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFE8EEF7' } },
}

export const printWorkbook = (document: Document): Promise<Uint8Array> =>
  writeXlsx({
    sheets: named(sectionsOf(document)).map(sheetOf),
    properties: { title: document.title, creator: 'Drumbeat' },
  })

/** What stands before the first heading has the title of the document. */
const sectionsOf = ({ title, subtitle, blocks, foot }: Document): Section[] => {
  const first: Section = { name: title, rows: [row('title', title)] }
  if (subtitle) first.rows.push(row('plain', subtitle))
  const sections = [first]
  for (const block of blocks) {
    if (block.kind === 'heading') sections.push({ name: block.text, rows: [] })
    else sections.at(-1)?.rows.push(...rowsOf(block))
  }
  first.rows.push(row('plain', foot))
  return sections
}

const row = (look: Row['look'], ...cells: string[]): Row => ({ look, cells: cells.map(writable) })

const rowsOf = (block: Exclude<DocumentBlock, { kind: 'heading' }>): Row[] => {
  if (block.kind === 'text') return partsOf([block.text]).map((cells) => row('plain', ...cells))
  if (block.kind === 'pairs')
    return block.pairs.flatMap((pair) => partsOf(pair).map((cells) => row('label', ...cells)))
  const labels = block.columns.map(({ label }) => label)
  return [row('head', ...labels), ...block.rows.flatMap(partsOf).map((cells) => row('plain', ...cells))]
}

/** What XML has no way to write. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu
const writable = (text: string): string => text.replace(unwritable, '')

/** A letter that takes two of the units Excel counts in is not parted. */
const cut = (text: string): string[] => {
  const parts: string[] = []
  for (let from = 0; from < text.length; ) {
    const end = from + longest
    const to = /[\ud800-\udbff]/.test(text.charAt(end - 1)) ? end - 1 : end
    parts.push(text.slice(from, to))
    from = to
  }
  return parts.length > 0 ? parts : ['']
}

const partsOf = (cells: readonly string[]): string[][] => {
  const parts = cells.map(cut)
  const count = Math.max(1, ...parts.map(({ length }) => length))
  return Array.from({ length: count }, (_, i) => parts.map((part) => part[i] ?? ''))
}

/** Names as Excel takes them: 31 characters, none of `[]:*?/\`, each once. */
const named = (sections: readonly Section[]): Section[] => {
  const taken = new Set<string>()
  return sections.map((section, i) => {
    const plain = writable(section.name)
      .replace(/[[\]:*?/\\']/g, ' ')
      .trim()
    const name = [...plain].slice(0, 24).join('') || String(i + 1)
    const own = taken.has(name.toLowerCase()) ? `${name} ${i + 1}` : name
    taken.add(own.toLowerCase())
    return { ...section, name: own }
  })
}

const styleOf = ({ look }: Row, column: number): CellStyle => {
  if (look === 'head') return head
  return look === 'title' || (look === 'label' && column === 0) ? bold : wrapped
}

const sheetOf = ({ name, rows }: Section): WriteSheet => ({
  name,
  columns: widthsOf(rows).map((width) => ({ width })),
  rows: rows.map(({ cells }) => [...cells]),
  cells: new Map(
    rows.flatMap((one, r) => one.cells.map((_, c) => [`${r},${c}`, { style: styleOf(one, c) }] as const)),
  ),
})

/** As wide as the longest line of any cell, within bounds; Chinese letters are as wide as two others. */
const widthsOf = (rows: readonly Row[]): number[] => {
  const count = Math.max(...rows.map(({ cells }) => cells.length), 1)
  return Array.from({ length: count }, (_, c) => {
    const lines = rows.flatMap(({ cells }) => (cells[c] ?? '').split('\n'))
    const width = Math.max(
      0,
      ...lines.map((line) => [...line].reduce((sum, one) => sum + (one > '\u2e80' ? 2 : 1), 0)),
    )
    return Math.min(widest, Math.max(narrowest, width + 2))
  })
}
