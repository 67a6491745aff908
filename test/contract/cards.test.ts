/** Every sample card, in every language: complete words, valid buttons, and data that stays data. */
import { describe, expect, it } from 'vitest'
import { checkArgs } from '../../src/engine/words/form.js'
import { features } from '../../src/features/index.js'
import { buttonsOf } from '../../src/kit/card.js'
import { plainCard } from '../../src/kit/plain.js'
import { registry, sampleCards } from '../support/samples.js'

describe('the gallery', () => {
  it('has a sample of every feature that draws cards', () => {
    const shown = new Set(registry.samples.map(({ feature }) => feature))
    expect(features.filter((one) => one.views && !shown.has(one.name)).map((one) => one.name)).toEqual([])
  })
})

describe.each(sampleCards)('the sample $name in $language', ({ card }) => {
  it('has words and no bare keys, parameters or empty values', () => {
    const words = plainCard(card)
    expect(words.trim()).not.toBe('')
    expect(words).not.toMatch(/\{[a-z]+\}|undefined|NaN|\[object|\b[a-z]+\.[a-z]+\.[a-z]+\b/)
  })

  it('carries only buttons that are commands already typed', () => {
    for (const button of buttonsOf(card)) {
      const of = registry.commands.get(button.command)
      expect(of, button.command).toBeDefined()
      const unknown = Object.keys(button.args).filter((arg) => !(arg in (of?.command.args.shape ?? {})))
      expect(unknown).toEqual([])
      const checked = of && checkArgs(of.command, button.args)
      // What is missing is asked for in a form: a rejection needs its reason.
      const wrong = checked && !checked.ok ? Object.values(checked.wrong) : []
      expect(wrong.filter((key) => key !== 'engine.error.missing')).toEqual([])
      expect(button.label.trim()).not.toBe('')
    }
  })
})
