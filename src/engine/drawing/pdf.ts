/** Prints documents as PDF: words stay words, in the letters that the build cut. */
import { PDFDocument, type SKRSContext2D } from '@napi-rs/canvas'
import type { Document, DocumentBlock } from '../../kit/document.js'
import type { Ruler } from './figures.js'
import { type Placed, paper } from './flow.js'
import { family } from './look.js'
import { pagesOf } from './pages.js'

/** Of a document nothing vanishes: what the font lacks, pictures included, leaves a box. */
export const printable = (text: string, letters: ReadonlySet<string>): string =>
  Array.from(text.normalize('NFC'), (letter) => {
    if (letters.has(letter) || /[\r\n\t\u2028\u2029]/.test(letter)) return letter
    if (/[\p{M}\p{Cf}\p{Cc}]/u.test(letter)) return ''
    if (/\s/.test(letter)) return ' '
    // Radicals and compatibility forms have a twin that the font has.
    const twin = letter.normalize('NFKC')
    return [...twin].every((one) => letters.has(one)) ? twin : '□'
  }).join('')

const written = (document: Document, words: (text: string) => string): Document => ({
  title: words(document.title),
  ...(document.subtitle === undefined ? {} : { subtitle: words(document.subtitle) }),
  blocks: document.blocks.map((block) => blockOf(block, words)),
  foot: words(document.foot),
})

const blockOf = (block: DocumentBlock, words: (text: string) => string): DocumentBlock => {
  if (block.kind === 'pairs')
    return { ...block, pairs: block.pairs.map(([label, value]) => [words(label), words(value)] as const) }
  if (block.kind !== 'table') return { ...block, text: words(block.text) }
  const columns = block.columns.map(({ label, share }) => ({ label: words(label), share }))
  return { ...block, columns, rows: block.rows.map((row) => row.map(words)) }
}

/** Adds up the widths of letters: measuring every beginning of a line anew would take a second a page. */
const rulerOf = (measure: Ruler): Ruler => {
  const known = new Map<string, number>()
  const widthOf = (letter: string) => {
    const width = known.get(letter) ?? measure(letter, 100) / 100
    known.set(letter, width)
    return width
  }
  return (text, size) => [...text].reduce((sum, letter) => sum + widthOf(letter), 0) * size
}

/** @param letters those the font has. @param measure one letter or more, in points */
export const printPdf = (document: Document, letters: ReadonlySet<string>, measure: Ruler): Buffer => {
  const clean = written(document, (text) => printable(text, letters))
  const pdf = new PDFDocument({ title: document.title, creator: 'Drumbeat', pdfa: true })
  for (const page of pagesOf(clean, rulerOf(measure))) {
    const pen = pdf.beginPage(paper.width, paper.height)
    for (const one of page) place(pen as SKRSContext2D, one)
    pdf.endPage()
  }
  return pdf.close()
}

const place = (pen: SKRSContext2D, placed: Placed): void => {
  pen.fillStyle = placed.colour
  if (placed.kind === 'fill') pen.fillRect(placed.x, placed.y, placed.width, placed.height)
  else {
    pen.font = `${placed.bold ? 'bold ' : ''}${placed.size}px "${family}"`
    pen.fillText(placed.text, placed.x, placed.y)
  }
}
