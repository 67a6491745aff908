/** Text is data on its way to Slack and back: nothing people write calls anybody, nothing gets lost. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutTo } from '../../../src/kit/cut.js'
import { plainText, type Span } from '../../../src/kit/text.js'
import { mrkdwnObject, section, settled, textObject } from '../../../src/platforms/slack/blocks/objects.js'
import { cutText, guardedTo, splitText } from '../../../src/platforms/slack/cut.js'
import { escapeMrkdwn, readText, typedText } from '../../../src/platforms/slack/text.js'

const nasty = fc.constantFrom(
  '<!channel>',
  '<@U1>',
  '<',
  '&lt;',
  '*a*',
  '_',
  '`',
  ':tada:',
  '> ',
  '\n',
  '👨‍👩‍👧‍👦',
  '中文',
)
const texts = fc
  .array(fc.oneof(fc.string({ unit: 'binary' }), nasty), { maxLength: 12 })
  .map((parts) => parts.join(''))
const spanTexts = fc.array(
  fc.oneof(
    texts,
    texts.map((bold) => ({ bold })),
    texts.map((code) => ({ code })),
  ),
  { maxLength: 6 },
)
const whole = { userOf: (person: string) => (person === 'p1' ? 'U1' : null), size: 100_000 }
const drawn = (text: string | Span[]) => section(settled(text, whole, 100_000)).elements
const shown = (elements: ReturnType<typeof drawn>) =>
  elements.map((element) => (element.type === 'text' ? element.text : '')).join('')

describe('what is written in Slack', () => {
  it.each([
    ['hello <@U2|bob> &amp; <@W3>', 'hello <@T1/U2> & <@T1/W3>'],
    ['in <#C3|general> or <#C4>', 'in <#T1/C3> or <#T1/C4>'],
    ['<!subteam^S1|@design> please', '<!group:T1/S1> please'],
    ['<!channel> <!here|here> <!everyone>', '@channel @here @everyone'],
    ['due <!date^1392734382^{date_short}|18 Feb 2014>', 'due 18 Feb 2014'],
    ['<mailto:a@b.cn|a@b.cn>, <mailto:a@b.cn>', 'a@b.cn, a@b.cn'],
    ['<http://x.y|x.y> <https://x.y/z?a=1&amp;b=2>', 'x.y https://x.y/z?a=1&b=2'],
    ['1 &lt; 2 &gt; 0 &amp;lt;', '1 < 2 > 0 &lt;'],
    ['a < b and c > d, <b>', 'a < b and c > d, <b>'],
    ['', ''],
  ])('%j is read as %j', (written, read) => {
    expect(readText(written, 'T1')).toBe(read)
  })

  it('mentions nobody of another workspace, however it is typed', () => {
    for (const written of [
      '&lt;@T2/U9&gt;',
      '&lt;@T2/U9|bob&gt;',
      '&lt;!group:T2/S1&gt;',
      '&lt;@<http://x|T2/U9&gt;>',
    ]) {
      expect(readText(written, 'T1'), written).not.toMatch(/<(@|#|!group:)T2\//)
    }
    expect(typedText('<@T1/U2> <#T1/C3>', 'T1')).toBe('<@T1/U2> <#T1/C3>')
  })
})

describe('escaping', () => {
  it('is undone by reading, any number of times', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(readText(escapeMrkdwn(text), 'T1')).toBe(text)
        expect(escapeMrkdwn(readText(escapeMrkdwn(text), 'T1'))).toBe(escapeMrkdwn(text))
      }),
    )
  })

  it('leaves nothing that Slack could read as a mention or a link', () => {
    fc.assert(fc.property(texts, (text) => !/[<>]|&(?!amp;|lt;|gt;)/.test(escapeMrkdwn(text))))
  })
})

describe('rich text', () => {
  it('shows any text as it is, in pieces of which none is a mention', () => {
    fc.assert(
      fc.property(spanTexts, (text) => {
        const elements = drawn(text)
        expect(shown(elements)).toBe(plainText(text) || '–')
        for (const element of elements) {
          expect(element.type === 'text' && element.text !== '' && !/<[!@#]/.test(element.text)).toBe(true)
        }
      }),
    )
  })

  it('styles what is bold or code, and mentions whom Slack knows', () => {
    const text = [
      'Ask ',
      { mention: 'p1', name: 'Ann' },
      ' or ',
      { mention: 'p2', name: 'Ben' },
      { bold: '!' },
    ]
    expect(drawn(text)).toEqual([
      { type: 'text', text: 'Ask ' },
      { type: 'user', user_id: 'U1' },
      { type: 'text', text: ' or @Ben' },
      { type: 'text', text: '!', style: { bold: true } },
    ])
    expect(drawn([{ code: 'plan set' }])).toEqual([{ type: 'text', text: 'plan set', style: { code: true } }])
  })
})

describe('mrkdwn', () => {
  it('is used only where it cannot be misread', () => {
    for (const text of ['*a*', '_a_', '~a~', '`a`', ':tada:', '> quoted', 'first\n> quoted']) {
      expect(mrkdwnObject([text]), text).toBeNull()
      expect(textObject([text], 3000)).toMatchObject({ type: 'plain_text' })
    }
    expect(mrkdwnObject([': ', { bold: 'x' }, ' 10:02'])?.text).toBe(': *x* 10:02')
    expect(mrkdwnObject([':ta', { bold: 'da:' }])).toBeNull()
  })

  it('keeps blanks outside of formats and puts them between Chinese words, where Slack needs them', () => {
    expect(mrkdwnObject([{ bold: '名称: ' }, '大促'])?.text).toBe('*名称:* 大促')
    expect(mrkdwnObject(['看', { bold: '大促' }, '吧', { code: '方案' }])?.text).toBe('看 *大促* 吧 `方案`')
    expect(mrkdwnObject(['(', { bold: 'x' }, '), ', { bold: 'y' }, '.'])?.text).toBe('(*x*), *y*.')
  })

  it('gives up a format rather than data, and neither for a mention', () => {
    expect(textObject([{ bold: 'a' }, ' <b> *c*'], 3000)).toEqual({
      type: 'plain_text',
      text: 'a <b> *c*',
      emoji: false,
    })
    expect(textObject([{ mention: 'U1', name: 'Ann' }, ' *c*'], 3000)).toBeNull()
    expect(textObject([{ mention: 'U1', name: 'Ann' }, ' <c>'], 3000)).toMatchObject({
      text: '<@U1> &lt;c&gt;',
    })
  })
})

describe('cutting', () => {
  const family = '👨‍👩‍👧‍👦'

  it('never tears a character apart', () => {
    expect(cutTo(`ab${family}c`, 8)).toBe('ab…')
    expect(cutTo('a😀b', 3)).toBe('a…')
    expect(cutTo('abc', 3)).toBe('abc')
    fc.assert(
      fc.property(texts, fc.integer({ min: 2, max: 40 }), (text, max) => {
        expect(cutTo(text, max).length).toBeLessThanOrEqual(max)
        expect(cutTo(text, max)).not.toMatch(/\p{Surrogate}/u)
      }),
    )
  })

  it('splits a text into parts that are short enough and lose nothing', () => {
    fc.assert(
      fc.property(spanTexts, fc.integer({ min: 2, max: 60 }), (text, size) => {
        const parts = splitText(text, size)
        expect(
          parts
            .flat()
            .map((span) => plainText([span]))
            .join(''),
        ).toBe(plainText(text))
        for (const part of parts) {
          expect(plainText(part).length).toBeLessThanOrEqual(size)
          expect(plainText(part)).not.toBe('')
          expect(plainText(part)).not.toMatch(/\p{Surrogate}/u)
        }
      }),
    )
  })

  it('splits between lines or words where it can', () => {
    expect(splitText('one two three four', 12).map((part) => part.join(''))).toEqual([
      'one two ',
      'three four',
    ])
    expect(splitText('第一句。第二句很长', 7).map((part) => part.join(''))).toEqual([
      '第一句。',
      '第二句很长',
    ])
  })

  it('keeps spans and the end in sight', () => {
    expect(cutText(['a ', { bold: 'bold text' }], 8)).toEqual(['a ', { bold: 'bold ' }, '…'])
    expect(cutText('short', 8)).toBe('short')
  })

  it('leaves room for what keeps programs from seeing mentions', () => {
    const text = '<!'.repeat(40)
    expect(guardedTo(text, 75).length).toBeLessThanOrEqual(75)
    expect(guardedTo(text, 75)).not.toMatch(/<!/)
  })
})
