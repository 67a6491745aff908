/** What the words of a card look like in Slack: titles, texts, fields, lists, bars. */
import { describe, expect, it } from 'vitest'
import { actions, card, fields, list, note, progress, text } from '../../../src/kit/card.js'
import { drawCard } from '../../../src/platforms/slack/card.js'
import { blocksOf, press, setting, translator, wordsOf } from './drawing.js'

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
