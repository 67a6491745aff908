/** The reply to a question: the value that was asked for, and what else was said with it. */

import { folded } from '../../kit/fold.js'
import { withOptions } from './grammar.js'
import { shared } from './mentions.js'
import type { ArgNames } from './phrases.js'
import { type Token, tokensOf } from './tokens.js'

/** What was asked, and what was known before. */
export interface Open {
  field: string
  known: Record<string, string>
}

/**
 * The arguments said in `line`: all of it is the value, but for `name=value` of this command. A colon names nothing here:
 * it may well belong to the value.
 */
export const replyIn = (
  names: ArgNames,
  { field, known }: Open,
  line: string,
  mentioned: readonly string[],
): Record<string, string> => {
  const pairs = tokensOf(line, (key) => names.byWord.has(key)).filter((token) => isPair(token, line))
  const named = Object.fromEntries(
    [...pairs].reverse().map((pair) => [names.byWord.get(folded(pair.key ?? '')) ?? '', pair.text]),
  )
  const value = valueIn(line, pairs, mentioned.length > 0)
  const args = { ...(value === '' ? {} : { [field]: value }), ...named }
  const slots = slotsIn(names, { field, known }, args, named, mentioned.length)
  const filled = Object.entries(args).filter(([, text]) => text !== '')
  return withOptions(names, { ...Object.fromEntries(filled), ...shared(slots, mentioned) })
}

/** Whether `text` is one of the options that were asked for. */
export const isOption = (names: ArgNames, field: string, text: string): boolean =>
  names.options.get(field)?.has(folded(text)) === true

const isPair = ({ key, from }: Token, line: string): boolean =>
  key !== null && /[=＝]/.test(line[from + key.length] ?? '')

const valueIn = (line: string, pairs: readonly Token[], mentioned: boolean): string => {
  const rest = pairs.reduceRight((text, { from, to }) => text.slice(0, from) + text.slice(to), line).trim()
  const [only, more] = tokensOf(rest, () => false)
  if (only?.quoted && !more) return only.text
  return mentioned && /^[,，、;；\s]+$/.test(rest) ? '' : rest
}

/** A mention is for the person asked for or the next one who is needed, and for those named without a value. */
const slotsIn = (
  names: ArgNames,
  { field, known }: Open,
  args: Record<string, string>,
  named: Record<string, string>,
  count: number,
) => {
  const empty = Object.keys(named).filter((name) => named[name] === '' && names.people.has(name))
  const isOpen = (name: string) =>
    names.people.has(name) &&
    !(name in named) &&
    (name === field || (names.required.has(name) && !(name in known)))
  const next = count > empty.length ? [field, ...names.order].find(isOpen) : undefined
  const words = names.people.size === 0 && names.worded.has(field) && !(field in args) ? field : undefined
  return [next ?? words ?? [], empty].flat().map((name) => ({ name, at: 0 }))
}
