/** The phrases that call a command: words of all languages at once, so that everybody types their own. */
import leven from 'leven'
import type { z } from 'zod'
import { askOf } from '../../kit/args.js'
import { folded } from '../../kit/fold.js'
import { type Language, languages } from '../../kit/translate.js'
import type { RegisteredCommand, Registry } from '../registry.js'
import type { Catalogue } from './locales.js'

export interface ArgNames {
  /** Arguments in the order in which they are written; hidden ones are left out. */
  order: string[]
  /** Arguments of free text: unquoted, they take the rest of the line. */
  free: Set<string>
  /** Arguments of words, whether they take the rest of the line or not. */
  worded: Set<string>
  /** Arguments that ask for a person. */
  people: Set<string>
  required: Set<string>
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

/** The words for an option of an argument in a language, the usual one first. */
export const wordsForOption = (
  catalogue: Catalogue,
  language: Language,
  { feature, command }: RegisteredCommand,
  arg: string,
  option: string,
): string[] => {
  const words = catalogue.command(language, feature, command.name)?.args?.[arg]
  const label =
    words?.options?.[option] ?? catalogue.messages[language].get(`${words?.optionsFrom}.${option}`)
  return label ? label.split('|') : []
}

const optionWords = (
  catalogue: Catalogue,
  of: RegisteredCommand,
  arg: string,
  options: readonly string[],
) => {
  const map = new Map(options.map((option) => [folded(option), option]))
  for (const language of languages) {
    for (const option of options) {
      for (const one of wordsForOption(catalogue, language, of, arg, option)) map.set(folded(one), option)
    }
  }
  return map
}

/** Whether a command cannot do without the argument. */
export const isRequired = (schema: z.ZodType): boolean => !schema.safeParse(undefined).success

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
  return {
    order,
    free: new Set(order.filter(asked('long'))),
    worded: new Set(order.filter((name) => asked('text')(name) || asked('long')(name))),
    people: new Set(order.filter(asked('person'))),
    required: new Set(order.filter((name) => isRequired(shape[name] as never))),
    byWord,
    options,
  }
}

const none: ArgNames = {
  order: [],
  free: new Set(),
  worded: new Set(),
  people: new Set(),
  required: new Set(),
  byWord: new Map(),
  options: new Map(),
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
    argsOf: (command) => args.get(command) ?? none,
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
