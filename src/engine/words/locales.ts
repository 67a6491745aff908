/** Reads `locales/`: folders are languages, files are features; nothing is listed by hand. */
import { readdirSync, readFileSync } from 'node:fs'
import { type Language, languages } from '../../kit/translate.js'

/** The words of one argument of a command. */
export interface ArgWords {
  label: string
  words?: string[]
  hint?: string
  options?: Record<string, string>
  /** A group of keys that words the options, e.g. `people.role`. */
  optionsFrom?: string
}

/** The words of one command: how it is called and explained. */
export interface CommandWords {
  words: string[]
  summary: string
  example: string
  args?: Record<string, ArgWords>
}

type Node = { [key: string]: Node | string | string[] }

export interface Catalogue {
  /** All messages of a language by their full key. */
  messages: Record<Language, Map<string, string>>
  /** The words of a command in a language, if that language has them. */
  command(language: Language, feature: string, name: string): CommandWords | undefined
}

const root = new URL('../../../locales/', import.meta.url)

const flatten = (node: Node, prefix: string, into: Map<string, string>): void => {
  for (const [name, value] of Object.entries(node)) {
    if (typeof value === 'string') into.set(`${prefix}.${name}`, value)
    else if (!Array.isArray(value)) flatten(value, `${prefix}.${name}`, into)
  }
}

const readLanguage = (language: Language): Map<string, Node> => {
  const folder = new URL(`${language}/`, root)
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'))
  return new Map(
    files.map((file) => [file.slice(0, -5), JSON.parse(readFileSync(new URL(file, folder), 'utf8'))]),
  )
}

/** Reads every language once; a few hundred kilobytes, some ten milliseconds. */
export const readLocales = (): Catalogue => {
  const files = new Map(languages.map((language) => [language, readLanguage(language)]))
  const messages = Object.fromEntries(
    languages.map((language) => {
      const all = new Map<string, string>()
      for (const [feature, node] of files.get(language) ?? []) flatten(node, feature, all)
      return [language, all]
    }),
  ) as Catalogue['messages']
  const command: Catalogue['command'] = (language, feature, name) => {
    const commands = files.get(language)?.get(feature)?.commands as unknown as
      | Record<string, CommandWords>
      | undefined
    return commands?.[name]
  }
  return { messages, command }
}
