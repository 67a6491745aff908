/** What people type shows literally on DingTalk: never as a format, a link, a mention, a list or a table. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { text } from '../../../src/kit/card.js'
import { drawn, shown } from './drawing.js'

const seen = (words: string): string => shown(text(words)).join('\n').replaceAll('\u2060', '')

describe('harmless text stays as it is', () => {
  it.each([
    '*经理',
    'snake_case_name 和 张_三',
    '50%-60%',
    '-5%',
    '3~5天',
    '1.5万',
    '活动#618# 之外',
    'a@example.com',
    '5 < 6 > 4 & co',
    'C:\\temp',
    '[微笑] (好)',
    'https://example.com/a_b/c?x=1&y=(2)#三',
    '2 * 3',
  ])('%s', (words) => {
    expect(shown(text(words))).toEqual([words])
  })
})

describe('what would be markup is parted unseen or looks alike', () => {
  it.each([
    ['[奖品](https://evil.example)', '[奖品]\u2060(https://evil.example)'],
    ['![x](y)', '![x]\u2060(y)'],
    ['[a]: https://evil.example', '[a]\u2060: https://evil.example'],
    ['<font color=red>', '<\u2060font color=red>'],
    ['<https://evil.example>', '<\u2060https://evil.example>'],
    ['&lt;b&gt;', '&\u2060lt;b&\u2060gt;'],
    ['@all 请看 @manager4220', '@\u2060all 请看 @\u2060manager4220'],
    ['**重点** 和 *斜*', '∗∗重点∗∗ 和 ∗斜∗'],
    ['~~作废~~ 3~5', '～～作废～～ 3～5'],
    ['```js```', '｀｀｀js｀｀｀'],
    ['_斜_ a_b', '＿斜＿ a_b'],
    ['\\*不\\*', '\\\u2060∗不\\\u2060∗'],
    ['# 标题', '\u2060# 标题'],
    ['> 引用', '\u2060> 引用'],
    ['- 项', '\u2060- 项'],
    ['* 项', '\u2060* 项'],
    ['1. 项', '\u20601. 项'],
    ['| a | b |', '\u2060| a | b |'],
    ['    code', '\u2060    code'],
  ])('%s', (words, as) => {
    expect(shown(text(words))).toEqual([as])
  })

  it('also in the second line, and where two texts meet', () => {
    expect(shown(text('预算\n---\n|-|-|'))).toEqual(['预算', '\u2060---', '\u2060|-|-|'])
    expect(shown(text(['[a]', '(https://evil.example)']))).toEqual(['[a]\u2060(https://evil.example)'])
  })

  it('keeps addresses good', () => {
    expect(shown(text('*a* https://x.example/*_b 和*'))).toEqual(['∗a∗ https://x.example/%2A_b 和∗'])
  })

  it('counts marks of all texts together, as they are read together', () => {
    expect(shown(text('*a'), text('b*'))).toEqual(['∗a', 'b∗'])
    expect(shown(text(['x', { bold: 'a* b' }]))).toEqual(['x**a∗ b**'])
  })
})

const word = fc.oneof(
  fc.constantFrom(
    '*',
    '**',
    '_',
    '~',
    '`',
    '```',
    '[',
    ']',
    '(',
    ')',
    '](',
    '<',
    '>',
    '#',
    '- ',
    '1. ',
    '|',
    '!',
    '@',
    '\\',
  ),
  fc.constantFrom('&amp;', '<b', '</a>', '\n', '  ', '经理', 'a', '7', '=', '---', ':', '\r', '\u2028', '\t'),
  fc.string({ unit: 'grapheme', maxLength: 4 }),
)
const words = fc.array(word, { maxLength: 30 }).map((all) => all.join(''))
const lookAlikes: Record<string, string> = { '∗': '*', '～': '~', '｀': '`', '＿': '_' }
const asTyped = (line: string) =>
  line.replaceAll('\u2060', '').replace(/[∗～｀＿]/g, (one) => lookAlikes[one] ?? one)

const markup = [
  /\]\(|\]:/,
  /<[a-z/!?]/i,
  /&#?\w+;/,
  /(?<![a-z0-9])@[\p{L}\p{N}_]/iu,
  /\\[!-/:-@[-`{-~]|\\$/,
  /[*].*[*]|~.*~|`.*`/s,
  /(?:(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])).*(?:(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}]))/su,
  /^(?:[#>|=\s]|:-|[-+*](?:[\s-]|$)|\d{1,9}[.)](?!\d))/m,
]

describe('whatever is typed', () => {
  it('forms nothing and can be read as it was typed', () => {
    fc.assert(
      fc.property(words, (typed) => {
        const lines = shown(text(typed))
        const markdown = lines.join('\n')
        expect(markup.filter((pattern) => pattern.test(markdown))).toEqual([])
        const wanted = typed
          .replace(/\r\n?|\u2028|\u2029/g, '\n')
          .replace(/\t/g, ' ')
          .split('\n')
          .filter((line) => line.trim() !== '')
        const bare = (line: string) => asTyped(line).replace(/ +$/, '')
        expect(lines.map(bare)).toEqual(wanted.length > 0 ? wanted.map(bare) : ['–'])
      }),
      { numRuns: 500 },
    )
  })
})

it('hides what cannot be seen or sent', () => {
  expect(seen('a\u0000b\u0007c\ud800')).toBe('abc�')
  expect(drawn(text('x')).data.markdown).toBe('x')
})
