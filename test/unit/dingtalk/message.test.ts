/** Plain messages: an answer to somebody, or what is said where no card can be. */
import { describe, expect, it } from 'vitest'
import { actions, card, list, text } from '../../../src/kit/card.js'
import { mention } from '../../../src/kit/text.js'
import { limits } from '../../../src/platforms/dingtalk/limits.js'
import { drawMessage } from '../../../src/platforms/dingtalk/message.js'
import { linesOf, press, setting } from './drawing.js'

const boss = mention({ id: 'p7', name: '李四' })

describe('a plain message', () => {
  it('has its title as heading, and a short one for notifications', () => {
    const { title, parts } = drawMessage(card('Done #1 #', [text('a')], 'good'), setting, { commands: false })
    expect(title).toBe('✅ Done #1 #')
    expect(parts).toEqual(['### ✅ Done #1 #\u2060\n\na'])
  })

  it('names people where the robot cannot notify them', () => {
    const { parts, mentions } = drawMessage(card('', [text(['ask ', boss])]), setting, { commands: false })
    expect(parts).toEqual(['ask @李四'])
    expect(mentions).toEqual({})
  })

  it('begins with the person it answers, and mentions by user id, apart from other words', () => {
    const of = card('', [text(['问', boss, '吧'])])
    const { parts, mentions } = drawMessage(of, setting, { commands: false, at: 'u_1' })
    expect(parts).toEqual(['@u_1 \n\n问 @manager7 吧'])
    expect(mentions).toEqual({ u_1: 'u_1', manager7: '李四' })
  })

  it('prints the commands of its buttons, with the numbers of their lines', () => {
    const of = card('', [
      list([{ text: 'a', buttons: [press('Done')] }]),
      actions(press('All', 'plain', 'C-2')),
    ])
    expect(linesOf(drawMessage(of, setting, { commands: true }).parts[0])).toEqual([
      '**1.** a',
      'Or send as a message:',
      '• 1 Done: show C-1',
      '• All: show C-2',
    ])
    expect(drawMessage(of, setting, { commands: false }).parts).toEqual(['• a'])
  })

  it('never is empty', () => {
    expect(drawMessage(card('', []), setting, { commands: true })).toMatchObject({ title: '–', parts: ['–'] })
  })
})

describe('a long plain message', () => {
  it('is parted between lines, nothing lost', () => {
    const items = Array.from({ length: 90 }, (_, i) => ({ text: `${i} ${'长'.repeat(100)}` }))
    const { parts } = drawMessage(card('Title', [list(items)]), setting, { commands: false })
    expect(parts.length).toBeGreaterThan(1)
    expect(parts.flatMap(linesOf).slice(1)).toEqual(items.map((item) => `• ${item.text}`))
  })

  it('is parted within a line only when that is longer than a message', () => {
    const { title, parts } = drawMessage(card('', [text('"长\\*" '.repeat(2000))]), setting, {
      commands: false,
    })
    for (const part of parts) {
      expect(Buffer.byteLength(JSON.stringify({ title, text: part }))).toBeLessThanOrEqual(
        limits.message.bytes,
      )
    }
    expect(parts.length).toBeLessThanOrEqual(limits.message.parts)
  })

  it('is shortened when it would be more than a few messages', () => {
    const items = Array.from({ length: 5000 }, () => ({ text: '长'.repeat(2000), buttons: [press('Done')] }))
    const { parts } = drawMessage(card('T', [list(items)]), setting, { commands: true })
    expect(parts.length).toBeLessThanOrEqual(limits.message.parts)
    expect(parts.join('\n')).toMatch(/… \d+ more/)
  })
})
