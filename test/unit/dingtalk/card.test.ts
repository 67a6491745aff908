/** Cards on DingTalk: one text and a row of buttons, readable on a phone. */
import { describe, expect, it } from 'vitest'
import { actions, card, chart, fields, list, note, progress, table, text } from '../../../src/kit/card.js'
import { mention } from '../../../src/kit/text.js'
import { drawCard, withTips } from '../../../src/platforms/dingtalk/card.js'
import { limits } from '../../../src/platforms/dingtalk/limits.js'
import { buttonsIn, drawn, press, setting, shown } from './drawing.js'

describe('a card', () => {
  it('says title and tone, and they are its line in the list of conversations', () => {
    const { data, summary } = drawCard(card('KPI alarm', [text('UV')], 'bad'), setting)
    expect(data).toMatchObject({ title: '🔴 KPI alarm', markdown: 'UV', tips: '' })
    expect(summary).toBe('🔴 KPI alarm')
  })

  it('without a title is announced by its first words', () => {
    expect(drawCard(card('', [text('Saved.\nMore')]), setting).summary).toBe('Saved.')
  })

  it('breaks lines with two blanks before and after, and parts blocks by an empty line', () => {
    expect(drawn(text('a\nb\r\n\nc'), text('d')).data.markdown).toBe('a  \n  b  \n  c\n\nd')
  })

  it('shows values by name, notes as quotes, progress as a bar', () => {
    const lines = shown(fields([['Owner', 'Li']]), note('yesterday'), progress('tasks', 3, 10))
    expect(lines).toEqual(['**Owner**: Li', '> yesterday', '▓▓▓░░░░░░░ **3/10** tasks'])
  })

  it('shows a table as a list', () => {
    const of = table(
      ['KPI', 'target', 'now'],
      [
        ['UV', '10', '8'],
        ['CVR', '3%', ''],
      ],
    )
    expect(shown(of)).toEqual(['• **UV** – target: 10 · now: 8', '• **CVR** – target: 3% · now: –'])
  })

  it('shows the numbers of a chart, and its picture where there is one', () => {
    const of = chart('UV', {
      shape: 'bar',
      labels: ['Mon', 'Tue'],
      series: [{ name: 'UV', values: [1, 2] }],
      unit: '%',
    })
    expect(shown(of)).toEqual(['**UV**', '• Mon: 1%', '• Tue: 2%'])
    const pictures = new Map([[of, '@lALPDe7syH8nG_wcHA']])
    expect(drawCard(card('', [of]), { ...setting, pictures }).data.markdown).toContain(
      '![UV](@lALPDe7syH8nG_wcHA)',
    )
  })

  it('draws no picture from what is no media id', () => {
    const of = chart('UV', { shape: 'bar', labels: [], series: [], unit: '' })
    const pictures = new Map([[of, 'https://evil.example/x.png']])
    expect(drawCard(card('', [of]), { ...setting, pictures }).data.markdown).not.toContain('evil')
  })

  it('leaves a gap where bold would not be read beside punctuation', () => {
    expect(shown(text(['活动', { bold: '“双11”' }, '开始']))).toEqual(['活动 **“双11”** 开始'])
    expect(shown(text([{ bold: ' a ' }, { bold: 'b' }]))).toEqual([' **a** **b**'.replace(/^ /, '\u2060 ')])
  })

  it('mentions those who are on DingTalk and names the others', () => {
    const { data, mentions } = drawn(
      text([mention({ id: 'p7', name: '李四' }), ' ', mention({ id: 'q', name: '王五' })]),
    )
    expect(data.markdown).toBe('@李四 @\u2060王五')
    expect(mentions).toEqual({ manager7: '李四' })
  })

  it('gives a line to whoever pressed', () => {
    const one = drawn(text('a'))
    expect(withTips(one, ' Done already. ').data).toEqual({ ...one.data, tips: 'Done already.' })
    expect(Buffer.byteLength(withTips(one, '长'.repeat(5000)).data.tips ?? '')).toBeLessThanOrEqual(
      limits.tips,
    )
  })
})

describe('a card that is too long', () => {
  it('shortens its lists first and says how many more there are', () => {
    const one = drawn(
      text('intro'),
      list(Array.from({ length: 400 }, (_, i) => ({ text: `任务 ${i} 活动页面开发` }))),
    )
    expect(Buffer.byteLength(one.data.markdown ?? '')).toBeLessThanOrEqual(limits.markdown)
    const lines = one.data.markdown?.split('  \n  ') ?? []
    expect(lines.length).toBeGreaterThan(30)
    expect(lines.at(-1)).toBe(`… ${400 - (lines.length - 2)} more`)
  })

  it('then its texts, and at last its blocks, but never its buttons', () => {
    const blocks = Array.from({ length: 300 }, () => text('长'.repeat(500)))
    const one = drawn(...blocks, actions(press('Approve')))
    expect(Buffer.byteLength(one.data.markdown ?? '')).toBeLessThanOrEqual(limits.markdown)
    expect(one.data.markdown).toMatch(/… \d+ more$/)
    expect(buttonsIn(one)).toHaveLength(1)
  })

  it('has a short title', () => {
    expect(drawCard(card('长'.repeat(2000), []), setting).data.title).toHaveLength(limits.title)
  })
})
