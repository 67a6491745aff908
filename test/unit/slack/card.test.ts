/** Cards in Slack: what each block looks like, and that whatever comes in can be sent. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readLocales } from '../../../src/engine/words/locales.js'
import { createTranslators } from '../../../src/engine/words/translate.js'
import {
  actions,
  type Block,
  button,
  type Chart,
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

const translator = createTranslators(readLocales())
const setting: Setting = {
  t: translator('en'),
  userOf: (person) => (person.startsWith('p') ? `U${person.slice(1)}` : null),
  native: true,
  surface: 'message',
}
const blocksOf = (...blocks: Block[]) => drawCard(card('', blocks), setting).blocks
const wordsOf = (blocks: unknown): string =>
  [...JSON.stringify(blocks).matchAll(/"text":"((?:[^"\\]|\\.)*)"/g)]
    .map(([, words]) => JSON.parse(`"${words}"`))
    .join('')
const press = (label: string, look: 'plain' | 'primary' | 'danger' = 'plain') =>
  button(label, 'show', { campaign: 'C-1' }, look)

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

describe('a title', () => {
  it('is a header that says how things stand', () => {
    const { blocks } = drawCard(card('Late <!here> *a* :x:', [], 'bad'), setting)
    expect(blocks).toEqual([
      { type: 'header', text: { type: 'plain_text', text: '🔴 Late <\u2060!here> *a* :x:', emoji: false } },
    ])
  })

  it('is bold text when a header could not hold it', () => {
    const { blocks } = drawCard(card('长'.repeat(2000), [], 'warn'), setting)
    expect(blocks).toMatchObject([
      {
        type: 'rich_text',
        elements: [{ elements: [{ text: `⚠️ ${'长'.repeat(2000)}`, style: { bold: true } }] }],
      },
    ])
  })
})

describe('texts and notes', () => {
  it('leave data as it is and mention whom Slack knows', () => {
    const [block] = blocksOf(
      text(['<@U666> *a* ', { mention: 'p7', name: 'Ann' }, { mention: 'q', name: 'Ben' }]),
    )
    expect(block).toMatchObject({
      type: 'rich_text',
      elements: [
        {
          elements: [
            { text: '<' },
            { text: '@U666> *a* ' },
            { type: 'user', user_id: 'U7' },
            { text: '@Ben' },
          ],
        },
      ],
    })
  })

  it('are split, not cut, as long as Slack takes them', () => {
    const long = 'word '.repeat(1000)
    const blocks = blocksOf(text(long))
    expect(blocks).toHaveLength(2)
    expect(wordsOf(blocks)).toBe(long)
  })

  it('are small print when they are notes', () => {
    expect(blocksOf(note('at *10:02* <b>'))).toEqual([
      { type: 'context', elements: [{ type: 'plain_text', text: 'at *10:02* <b>', emoji: false }] },
    ])
  })

  it('are left out when they say nothing', () => {
    expect(blocksOf(text(''), note([]), press('x') && text('a'))).toHaveLength(1)
  })
})

describe('fields', () => {
  it('stand in two columns', () => {
    expect(
      blocksOf(
        fields([
          ['Owner', [{ mention: 'p7', name: 'Ann' }]],
          ['Rate', '<3 & >1'],
        ]),
      ),
    ).toEqual([
      {
        type: 'section',
        fields: [
          { type: 'mrkdwn', text: '*Owner*\n<@U7>', verbatim: true },
          { type: 'mrkdwn', text: '*Rate*\n&lt;3 &amp; &gt;1', verbatim: true },
        ],
      },
    ])
  })

  it('are shared out among sections of ten', () => {
    const twelve = Array.from({ length: 12 }, (_, i) => [`n${i}`, 'v'] as const)
    expect(blocksOf(fields(twelve)).map((block) => 'fields' in block && block.fields?.length)).toEqual([6, 6])
  })

  it('stand one below the other when a value is long or would be misread', () => {
    for (const value of ['x'.repeat(200), '*not bold*']) {
      const [block] = blocksOf(
        fields([
          ['Rules', value],
          ['Owner', 'Ann'],
        ]),
      )
      expect(block?.type).toBe('rich_text')
      expect(wordsOf(block)).toBe(`Rules: ${value}\nOwner: Ann`)
    }
  })
})

describe('lists', () => {
  it('share one block with their heading', () => {
    const [block, ...others] = blocksOf(text('Late'), list([{ text: 'a' }, { text: ['b ', { bold: 'c' }] }]))
    expect(others).toEqual([])
    expect(block).toMatchObject({ elements: [{ type: 'rich_text_section' }, { type: 'rich_text_list' }] })
  })

  it('tick off what is done', () => {
    expect(
      wordsOf(
        blocksOf(
          list([
            { text: 'a', done: true },
            { text: 'b', done: false },
          ]),
        ),
      ),
    ).toBe('✓ a\n○ b')
  })

  it('have one button at the side and several below', () => {
    const blocks = blocksOf(
      list([
        { text: [{ bold: 'M-1' }, ' do it'], buttons: [press('Open')] },
        { text: 'M-2', buttons: [press('Done', 'primary'), press('No', 'danger')] },
        { text: '', buttons: [press('Open')] },
      ]),
    )
    expect(blocks).toMatchObject([
      { type: 'section', text: { text: '*M-1* do it' }, accessory: { action_id: 'a0' } },
      { type: 'rich_text' },
      {
        type: 'actions',
        elements: [
          { action_id: 'a1', style: 'primary' },
          { action_id: 'a2', style: 'danger' },
        ],
      },
      {
        type: 'section',
        text: { text: '–' },
        accessory: { action_id: 'a3', accessibility_label: 'Open: –' },
      },
    ])
  })

  it('say how much was cut, in the language of the reader', () => {
    const items = Array.from({ length: 500 }, (_, i) => ({ text: `任务 ${i}`, buttons: [press('Open')] }))
    for (const [language, words] of [
      ['en', /… (\d+) more/],
      ['zh-CN', /还有 (\d+) 项/],
    ] as const) {
      const { blocks } = drawCard(card('all', [list(items), actions(press('Approve'))]), {
        ...setting,
        t: translator(language),
      })
      const shown = blocks.filter(({ type }) => type === 'section').length
      expect(shown).toBeGreaterThan(30)
      expect(Number(words.exec(wordsOf(blocks))?.[1])).toBe(500 - shown)
      expect(blocks.at(-1)?.type).toBe('actions')
    }
  })
})

describe('progress', () => {
  it('is a bar that looks begun and finished only when it is', () => {
    const bars = (
      [
        [0, 5],
        [1, 100],
        [2, 5],
        [99, 100],
        [5, 5],
        [9, 5],
        [-1, 5],
        [0, 0],
      ] as const
    ).map(([done, total]) => wordsOf(blocksOf(progress('Tasks', done, total))))
    expect(bars).toEqual([
      '░░░░░░░░░░ 0/5 Tasks',
      '▓░░░░░░░░░ 1/100 Tasks',
      '▓▓▓▓░░░░░░ 2/5 Tasks',
      '▓▓▓▓▓▓▓▓▓░ 99/100 Tasks',
      '▓▓▓▓▓▓▓▓▓▓ 5/5 Tasks',
      '▓▓▓▓▓▓▓▓▓▓ 9/5 Tasks',
      '░░░░░░░░░░ -1/5 Tasks',
      '░░░░░░░░░░ 0/0 Tasks',
    ])
  })
})

describe('tables', () => {
  const small = table(
    ['KPI', 'Value'],
    [
      ['UV', '8万'],
      ['GMV', ''],
    ],
  )

  it('are Slack’s own, figures to the right, once a message', () => {
    const blocks = blocksOf(small, small)
    expect(blocks.map(({ type }) => type)).toEqual(['table', 'rich_text'])
    expect(blocks[0]).toMatchObject({ column_settings: [{ align: 'left' }, { align: 'right' }] })
    expect(wordsOf(blocks[0])).toBe('KPIValueUV8万GMV–')
  })

  it('are lists of named values elsewhere', () => {
    for (const where of [
      { ...setting, native: false },
      { ...setting, surface: 'home' as const },
    ]) {
      expect(wordsOf(drawCard(card('', [small]), where).blocks)).toBe('UV – Value: 8万GMV – Value: –')
    }
  })

  it('end where Slack’s end, and say so', () => {
    const rows = Array.from({ length: 300 }, (_, i) => [`row ${i}`, `${i}`])
    const [block, more] = blocksOf(table(['a', 'b'], rows))
    const shown = block?.type === 'table' ? block.rows.length - 1 : 0
    expect(shown).toBe(99)
    expect(wordsOf(more)).toBe('… 201 more')
  })
})

describe('charts', () => {
  const uv = chart('UV', {
    shape: 'line',
    labels: ['Mon', 'Tue'],
    series: [{ name: 'UV', values: [8, 9] }],
    unit: '%',
  })
  const pictures = new Map<Chart, string>([[uv, 'F1']])

  it('are Slack’s own, twice a message', () => {
    const blocks = drawCard(card('', [uv, uv, uv]), { ...setting, pictures }).blocks
    expect(blocks.map(({ type }) => type)).toEqual(['data_visualization', 'data_visualization', 'image'])
    expect(blocks[0]).toEqual({
      type: 'data_visualization',
      title: 'UV',
      chart: {
        type: 'line',
        series: [
          {
            name: 'UV',
            data: [
              { label: 'Mon', value: 8 },
              { label: 'Tue', value: 9 },
            ],
          },
        ],
        axis_config: { categories: ['Mon', 'Tue'], y_label: '%' },
      },
    })
  })

  it('are pictures that say their numbers, or a list of numbers', () => {
    const where = { ...setting, native: false }
    expect(drawCard(card('', [uv]), { ...where, pictures }).blocks).toMatchObject([
      { type: 'image', slack_file: { id: 'F1' }, alt_text: 'Mon: UV 8%; Tue: UV 9%' },
    ])
    expect(wordsOf(drawCard(card('', [uv]), where).blocks)).toBe('UVMon: UV 8%Tue: UV 9%')
  })

  it('are lists when Slack could not show them whole', () => {
    const values = Array.from({ length: 30 }, (_, i) => i)
    const days = values.map((day) => `day ${day}`)
    const series = (...names: string[]) => names.map((name) => ({ name, values }))
    const shape = 'bar' as const
    for (const of of [
      { shape, labels: days, series: series('a'), unit: '' },
      { shape, labels: ['x'], series: series('a', 'b', 'c', 'd', 'e', 'f', 'g'), unit: '' },
      { shape, labels: ['x', 'x'], series: series('a'), unit: '' },
      { shape, labels: ['x'], series: series('a', 'a'), unit: '' },
      { shape, labels: ['x', 'y'], series: [{ name: 'a', values: [1] }], unit: '' },
      { shape, labels: ['x'], series: [{ name: 'a', values: [Number.NaN] }], unit: '' },
    ]) {
      expect(blocksOf(chart('t', of)).map(({ type }) => type)).not.toContain('data_visualization')
    }
  })
})

describe('buttons', () => {
  it('keep their order and ids of their own over the whole card, however many', () => {
    const sixty = Array.from({ length: 60 }, (_, i) => button(`b${i}`, 'show', { campaign: `C-${i + 1}` }))
    const blocks = blocksOf(actions(...sixty))
    const drawn = blocks.flatMap((block) => (block.type === 'actions' ? block.elements : []))
    expect(blocks.map((block) => block.type === 'actions' && block.elements.length)).toEqual([25, 25, 10])
    expect(drawn.map(({ action_id }) => action_id)).toEqual(sixty.map((_, i) => `a${i}`))
  })

  it('name an action that is too long for them, which comes beside', () => {
    const long = button('Create', 'new', { name: '长'.repeat(2000) })
    const { blocks, long: kept } = drawCard(card('t', [actions(long, long)]), setting)
    expect(kept).toEqual([[expect.stringMatching(/^[0-9a-f]{64}$/), { command: 'new', args: long.args }]])
    expect(JSON.stringify(blocks)).toContain(`"value":"#${kept[0]?.[0]}"`)
  })

  it('are the last thing to go', () => {
    const crowd = Array.from({ length: 200 }, () => [
      text('x'.repeat(5000)),
      list([{ text: 'y'.repeat(5000) }]),
    ])
    const decide = [press('Approve', 'primary'), press('Reject', 'danger'), press('Comment')]
    const { blocks } = drawCard(card('t', [...crowd.flat(), actions(...decide), ...crowd.flat()]), setting)
    expect(JSON.stringify(blocks)).toContain('Approve')
    expect(JSON.stringify(blocks)).toContain('Comment')
    expect(wordsOf(blocks)).toMatch(/… \d+ more/)
  })
})

describe('the text beside the blocks', () => {
  it('calls nobody but those who are meant', () => {
    const { text: beside } = drawCard(
      card('<!channel> & *a*', [
        text(['<@U666> ', { mention: 'p7', name: 'Ann' }, { mention: 'q', name: '<b>' }]),
      ]),
      setting,
    )
    expect(beside).toBe('&lt;!channel&gt; &amp; *a*\n&lt;@U666&gt; <@U7>@&lt;b&gt;')
  })

  it('can be sent again with an edit, which counts bytes', () => {
    for (const data of ['长', '&', '<!here>', '👨‍👩‍👧‍👦']) {
      const { text: beside } = drawCard(card('', [text(data.repeat(3000))]), setting)
      expect(Buffer.byteLength(beside)).toBeLessThanOrEqual(4000)
      expect(beside).toMatch(/(?:长|&amp;|&gt;|👦)…$|&lt;!here&gt;|here…$/u)
    }
  })

  it('is never empty', () => {
    expect(drawCard(card('', []), setting)).toMatchObject({ text: '–', blocks: [{ type: 'rich_text' }] })
  })
})

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
