/** From a button to the line a person can type instead of pressing it. */
import { askOf } from '../../kit/args.js'
import type { Action } from '../../kit/card.js'
import { folded } from '../../kit/fold.js'
import type { Language } from '../../kit/translate.js'
import type { RegisteredCommand, Registry } from '../registry.js'
import { parseLine } from './grammar.js'
import type { Catalogue } from './locales.js'
import { type Phrases, wordsForOption } from './phrases.js'

export interface LineWords {
  registry: Registry
  catalogue: Catalogue
  phrases: Phrases
}

/** How carefully a line is written: quotes and names only where they are needed, or everywhere. */
interface Care {
  quoted: boolean
  named: boolean
}
const cares: readonly Care[] = [
  { quoted: false, named: false },
  { quoted: true, named: false },
  { quoted: true, named: true },
]

/** The line that means `action` in the words of `language`; arguments that only buttons fill are left out. */
export const lineOf = (words: LineWords, { command, args }: Action, language: Language): string => {
  const of = words.registry.commands.get(command)
  if (!of) return [command, ...Object.values(args)].join(' ')
  const { order } = words.phrases.argsOf(command)
  const wanted = Object.fromEntries(order.flatMap((name) => (args[name] ? [[name, args[name]]] : [])))
  const lines = cares.map((care) => written(words, of, language, wanted, care))
  return lines.find((line) => means(words.phrases, line, command, wanted)) ?? lines[0] ?? command
}

const means = (phrases: Phrases, line: string, command: string, wanted: Record<string, string>): boolean => {
  const parsed = parseLine(phrases, line)
  if (parsed.kind !== 'command' || parsed.command !== command) return false
  const names = Object.keys(wanted)
  return (
    Object.keys(parsed.args).length === names.length &&
    names.every((name) => parsed.args[name] === wanted[name])
  )
}

const written = (
  words: LineWords,
  of: RegisteredCommand,
  language: Language,
  wanted: Record<string, string>,
  care: Care,
): string => {
  const { order } = words.phrases.argsOf(of.command.name)
  const gap = order.findIndex((name) => !(name in wanted))
  const parts = Object.entries(wanted).map(([name, value]) => {
    const text = quoted(typed(words, of, language, name, value), care.quoted)
    const inOrder = !care.named && (gap < 0 || order.indexOf(name) < gap)
    return inOrder ? text : `${argWord(words, of, language, name)}=${text}`
  })
  return [phraseOf(words, of, language), ...parts].join(' ')
}

const phraseOf = ({ catalogue }: LineWords, { feature, command }: RegisteredCommand, language: Language) =>
  catalogue.command(language, feature, command.name)?.words[0] ?? command.name

/** A word of `language` that names the argument before `=`. */
export const argWord = (
  { catalogue, phrases }: LineWords,
  { feature, command }: RegisteredCommand,
  language: Language,
  name: string,
): string => {
  const arg = catalogue.command(language, feature, command.name)?.args?.[name]
  const { byWord } = phrases.argsOf(command.name)
  const fits = (word: string) => /^[\p{L}\p{N}_-]{1,30}$/u.test(word) && byWord.get(folded(word)) === name
  return [...(arg?.words ?? []), arg?.label ?? name].find(fits) ?? name
}

/** An option is typed by its word; one without blanks needs no quotes. */
const typed = (
  { catalogue, phrases }: LineWords,
  of: RegisteredCommand,
  language: Language,
  name: string,
  value: string,
): string => {
  const ask = askOf(of.command.args.shape[name] as never)
  if (ask.as !== 'choice') return value
  const options = phrases.argsOf(of.command.name).options.get(name)
  const known = wordsForOption(catalogue, language, of, name, value).filter(
    (word) => options?.get(folded(word)) === value,
  )
  return known.find((word) => !/\s/u.test(word)) ?? known[0] ?? value
}

const marks = ['""', '“”', '「」', '『』', "''", '‘’', '＂＂']

/** In quotes that do not occur in it, if it could be read as anything but one word. */
const quoted = (text: string, always: boolean): string => {
  const plain = /^[^\s"'“”「」『』‘’＂=＝:：]+$/u.test(text) && !/[,，、]$/.test(text)
  if (plain && !always) return text
  const [open, close] = marks.find((pair) => ![...pair].some((mark) => text.includes(mark))) ?? '""'
  return `${open}${text}${close}`
}
