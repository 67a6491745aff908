/** Documents on pages: lines that fit, tables that go on overleaf, and no letter lost. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Page, paper } from '../../../src/engine/drawing/flow.js'
import { pagesOf } from '../../../src/engine/drawing/pages.js'
import { printable } from '../../../src/engine/drawing/pdf.js'
import { wrap } from '../../../src/engine/drawing/wrap.js'
import type { Document, DocumentBlock } from '../../../src/kit/document.js'

/** Chinese letters are twice as wide as others. */
const widthOf = (text: string) => [...text].reduce((sum, one) => sum + (one > '\u2e80' ? 2 : 1), 0)
const ruler = (text: string, size: number) => (widthOf(text) * size) / 2
const lines = (text: string, room: number) => wrap(text, room, widthOf)

describe('lines', () => {
  it('break Chinese anywhere, but not before a comma or after a bracket', () => {
    expect(lines('提升销售额，拉新', 10)).toEqual(['提升销售', '额，拉新'])
    expect(lines('拉新（会员）复购', 6)).toEqual(['拉新', '（会', '员）复', '购'])
  })

  it('keep words and numbers whole, and part only what is longer than a line', () => {
    expect(lines('from 2024-05-20 to 06-18', 12)).toEqual(['from', '2024-05-20', 'to 06-18'])
    expect(lines(`a ${'x'.repeat(13)} b`, 6)).toEqual(['a', 'xxxxxx', 'xxxxxx', 'x b'])
  })

  it('keep the breaks and indents of the author', () => {
    expect(lines('a\n\n  b\r\nc', 9)).toEqual(['a', '', '  b', 'c'])
    expect(lines('', 9)).toEqual([''])
  })

  it('lose no letter and are never too wide', () => {
    const texts = fc.array(fc.constantFrom('会', '，', '（', 'a', 'bc', ' ', '7', '。', '👩‍👧', '\n'), {
      maxLength: 40,
    })
    fc.assert(
      fc.property(texts, fc.integer({ min: 8, max: 20 }), (parts, room) => {
        const text = parts.join('')
        const wrapped = lines(text, room)
        expect(wrapped.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
        const graphemes = new Intl.Segmenter()
        for (const line of wrapped)
          if ([...graphemes.segment(line)].length > 1) expect(widthOf(line)).toBeLessThanOrEqual(room)
      }),
    )
  })
})

const documentOf = (...blocks: DocumentBlock[]): Document => ({ title: '签批单', blocks, foot: 'A-7' })
const words = (page: Page) => page.flatMap((one) => (one.kind === 'words' ? [one.text] : []))
const table = (rows: readonly (readonly string[])[]): DocumentBlock => ({
  kind: 'table',
  columns: [
    { label: '角色', share: 1 },
    { label: '意见', share: 2 },
  ],
  rows,
})

describe('pages', () => {
  it('have a foot with their number, and nothing beyond their edges', () => {
    const rows = Array.from({ length: 80 }, (_, i) => [`第${i + 1}步`, '同意，无意见。'.repeat(i)])
    const pages = pagesOf(documentOf({ kind: 'heading', text: '签批' }, table(rows)), ruler)
    expect(pages.length).toBeGreaterThan(3)
    pages.forEach((page, i) => {
      expect(words(page)).toContain(`${i + 1} / ${pages.length}`)
      expect(words(page)).toContain('A-7')
      for (const one of page) {
        expect(one.x).toBeGreaterThan(40)
        expect(one.y).toBeLessThan(paper.height - 30)
        if (one.kind === 'words') expect(one.x + ruler(one.text, one.size)).toBeLessThan(paper.width - 40)
      }
    })
  })

  it('repeat the head of a table, and part a row that is higher than a page', () => {
    const long = Array.from({ length: 120 }, (_, i) => `第${i}行`).join('\n')
    const pages = pagesOf(documentOf(table([['财务部负责人', long]])), ruler)
    expect(pages.length).toBeGreaterThan(1)
    for (const page of pages) expect(words(page)).toContain('角色')
    const told = pages.flatMap(words)
    for (let i = 0; i < 120; i++) expect(told).toContain(`第${i}行`)
  })

  it('of nothing are one', () => {
    expect(pagesOf(documentOf(), ruler)).toHaveLength(1)
  })
})

describe('letters', () => {
  const letters = new Set('ab 日本é')

  it('that the font lacks leave a box, so that nothing vanishes from a document', () => {
    expect(printable('a🚀b한', letters)).toBe('a□b□')
    expect(printable('é ⽇\u202e\u0000', letters)).toBe('é 日')
    expect(printable('a\u00a0b\nb', letters)).toBe('a b\nb')
  })
})
