/** Messages are patterns of ours, parameters are data: nothing typed by people becomes markup or breaks a message. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Catalogue } from '../../../src/engine/words/locales.js'
import { createTranslators } from '../../../src/engine/words/translate.js'
import { mention, plainText } from '../../../src/kit/text.js'
import type { Key } from '../../../src/kit/translate.js'

const messages = {
  en: new Map([
    ['s.owner', '<b>{name}</b> owns {count, plural, one {# task} other {# tasks}}'],
    ['s.only', 'only {name} in English'],
    ['s.status.done', 'done'],
  ]),
  'zh-CN': new Map([
    ['s.owner', '<b>{name}</b>负责{count}项任务'],
    ['s.status.done', '已完成'],
  ]),
  'zh-TW': new Map<string, string>(),
}
const translator = createTranslators({ messages, command: () => undefined } as unknown as Catalogue)
const say = (language: 'en' | 'zh-CN', key: string, params = {}) => translator(language)(key as Key, params)

describe('a message', () => {
  it('is worded in the reader’s language, with plurals', () => {
    expect(plainText(say('en', 's.owner', { name: 'Li', count: 1 }))).toBe('Li owns 1 task')
    expect(plainText(say('en', 's.owner', { name: 'Li', count: 2 }))).toBe('Li owns 2 tasks')
    expect(plainText(say('zh-CN', 's.owner', { name: '李', count: 2 }))).toBe('李负责2项任务')
  })

  it('falls back to English where a language lacks it', () => {
    expect(plainText(say('zh-CN', 's.only', { name: '李' }))).toBe('only 李 in English')
  })

  it('keeps whatever people typed as literal text', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.constantFrom('<b>x</b>', '{name}', '<!channel>', "it's", '@all', '*a*')),
        (name) => {
          expect(say('en', 's.owner', { name, count: 1 })).toEqual(
            name === '' ? expect.anything() : [{ bold: name }, ' owns 1 task'],
          )
        },
      ),
    )
  })

  it('notifies only whom it mentions on purpose', () => {
    expect(say('en', 's.only', { name: mention({ id: 'p1', name: 'Li' }) })).toEqual([
      'only ',
      { mention: 'p1', name: 'Li' },
      ' in English',
    ])
  })

  it('words a stored value, and shows one it has no word for as it is', () => {
    expect(translator('zh-CN').named('s.status', 'done')).toBe('已完成')
    expect(translator('zh-CN').named('s.status', 'paused')).toBe('paused')
  })
})
