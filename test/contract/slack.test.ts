/** Every sample card, in every language, can be sent to Slack, and its buttons come back as commands. */
import { describe, expect, it } from 'vitest'
import { buttonsOf } from '../../src/kit/card.js'
import { actionOf } from '../../src/platforms/slack/buttons.js'
import { drawCard } from '../../src/platforms/slack/card.js'
import { registry, sampleCards, translator } from '../support/samples.js'
import { faultsOfBlocks, faultsOfView, tooLong } from '../support/slack/blocks/validate.js'

const userOf = (person: string) => `U${Buffer.from(person).toString('hex').toUpperCase()}`

describe.each(sampleCards)('the sample $name in $language', ({ card, language }) => {
  const t = translator(language)

  it.each([true, false])('is a message (newest blocks: %s)', (native) => {
    const { text, blocks, long } = drawCard(card, { t, userOf, native, surface: 'message' })
    expect(faultsOfBlocks(blocks, { nativeBlocks: native, hasFile: () => false })).toEqual([])
    expect(tooLong(blocks)).toBe(false)
    expect(long).toEqual([])
    expect(text.trim()).not.toBe('')
    expect(JSON.stringify([text, blocks])).not.toMatch(/<!(?:channel|here|everyone)/)
  })

  it('is a page', () => {
    const { blocks } = drawCard(card, { t, userOf, native: true, surface: 'home' })
    const rules = { nativeBlocks: true, hasFile: () => false }
    expect(faultsOfView({ type: 'home', blocks }, 'home', rules)).toEqual([])
  })

  it('has all its buttons, and each is a command', () => {
    const { blocks } = drawCard(card, { t, userOf, native: true, surface: 'message' })
    const values = [...JSON.stringify(blocks).matchAll(/"value":"((?:[^"\\]|\\.)*)"/g)]
    const actions = values.map(([, value]) => actionOf(JSON.parse(`"${value}"`)))
    expect(actions).toEqual(buttonsOf(card).map(({ command, args }) => ({ command, args })))
    for (const { command } of buttonsOf(card)) expect(registry.commands.has(command), command).toBe(true)
  })
})
