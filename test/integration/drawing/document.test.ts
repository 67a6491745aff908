/** Documents printed on the thread: words that a search finds, whatever letters stand beside them. */
import { afterAll, describe, expect, it } from 'vitest'
import { createDrawing } from '../../../src/engine/drawing/drawing.js'
import type { Document } from '../../../src/kit/document.js'
import { textOfPdf } from '../../support/pdf.js'

const drawing = createDrawing()
afterAll(() => drawing.stop())

const hash = '407e066f401c5ac1fee58147770411e7c9494c90301b0e9a7d79ef11238a9083'
const letter: Document = {
  title: '目標確認書 · A-7 v2',
  blocks: [
    { kind: 'heading', text: '簽核 Signatures' },
    { kind: 'pairs', pairs: [['哈希', hash]] },
    { kind: 'text', text: '🚀 한 𠮷 ⽇\u0000' },
    {
      kind: 'table',
      columns: [{ label: '条款', share: 1 }],
      rows: Array.from({ length: 90 }, (_, i) => [`第${i + 1}条：v${i + 1}`]),
    },
  ],
  foot: '第一章 <b>C-1</b>',
}

describe('a document', () => {
  it('becomes a PDF whose words can all be found, with a box for what the font lacks', async () => {
    const pdf = await drawing.document(letter)
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    const { pages, text } = textOfPdf(pdf)
    expect(pages).toBeGreaterThan(2)
    for (const words of [letter.title, hash, '簽核 Signatures', '第90条：v90', '□ □ □ 日', letter.foot])
      expect(text).toContain(words)
    expect(text).not.toContain('\uFFFD')
    expect(pdf.length).toBeLessThan(150_000)
  })

  it('is printed once, however often it is fetched', async () => {
    expect(await drawing.document(letter)).toBe(await drawing.document(letter))
  })
})
