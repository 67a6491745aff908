/** From a typed line to a command and its arguments as text; nothing is guessed and nothing is executed here. */

import { folded } from '../../kit/fold.js'
import { type Beside, type Brought, withoutTyped } from './brought.js'
import { mentionsIn, type Said, withoutCommas } from './mentions.js'
import { type ArgNames, type Phrases, phraseKey, similarPhrases } from './phrases.js'
import { type Token, tokensOf } from './tokens.js'

export type Parsed =
  | { kind: 'command'; command: string; args: Record<string, string> }
  /** No such command: lines the person may have meant, each with the command it would be. */
  | {
      kind: 'unknown'
      typed: string
      meant: { line: string; command: string; args: Record<string, string> }[]
    }
  | { kind: 'empty' }

/**
 * Reads `line` (without the bot's name before it).
 * @param mentioned accounts that were mentioned in it, where the platform has cut the mentions out
 * @param brought what came with it
 */
export const parseLine = (
  phrases: Phrases,
  line: string,
  mentioned: readonly string[] = [],
  brought: Brought | null = null,
): Parsed => {
  const beside = { mentioned, brought }
  const tokens = tokensOf(line, phrases.isKey)
  const [first] = tokens
  if (!first) return { kind: 'empty' }
  const call = calledBy(phrases, tokens) ?? gluedCall(phrases, tokens)
  if (call) return { kind: 'command', command: call.command, args: argsIn(phrases, call, line, beside) }
  return { kind: 'unknown', typed: first.text, meant: meantBy(phrases, tokens, line, beside) }
}

interface Call {
  command: string
  rest: Token[]
}

/** The longest phrase at the start of the line. */
const calledBy = (phrases: Phrases, tokens: Token[]): Call | null => {
  for (let count = Math.min(phrases.longest + 1, tokens.length); count > 0; count--) {
    const words = tokens.slice(0, count)
    if (words.some((token) => token.quoted || token.key)) continue
    const command = phrases.byPhrase.get(phraseKey(words.map((token) => token.text)))
    if (command) return { command, rest: tokens.slice(count) }
  }
  return null
}

/** `同意A-7`, `提交方案`: a Chinese verb with its first argument, written without a blank. */
const gluedCall = (phrases: Phrases, tokens: Token[]): Call | null => {
  const [first, ...others] = tokens
  if (!first || first.quoted || !/^\p{Script=Han}/u.test(first.text)) return null
  for (let length = Math.min(first.text.length - 1, phrases.mostLetters); length > 1; length--) {
    const command = phrases.byPhrase.get(phraseKey([first.text.slice(0, length)]))
    const rest = first.text.slice(length)
    if (command && mayFollow(phrases.argsOf(command), rest)) {
      return { command, rest: [{ ...first, text: rest, from: first.from + length }, ...others] }
    }
  }
  return null
}

const mayFollow = (args: ArgNames, rest: string): boolean => {
  const options = args.options.get(args.order[0] ?? '')
  return /^[A-Za-z]{1,2}[-－]?\p{N}|^[@＠]/u.test(rest) || options?.has(folded(rest)) === true
}

/** Named arguments first; the others in order, free text or the last one taking the rest of the line as it was written. */
const argsIn = (
  phrases: Phrases,
  call: Call,
  line: string,
  { mentioned, brought }: Beside,
): Record<string, string> => {
  const own = brought?.command === call.command ? brought : null
  const names = withoutTyped(phrases.argsOf(call.command), own)
  const said = saidIn(names, mentioned.length > 0 ? withoutCommas(call.rest) : call.rest, line)
  const { named, loose } = said
  const args: Record<string, string> = Object.fromEntries([...named].map(([name, { text }]) => [name, text]))
  Object.assign(args, mentionsIn(names, said, mentioned))
  Object.assign(args, own?.args)
  const free = names.order.filter((name) => !(name in args))
  for (const [i, token] of loose.entries()) {
    const name = free[i]
    if (name === undefined) break
    const last = i === free.length - 1 && loose.length > free.length
    const takesRest = last || (names.free.has(name) && !token.quoted)
    const end = call.rest.find((other) => other.from > token.from && nameOf(names, other) !== undefined)?.from
    args[name] = takesRest ? line.slice(token.from, end).trim() : token.text
    if (takesRest) break
  }
  return withOptions(names, args)
}

/** What stands with a name (the first of each), and what without. */
const saidIn = (names: ArgNames, tokens: readonly Token[], line: string): Said => {
  const named = new Map<string, Token>()
  const loose: Token[] = []
  for (const token of joined(tokens, line)) {
    const name = nameOf(names, token)
    if (name === undefined)
      loose.push({ ...token, text: token.key === null ? token.text : line.slice(token.from, token.to) })
    else if (!named.has(name)) named.set(name, token)
  }
  return { named, loose }
}

/** `*文案, *设计` is one value: a word that ends in a comma goes on with the next. */
const joined = (tokens: readonly Token[], line: string): Token[] => {
  const done: Token[] = []
  for (const token of tokens) {
    const last = done.at(-1)
    const goesOn = last && !last.quoted && !token.quoted && token.key === null && /[,，、]$/.test(last.text)
    if (!goesOn) done.push(token)
    else
      done[done.length - 1] = { ...last, text: `${last.text}${line.slice(last.to, token.to)}`, to: token.to }
  }
  return done
}

/** The argument of this command that the token names: a word before a colon that is none is just a word. */
const nameOf = (names: ArgNames, token: Token): string | undefined =>
  token.key === null ? undefined : names.byWord.get(folded(token.key))

/** Options may be typed by any of their words. */
export const withOptions = (names: ArgNames, args: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(args).map(([name, value]) => [name, names.options.get(name)?.get(folded(value)) ?? value]),
  )

const meantBy = (phrases: Phrases, tokens: Token[], line: string, beside: Beside) => {
  const typed = [2, 1].flatMap((count) => (tokens.length >= count ? [tokens.slice(0, count)] : []))
  const lines = typed.flatMap((words) => {
    const rest = line.slice(tokens[words.length]?.from ?? line.length)
    const similar = similarPhrases(phrases, phraseKey(words.map((token) => token.text)))
    return similar.map((phrase) => `${phrase} ${rest}`.trim())
  })
  return [...new Set(lines)].slice(0, 3).flatMap((meant) => {
    const parsed = parseLine(phrases, meant, beside.mentioned, beside.brought)
    return parsed.kind === 'command' ? [{ line: meant, command: parsed.command, args: parsed.args }] : []
  })
}
