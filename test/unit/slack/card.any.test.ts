/** Whatever comes in can be sent to Slack. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  actions,
  type Block,
  button,
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
import { actionOf } from '../../../src/platforms/slack/buttons.js'
import { drawCard, type Setting } from '../../../src/platforms/slack/card.js'
import { charactersIn } from '../../support/slack/blocks/data.js'
import { faultsOfBlocks, faultsOfView } from '../../support/slack/blocks/validate.js'
import { press, setting } from './drawing.js'

/** What is wrong with a drawn card, in Slack's words and in ours. */
const faultsOf = (of: ReturnType<typeof card>, where: Setting): string[] => {
  const { text: beside, blocks, long } = drawCard(of, where)
  const rules = { nativeBlocks: where.native, hasFile: () => true }
  const values = JSON.stringify(blocks).match(/"#[0-9a-f]{64}"/g) ?? []
  return [
    ...(where.surface === 'message'
      ? faultsOfBlocks(blocks, rules)
      : faultsOfView({ type: 'home', blocks }, 'home', rules)),
    ...(blocks.length === 0 ? ['nothing is shown'] : []),
    ...(charactersIn(blocks) > 12_000 ? [`${charactersIn(blocks)} characters`] : []),
    ...(beside === '' || beside.length > 3000 || Buffer.byteLength(beside) > 4000 ? ['text beside'] : []),
    ...(new Set(values).size === long.length ? [] : ['long values']),
    ...(JSON.stringify([beside, blocks]).match(/<!(?:channel|here|everyone)|<@U666/g) ?? []),
  ]
}

const word = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
  fc.constantFrom('<!channel>', '<@U666>', '<!here|here>', '*a*', ':x:', '`', '中文', '👨‍👩‍👧‍👦', '<!', '&'),
)
const words = fc.tuple(word, fc.constantFrom(1, 1, 1, 1, 20, 400)).map(([one, times]) =>
  one
    .repeat(times)
    .slice(0, 5000)
    .replace(/[\ud800-\udbff]$/, ''),
)
const span: fc.Arbitrary<Span> = fc.oneof(
  words,
  words.map((bold) => ({ bold })),
  words.map((code) => ({ code })),
  fc.record({ mention: fc.constantFrom('p1', 'q1', 'p-odd'), name: words }),
)
const texts: fc.Arbitrary<Text> = fc.oneof(words, fc.array(span, { maxLength: 4 }))
const buttons = fc.array(
  fc
    .tuple(words, fc.constantFrom('plain' as const, 'primary' as const), words)
    .map(([label, look, name]) => button(label, 'new', { name }, look)),
  { maxLength: 4 },
)
const many = fc.constantFrom(0, 1, 2, 7, 60, 120)
const numbers = fc.array(fc.oneof(fc.double(), fc.integer()), { maxLength: 25 })
const block: fc.Arbitrary<Block> = fc.oneof(
  texts.map(text),
  texts.map(note),
  fc.array(fc.tuple(texts, texts), { maxLength: 14 }).map(fields),
  fc
    .tuple(fc.array(fc.record({ text: texts, buttons }), { minLength: 1, maxLength: 5 }), many)
    .map(([items, n]) =>
      list(Array.from({ length: n }, (_, i) => ({ text: '', ...items[i % items.length] }))),
    ),
  fc
    .tuple(
      fc.array(texts, { maxLength: 22 }),
      fc.array(fc.array(texts, { maxLength: 5 }), { minLength: 1, maxLength: 3 }),
      many,
    )
    .map(([columns, rows, n]) =>
      table(
        columns,
        Array.from({ length: n }, (_, i) => rows[i % rows.length] ?? []),
      ),
    ),
  fc.tuple(texts, fc.integer(), fc.integer()).map(([label, done, total]) => progress(label, done, total)),
  fc
    .tuple(
      texts,
      fc.array(words, { maxLength: 25 }),
      fc.array(fc.tuple(words, numbers), { maxLength: 8 }),
      words,
    )
    .map(([title, labels, series, unit]) =>
      chart(title, {
        shape: 'bar',
        labels,
        unit,
        series: series.map(([name, values]) => ({ name, values })),
      }),
    ),
  fc
    .tuple(buttons, many)
    .map(([some, n]) => actions(...Array.from({ length: Math.ceil(n / 4) }, () => some).flat())),
)
const cards = fc
  .tuple(words, fc.array(block, { maxLength: 6 }), fc.constantFrom(1, 1, 1, 1, 40))
  .map(([title, blocks, times]) => card(title, Array.from({ length: times }, () => blocks).flat(), 'warn'))

describe('any card', () => {
  it('can be sent to a channel or shown on a page, with newest blocks or without', {
    timeout: 120_000,
  }, () => {
    fc.assert(
      fc.property(
        cards,
        fc.boolean(),
        fc.constantFrom('message' as const, 'home' as const),
        (of, native, surface) => {
          expect(faultsOf(of, { ...setting, native, surface })).toEqual([])
        },
      ),
      { numRuns: 40 },
    )
  })

  it('has only buttons that are commands', () => {
    const { blocks } = drawCard(card('t', [actions(press('a'), press('b'))]), setting)
    const values = blocks
      .flatMap((one) => (one.type === 'actions' ? one.elements : []))
      .map((one) => 'value' in one && one.value)
    expect(values.map((value) => actionOf(String(value)))).toEqual([
      { command: 'show', args: { campaign: 'C-1' } },
      { command: 'show', args: { campaign: 'C-1' } },
    ])
  })
})
