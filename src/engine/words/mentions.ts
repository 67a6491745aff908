/** Mentions that a platform has cut out of a line, given back to the arguments that ask for people. */
import type { ArgNames } from './phrases.js'
import type { Token } from './tokens.js'

/** A line behind its phrase. */
export interface Said {
  named: ReadonlyMap<string, Token>
  loose: readonly Token[]
}

/** An argument that a mention may fill. */
interface Slot {
  name: string
  /** Where in the line the mention would stand. */
  at: number
  /** What was typed for it beside the mention. */
  text?: string
}

/** Of `@one, @other` only the comma is left, which is no word and belongs to no word. */
export const withoutCommas = (tokens: readonly Token[]): Token[] =>
  tokens.flatMap((token) => {
    if (token.quoted || !/^[,，、;；]+$/.test(token.text)) return [token]
    return token.key === null ? [] : [{ ...token, text: '' }]
  })

/**
 * The arguments that `mentioned` fill. They count in the order of the line: for arguments named without a value, and for
 * those that the words before them reach; without any such for the first person of the command that was not named. More
 * mentions than that are all meant for the last one, so that whoever needs exactly one person can refuse them.
 */
export const mentionsIn = (
  names: ArgNames,
  said: Said,
  mentioned: readonly string[],
): Record<string, string> =>
  mentioned.length === 0 ? {} : shared(slotsIn(names, said, mentioned.length), mentioned)

/** One each in order, and the last takes what is left. */
export const shared = (slots: readonly Slot[], mentioned: readonly string[]): Record<string, string> => {
  const values = mentioned.map((account) => `<@${account}>`)
  const filled = slots.slice(0, values.length).map(({ name, text }, i, all) => {
    const own = i === all.length - 1 ? values.slice(i) : values.slice(i, i + 1)
    return [name, [...(text ? [text] : []), ...own].join(', ')]
  })
  return Object.fromEntries(filled)
}

const slotsIn = (names: ArgNames, said: Said, count: number): Slot[] => {
  if (names.people.size === 0) return missingWords(names, said)
  const empty = emptyIn(said).filter(({ name }) => names.people.has(name))
  const slots = [...reachedIn(names, said, count - empty.length), ...empty].sort((a, b) => a.at - b.at)
  if (slots.length > 0) return slots
  const people = names.order.filter((name) => names.people.has(name))
  const name = people.find((one) => !said.named.has(one)) ?? people.at(-1) ?? ''
  return [{ name, at: 0, text: said.named.get(name)?.text ?? '' }]
}

export const emptyIn = ({ named }: Said): Slot[] =>
  [...named].filter(([, { text }]) => text === '').map(([name, { from }]) => ({ name, at: from }))

/** People whose turn it is when all arguments before them are there. */
const reachedIn = (names: ArgNames, { named, loose }: Said, most: number): Slot[] => {
  const slots: Slot[] = []
  let words = 0
  for (const name of names.order.filter((one) => !named.has(one))) {
    if (names.people.has(name) && slots.length < most) {
      slots.push({ name, at: loose[words - 1]?.to ?? 0 })
      continue
    }
    const word = loose[words++]
    if (!word || (names.free.has(name) && !word.quoted)) break
  }
  return slots
}

/** A command about words, not people: a mention is the words that are needed and not there, e.g. a task's new owner. */
const missingWords = (names: ArgNames, said: Said): Slot[] => {
  const unnamed = names.order.filter((name) => !said.named.has(name)).slice(said.loose.length)
  const empty = emptyIn(said).map(({ name }) => name)
  const missing = [...empty, ...unnamed].find((name) => names.required.has(name) && names.worded.has(name))
  return missing === undefined ? [] : [{ name: missing, at: 0 }]
}
