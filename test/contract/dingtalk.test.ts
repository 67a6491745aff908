/** Every sample card, in every language, can be sent to DingTalk, and its buttons come back as commands. */
import { describe, expect, it } from 'vitest'
import { type Action, buttonsOf, type Card, type Chart } from '../../src/kit/card.js'
import { hashIn, tokenIn, tokenOf } from '../../src/platforms/dingtalk/buttons.js'
import { type Drawn, drawCard, type Setting, withTips } from '../../src/platforms/dingtalk/card.js'
import { limits } from '../../src/platforms/dingtalk/limits.js'
import { drawMessage } from '../../src/platforms/dingtalk/message.js'
import { registry, sampleCards, translator } from '../support/samples.js'

const bytes = (text: string) => Buffer.byteLength(text)
const table = /^\s*(?:> ?)?\|.*\||\|\s*:?-{2,}/m

const picturesOf = ({ blocks }: Card): Map<Chart, string> =>
  new Map(
    blocks.flatMap((block) => (block.kind === 'chart' ? [[block, '@lALPDe7syH8nG_wcHA'] as const] : [])),
  )

const settingFor = (
  card: Card,
  language: (typeof sampleCards)[number]['language'],
): Omit<Setting, 'layout'> => ({
  t: translator(language),
  userOf: (person) => `manager${person.replace(/\W/g, '')}`,
  line: ({ command, args }: Action) => [command, ...Object.values(args)].join(' '),
  pictures: picturesOf(card),
})

/** The buttons that DingTalk is told of, each as it comes back when it is pressed. */
const presses = ({ data }: Drawn, layout: Setting['layout']): unknown[] => {
  if (layout === 'drumbeat') {
    const buttons: { event: { params: { actionId: string; params: object } } }[] = JSON.parse(data.btns ?? '')
    return buttons.map(({ event: { params } }) => ({
      cardPrivateData: { actionIds: [params.actionId], params: params.params },
    }))
  }
  const { msgButtons }: { msgButtons: { params: object }[] } = JSON.parse(data.sys_full_json_obj ?? '')
  return msgButtons.map(({ params }) => ({ cardPrivateData: { actionIds: ['1'], params } }))
}

describe.each(sampleCards)('the sample $name in $language', ({ card, language }) => {
  const setting = settingFor(card, language)

  it.each(['button', 'drumbeat'] as const)('is a card of the template %s', (layout) => {
    const drawn = drawCard(card, { ...setting, layout })
    const { data, summary, actions } = drawn
    for (const value of Object.values(data)) expect(value).toBeTypeOf('string')
    expect(bytes(data.markdown ?? '')).toBeLessThanOrEqual(limits.markdown)
    expect(bytes(data.btns ?? data.sys_full_json_obj ?? '')).toBeLessThanOrEqual(limits.buttons.bytes)
    expect((data.title ?? '').length).toBeLessThanOrEqual(limits.title)
    expect(`${data.title}${data.markdown}`.trim()).not.toBe('')
    expect(data.markdown).not.toMatch(table)
    expect(summary).toMatch(/^.+$/)
    expect(drawCard(card, { ...setting, layout })).toEqual(drawn)

    const kept = new Map(actions)
    const pressed = presses(drawn, layout).map((content) => kept.get(hashIn(tokenIn(content) ?? '')))
    const all = buttonsOf(card).map(({ command, args }) => ({ command, args }))
    expect(pressed).toHaveLength(Math.min(all.length, limits.buttons.count))
    for (const action of pressed) {
      expect(all).toContainEqual(action)
      expect(registry.commands.has(action?.command ?? '')).toBe(true)
    }
    for (const [hash, action] of actions) expect(tokenOf(action).hash).toBe(hash)
    expect(withTips(drawn, 'x').data).toEqual({ ...data, tips: 'x' })
  })

  it.each([true, false])('is a plain message (with commands: %s)', (commands) => {
    const message = drawMessage(card, setting, { commands })
    const { title, parts, mentions } = message
    expect(parts).toHaveLength(1)
    for (const text of parts) {
      expect(bytes(JSON.stringify({ title, text }))).toBeLessThanOrEqual(limits.message.bytes)
      expect(text).not.toMatch(table)
    }
    for (const button of commands ? buttonsOf(card) : []) {
      expect(parts.join('\n')).toContain(setting.line(button))
    }
    expect(mentions).toEqual({})
    expect(drawMessage(card, setting, { commands })).toEqual(message)
  })
})
