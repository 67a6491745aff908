/** The audit log: what a line is about, and what it changed; pure. */
import { folded } from '../../kit/fold.js'

/** What people may ask about, besides ids and persons; their words stand under `audit.nouns`. */
export const nouns = [
  'plan',
  'goals',
  'campaign',
  'task',
  'approval',
  'kpi',
  'report',
  'issue',
  'calendar',
  'template',
  'programme',
  'person',
  'clock',
] as const
export type Noun = (typeof nouns)[number]

/** `task.status` → task, status. */
export const partsOf = (action: string): { noun: string; verb: string } => {
  const dot = action.indexOf('.')
  return dot < 0
    ? { noun: action, verb: action }
    : { noun: action.slice(0, dot), verb: action.slice(dot + 1) }
}

/** The noun that `text` is a word for; `wordsOf` gives the words of a language, separated by `|`. */
export const nounCalled = (text: string, wordsOf: (noun: Noun) => string): Noun | null => {
  const typed = folded(text)
  return (
    nouns.find((noun) => [noun, ...wordsOf(noun).split('|')].some((word) => folded(word) === typed)) ?? null
  )
}

export interface Change {
  field: string
  before: string | null
  after: string | null
}

/** Fields for programs, or said by the verb already: nothing that a person reads in a log. */
const unread: Readonly<Record<string, readonly string[]>> = {
  approval: ['contentHash', 'signatures', 'preset', 'status', 'tried'],
  default: ['version'],
}

/** The store does not keep the order of fields: what names the thing comes first, what people wrote last. */
const rank = (field: string): number => {
  const first = ['subject', 'revision', 'name'].indexOf(field)
  return first >= 0 ? first - 10 : ['comment', 'reason'].indexOf(field)
}

const shortText = (value: unknown): string | null => {
  if (typeof value === 'string') return value === '' ? null : value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  const plain =
    Array.isArray(value) && value.every((one) => typeof one === 'string' || typeof one === 'number')
  return plain && value.length > 0 ? value.join(', ') : null
}

const entriesOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : { value }

/** Most steps ask for a signature; that one was something else is worth a word. */
const isPlainSignature = ({ field, after }: Change): boolean => field === 'kind' && after === 'sign'

/** What differs between `before` and `after` of an action, field by field; what stayed is left out. */
export const changesOf = (action: string, before: unknown, after: unknown): Change[] => {
  const [old, now] = [entriesOf(before), entriesOf(after)]
  const hidden = unread[partsOf(action).noun] ?? unread.default ?? []
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .filter((field) => !hidden.includes(field))
    .toSorted((a, b) => rank(a) - rank(b))
    .map((field) => ({ field, before: shortText(old[field]), after: shortText(now[field]) }))
    .filter((change) => change.before !== change.after && !isPlainSignature(change))
}
