/** Every button can be typed instead: the line says the same, in any language. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseLine } from '../../../src/engine/words/grammar.js'
import { lineOf } from '../../../src/engine/words/line.js'
import { readLocales } from '../../../src/engine/words/locales.js'
import { createPhrases } from '../../../src/engine/words/phrases.js'
import { type Action, buttonsOf } from '../../../src/kit/card.js'
import { languages } from '../../../src/kit/translate.js'
import { registry, sampleCards } from '../../support/samples.js'

const catalogue = readLocales()
const phrases = createPhrases(registry, catalogue)
const words = { registry, catalogue, phrases }
const read = (line: string) => parseLine(phrases, line)

/** The button as a line can say it: without what only buttons fill. */
const typed = ({ command, args }: Action) => {
  const { order } = phrases.argsOf(command)
  const visible = Object.entries(args).filter(([name, value]) => order.includes(name) && value !== '')
  return { kind: 'command', command, args: Object.fromEntries(visible) }
}

describe.each(sampleCards)('the sample $name in $language', ({ card }) => {
  it('has buttons that can be typed in every language', () => {
    for (const button of buttonsOf(card)) {
      for (const language of languages) {
        const line = lineOf(words, button, language)
        expect(read(line), line).toEqual(typed(button))
      }
    }
  })
})

describe('the line of a button', () => {
  const line = (command: string, args: Record<string, string>, language: 'zh-CN' | 'en' = 'zh-CN') =>
    lineOf(words, { command, args }, language)

  it('is as short as a person would type it', () => {
    expect(line('task-status', { task: 'C-1/M-006', to: 'done', seen: '4' })).toBe(
      '任务状态 C-1/M-006 已完成',
    )
    expect(line('new', { name: 'Summer sale', end: '2024-06-25' }, 'en')).toBe(
      'new "Summer sale" end=2024-06-25',
    )
    expect(line('help', {}, 'en')).toBe('help')
  })

  it('quotes what would be read otherwise', () => {
    expect(line('new', { name: 'from a to b' }, 'en')).toBe('new "from a to b"')
    expect(line('new', { name: '说“好”的"活动"' })).toBe('新建活动 「说“好”的"活动"」')
    expect(line('task', { task: '列表' })).toBe('任务 "列表"')
  })

  it('says whatever a button can carry, as long as some quotes are left for it', () => {
    const value = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => !text.includes('"'))
    const language = fc.constantFrom(...languages)
    const call = fc.constantFrom(
      ...[...registry.commands.values()]
        .flatMap(({ command }) =>
          phrases.argsOf(command.name).order.map((name) => [command.name, name] as const),
        )
        .filter(([command, name]) => !phrases.argsOf(command).options.has(name)),
    )
    fc.assert(
      fc.property(call, value, language, ([command, name], text, tongue) => {
        const action = { command, args: { [name]: text } }
        expect(read(lineOf(words, action, tongue))).toEqual(typed(action))
      }),
      { numRuns: 500 },
    )
  })

  it('of a command that is gone is still a line', () => {
    expect(line('gone', { a: 'b' })).toBe('gone b')
  })
})
