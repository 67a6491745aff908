/** The languages say the same things with the same parameters, and each can be typed. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, it } from 'vitest'
import { createRegistry } from '../../../src/engine/registry.js'
import { readLocales } from '../../../src/engine/words/locales.js'
import { features } from '../../../src/features/index.js'
import { languages } from '../../../src/kit/translate.js'

const root = join(import.meta.dirname, '../../../locales')
const { messages, command } = readLocales()
const registry = createRegistry(features)

/** The parameters and tags of a message. */
const parametersOf = (message: string): string[] => {
  const names = new Set<string>()
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) for (const one of value) walk(one)
    else if (value && typeof value === 'object') {
      const node = value as { type?: number; value?: unknown }
      if (node.type !== undefined && node.type !== 0 && typeof node.value === 'string') names.add(node.value)
      for (const part of Object.values(value)) walk(part)
    }
  }
  walk(new IntlMessageFormat(message, 'en').getAst())
  return [...names].sort()
}

describe.each(languages.filter((language) => language !== 'en'))('the locale %s', (language) => {
  it('has a file for every feature', () => {
    expect(readdirSync(join(root, language)).sort()).toEqual(readdirSync(join(root, 'en')).sort())
  })

  it('has the same keys as English', () => {
    expect([...messages[language].keys()].sort()).toEqual([...messages.en.keys()].sort())
  })

  it('uses the same parameters as English', () => {
    const differing = [...messages.en].filter(([key, english]) => {
      const here = messages[language].get(key)
      return here !== undefined && String(parametersOf(here)) !== String(parametersOf(english))
    })
    expect(differing).toEqual([])
  })

  it('is not English left in place', () => {
    const same = [...messages.en].filter(
      ([key, english]) => messages[language].get(key) === english && /[a-z]{4,} [a-z]{4,}/i.test(english),
    )
    expect(same).toEqual([])
  })
})

describe('every command', () => {
  it.each(languages)('can be called and is explained in %s', (language) => {
    const silent = [...registry.commands].filter(([name, of]) => {
      const words = command(language, of.feature, name)
      return !words || words.words.length === 0 || words.summary === '' || words.example === ''
    })
    expect(silent.map(([name]) => name)).toEqual([])
  })

  it.each(languages)('names every argument in %s', (language) => {
    const missing = [...registry.commands].flatMap(([name, of]) =>
      Object.keys(of.command.args.shape)
        .filter((arg) => arg !== 'seen' && !command(language, of.feature, name)?.args?.[arg])
        .map((arg) => `${name}.${arg}`),
    )
    expect(missing).toEqual([])
  })
})

describe('simplified and traditional Chinese', () => {
  it('do not mix characters', () => {
    const onlySimplified = /[们这为时发动务门对现统员请选户检报预续执标组审额产认单计议权费获转总关团]/
    const wrong = [...messages['zh-TW']].filter(([, text]) => onlySimplified.test(text))
    expect(wrong).toEqual([])
  })
})

it('locale files are valid JSON without duplicate keys hidden in them', () => {
  for (const language of languages) {
    for (const file of readdirSync(join(root, language))) {
      expect(() => JSON.parse(readFileSync(join(root, language, file), 'utf8'))).not.toThrow()
    }
  }
})
