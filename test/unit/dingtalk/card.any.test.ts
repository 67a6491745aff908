/** Whatever comes in can be sent to DingTalk. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  actions,
  type Block,
  button,
  type Card,
  card,
  chart,
  fields,
  list,
  note,
  progress,
  table,
  text,
} from '../../../src/kit/card.js'
import type { Span, Text } from '../../../src/kit/text.js'
import { tokenOf } from '../../../src/platforms/dingtalk/buttons.js'
import { drawCard, withTips } from '../../../src/platforms/dingtalk/card.js'
import { limits } from '../../../src/platforms/dingtalk/limits.js'
import { drawMessage } from '../../../src/platforms/dingtalk/message.js'
import { setting } from './drawing.js'

const bytes = (words = ''): number => Buffer.byteLength(words)

const word = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
  fc.constantFrom(
    '@all',
    '*a*',
    '"',
    '\\',
    '`',
    '中文',
    '👨‍👩‍👧‍👦',
    '<b>',
    '&amp;',
    '| - |',
    '\n',
    '\u0001',
    '](x)',
  ),
)
const words = fc
  .tuple(word, fc.constantFrom(1, 1, 1, 20, 400))
  .map(([one, times]) => one.repeat(times).slice(0, 5000))
const span: fc.Arbitrary<Span> = fc.oneof(
  words,
  words.map((bold) => ({ bold })),
  words.map((code) => ({ code })),
  fc.record({ mention: fc.constantFrom('p1', 'q1'), name: words }),
)
const texts: fc.Arbitrary<Text> = fc.oneof(words, fc.array(span, { maxLength: 4 }))
const buttons = fc.array(
  fc
    .tuple(words, fc.constantFrom('plain' as const, 'primary' as const, 'danger' as const), words)
    .map(([label, look, value]) => button(label, 'show', { value }, look)),
  { maxLength: 12 },
)
const number = fc.oneof(fc.integer(), fc.constantFrom(0, Number.NaN, Number.POSITIVE_INFINITY))
const block: fc.Arbitrary<Block> = fc.oneof(
  texts.map(text),
  texts.map(note),
  fc.array(fc.tuple(texts, texts), { maxLength: 6 }).map(fields),
  fc
    .tuple(fc.array(fc.record({ text: texts, buttons }), { maxLength: 5 }), fc.constantFrom(1, 1, 60))
    .map(([items, times]) => list(Array.from({ length: times }, () => items).flat())),
  fc
    .tuple(fc.array(texts, { maxLength: 5 }), fc.array(fc.array(texts, { maxLength: 6 })))
    .map(([c, r]) => table(c, r)),
  fc.tuple(texts, number, number).map(([label, done, total]) => progress(label, done, total)),
  fc
    .record({
      labels: fc.array(words, { maxLength: 20 }),
      series: fc.array(fc.record({ name: words, values: fc.array(number) }), { maxLength: 3 }),
      unit: words,
    })
    .map((of) => chart('x', { shape: 'bar', ...of })),
  buttons.map((all) => actions(...all)),
)
const cards: fc.Arbitrary<Card> = fc
  .tuple(texts, fc.array(block, { maxLength: 8 }), fc.constantFrom('plain' as const, 'bad' as const))
  .map(([title, blocks, tone]) => card(title, blocks, tone))

describe('any card', () => {
  it.each(['button', 'drumbeat'] as const)('is within the limits of a card (%s)', (layout) => {
    fc.assert(
      fc.property(cards, words, (of, tips) => {
        const { data, summary, actions: kept } = withTips(drawCard(of, { ...setting, layout }), tips)
        expect(bytes(data.markdown)).toBeLessThanOrEqual(limits.markdown)
        expect(bytes(data.tips)).toBeLessThanOrEqual(limits.tips)
        expect(data.title?.length).toBeLessThanOrEqual(limits.title)
        expect(bytes(data.btns ?? data.sys_full_json_obj)).toBeLessThanOrEqual(limits.buttons.bytes)
        expect(summary).toMatch(/^.{1,100}$/)
        expect(`${data.title}${data.markdown}`.trim()).not.toBe('')
        const tokens = (data.btns ?? data.sys_full_json_obj)?.match(/db1:[\w-]{22}/g) ?? []
        expect(new Set(tokens)).toEqual(new Set(kept.map(([, action]) => tokenOf(action).token)))
      }),
      { numRuns: 40 },
    )
  })

  it.each([undefined, 'manager1'])('is within the limits of plain messages (to: %s)', (at) => {
    fc.assert(
      fc.property(cards, fc.boolean(), (of, commands) => {
        const { title, parts } = drawMessage(of, setting, { commands, ...(at && { at }) })
        expect(parts.length).toBeGreaterThan(0)
        expect(parts.length).toBeLessThanOrEqual(limits.message.parts)
        expect(title).toMatch(/^.{1,100}$/)
        for (const part of parts) {
          expect(bytes(JSON.stringify({ title, text: part }))).toBeLessThanOrEqual(limits.message.bytes)
        }
        if (at) expect(parts[0]?.startsWith(`@${at} `)).toBe(true)
      }),
      { numRuns: 40 },
    )
  })
})
