/** A reply to a question is its value, whatever it looks like; more is said only with `=`. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readLocales } from '../../../src/engine/words/locales.js'
import { createPhrases } from '../../../src/engine/words/phrases.js'
import { replyIn } from '../../../src/engine/words/reply.js'
import { registry } from '../../support/samples.js'

const phrases = createPhrases(registry, readLocales())
const reply = (
  to: string,
  line: string,
  { known = {}, mentioned = [] }: { known?: Record<string, string>; mentioned?: string[] } = {},
) => {
  const [command = '', field = ''] = to.split('.')
  return replyIn(phrases.argsOf(command), { field, known }, line, mentioned)
}

describe('a reply', () => {
  it.each([
    ['new.name', ' 618年中狂欢 全场满300减50 ', { name: '618年中狂欢 全场满300减50' }],
    ['new.name', '“Show must go on”', { name: 'Show must go on' }],
    ['new.name', 'Launch: the big one', { name: 'Launch: the big one' }],
    ['new.name', 'Say "yes" or "no"', { name: 'Say "yes" or "no"' }],
    [
      'new.name',
      '夏季 结束=2024-06-25 类型＝大促',
      { name: '夏季', end: '2024-06-25', type: 'mega-promotion' },
    ],
    ['new.launch', '启动日期=6月1日', { launch: '6月1日' }],
    ['new.launch', '', {}],
    ['task-status.to', '完成', { to: 'done' }],
    ['report-deliver.link', 'https://example.com/?a=b:c', { link: 'https://example.com/?a=b:c' }],
  ] as [string, string, Record<string, string>][])('to %s: “%s”', (to, line, said) => {
    expect(reply(to, line)).toEqual(said)
  })

  it('with a mention names the person who is asked for, whatever stands beside it', () => {
    expect(reply('task-add.owner', '就  吧', { mentioned: ['li'] })).toEqual({ owner: '<@li>' })
    expect(reply('task-add.owner', ' 审批人= ', { mentioned: ['li', 'wang'] })).toEqual({
      ...{ owner: '<@li>', approver: '<@wang>' },
    })
    expect(reply('task-set.value', '', { mentioned: ['li'] })).toEqual({ value: '<@li>' })
  })

  it('with a mention beside another answer names only somebody who is still needed', () => {
    expect(reply('task-add.name', '海报 ', { mentioned: ['li'] })).toEqual({ name: '海报', owner: '<@li>' })
    const known = { owner: '<@wang>' }
    expect(reply('task-add.name', '海报 ', { known, mentioned: ['li'] })).toEqual({ name: '海报' })
    expect(reply('task-add.start', '', { known, mentioned: ['li'] })).toEqual({})
  })

  it('is kept as it was written, unless it says `name=value`', () => {
    const value = fc.string({ unit: 'grapheme' }).filter((text) => !/[=＝"'“”「」『』‘’＂]/.test(text))
    fc.assert(
      fc.property(value, (text) => {
        expect(reply('plan-set.content', text)).toEqual(text.trim() === '' ? {} : { content: text.trim() })
      }),
    )
  })
})
