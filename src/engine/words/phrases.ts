/** The phrases that call a command: words of all languages at once, so that everybody types their own. */
import leven from 'leven'
import { askOf } from '../../kit/args.js'
import { languages } from '../../kit/translate.js'
import type { RegisteredCommand, Registry } from '../registry.js'
import type { Catalogue } from './locales.js'
import { folded } from './tokens.js'

export interface ArgNames {
  /** Arguments in the order in which they are written; hidden ones are left out. */
  order: string[]
  /** Arguments of free text: unquoted, they take the rest of the line. */
  free: Set<string>
  /** From any word for an argument to its name. */
  byWord: Map<string, string>
  /** From any word for an option to the option, per argument. */
  options: Map<string, Map<string, string>>
}

export interface Phrases {
  byPhrase: Map<string, string>
  /** The most words, and the most letters, a phrase has. */
  longest: number
  mostLetters: number
  argsOf(command: string): ArgNames
  isKey(name: string): boolean
}

/** Chinese is written without blanks: `新建 活动` and `新建活动` are one phrase. */
export const phraseKey = (words: readonly string[]): string =>
  folded(words.join(' ')).replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '')

const wordsOf = (catalogue: Catalogue, { feature, command }: RegisteredCommand) =>
  languages.flatMap((language) => catalogue.command(language, feature, command.name) ?? [])

const optionWords = (
  catalogue: Catalogue,
  of: RegisteredCommand,
  arg: string,
  options: readonly string[],
) => {
  const map = new Map(options.map((option) => [folded(option), option]))
  for (const language of languages) {
    const words = catalogue.command(language, of.feature, of.command.name)?.args?.[arg]
    const messages = catalogue.messages[language]
    for (const option of options) {
      const label = words?.options?.[option] ?? messages.get(`${words?.optionsFrom}.${option}`)
      if (label) for (const one of label.split('|')) map.set(folded(one), option)
    }
  }
  return map
}

const argNames = (catalogue: Catalogue, of: RegisteredCommand): ArgNames => {
  const shape = of.command.args.shape
  const names = Object.keys(shape)
  const byWord = new Map(names.map((name) => [folded(name), name]))
  for (const words of wordsOf(catalogue, of)) {
    for (const [name, arg] of Object.entries(words.args ?? {})) {
      for (const word of [arg.label, ...(arg.words ?? [])]) byWord.set(folded(word), name)
    }
  }
  const options = new Map<string, Map<string, string>>()
  for (const [name, schema] of Object.entries(shape)) {
    const ask = askOf(schema)
    if (ask.as === 'choice') options.set(name, optionWords(catalogue, of, name, ask.options))
  }
  const asked = (as: string) => (name: string) => askOf(shape[name] as never).as === as
  const order = names.filter((name) => !asked('hidden')(name))
  return { order, free: new Set(order.filter(asked('long'))), byWord, options }
}

/** Collects the phrases of all commands. @throws Error when one phrase would call two commands. */
export const createPhrases = (registry: Registry, catalogue: Catalogue): Phrases => {
  const byPhrase = new Map<string, string>()
  const args = new Map<string, ArgNames>()
  for (const [name, of] of registry.commands) {
    args.set(name, argNames(catalogue, of))
    for (const phrase of [name, ...wordsOf(catalogue, of).flatMap((words) => words.words)]) {
      const key = phraseKey([phrase])
      const other = byPhrase.get(key)
      if (other !== undefined && other !== name)
        throw new Error(`“${phrase}” calls both ${other} and ${name}`)
      byPhrase.set(key, name)
    }
  }
  const keys = new Set([...args.values()].flatMap((one) => [...one.byWord.keys()]))
  return {
    byPhrase,
    longest: Math.max(...[...byPhrase.keys()].map((phrase) => phrase.split(' ').length)),
    mostLetters: Math.max(...[...byPhrase.keys()].map((phrase) => phrase.length)),
    argsOf: (command) =>
      args.get(command) ?? { order: [], free: new Set(), byWord: new Map(), options: new Map() },
    isKey: (name) => keys.has(name),
  }
}

/** How many letters of a phrase may differ from what was typed. */
const slips = (phrase: string): number => Math.max(1, Math.floor(phrase.length / 3))

/** Phrases that look like what was typed, best first: at most a third of the letters differ. */
export const similarPhrases = (phrases: Phrases, typed: string, count = 3): string[] =>
  [...phrases.byPhrase.keys()]
    .filter((phrase) => Math.abs(phrase.length - typed.length) <= slips(phrase))
    .map((phrase) => ({ phrase, far: leven(phrase, typed) }))
    .filter(({ phrase, far }) => far > 0 && far <= slips(phrase))
    .sort((a, b) => a.far - b.far || a.phrase.localeCompare(b.phrase))
    .slice(0, count)
    .map(({ phrase }) => phrase)
