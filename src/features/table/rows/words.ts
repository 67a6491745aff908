/** Values that are words: a status, a priority, nothing – in any language, ticked or written. */
import { languages, type Translate } from '../../../kit/translate.js'
import { folded } from '../read/fold.js'

const spellings = (t: Translate, group: string, name: string): string[] =>
  languages.flatMap((language) => t.in(language).named(group, name).split('|')).map(folded)

/** From every spelling to the value; `groups` are of locale keys. */
export const wordsFor = <V extends string>(
  t: Translate,
  groups: readonly string[],
  values: readonly V[],
): Map<string, V> =>
  new Map(
    values.flatMap((value) => [
      [folded(value), value] as const,
      ...groups.flatMap((group) => spellings(t, group, value).map((word) => [word, value] as const)),
    ]),
  )

const statuses = ['todo', 'doing', 'review', 'done', 'cancelled'] as const
export type StatusWord = (typeof statuses)[number] | 'late'
const priorities = ['high', 'medium', 'low'] as const
export type PriorityWord = (typeof priorities)[number]

const isNone = (text: string): boolean => /^[-–—/\\]*$/.test(text.trim())

const ticked = /[☑☒✓✔√■⊠✅]/u
const boxes = /([□☐▢○⬜☑☒✓✔√■⊠✅])\s*([^□☐▢○⬜☑☒✓✔√■⊠✅]+)/gu

/** `□未开始 ☑进行中 □已完成`: what is ticked; nothing ticked is the first of them. Null without boxes. */
const tickedIn = (text: string): string[] | null => {
  const line = text.replace(/\[[xX]\]/g, '☑').replace(/\[ ?\]/g, '□')
  const options = [...line.matchAll(boxes)]
  if (options.length === 0) return null
  const chosen = options.filter(([, box = '']) => ticked.test(box))
  return (chosen.length > 0 ? chosen : options.slice(0, 1)).map(([, , word = '']) => word)
}

export interface Words {
  /** Undefined: an unknown word, or several are ticked. */
  status(text: string): StatusWord | undefined
  priority(text: string): PriorityWord | undefined
  /** 无, none, - */
  isNothing(text: string): boolean
  /** The position that a masked name (`*设计`) means. */
  role(text: string): string | undefined
}

export const wordsOf = (t: Translate, positions: readonly string[]): Words => {
  const status = wordsFor<StatusWord>(t, ['task.status', 'table.words.status'], [...statuses, 'late'])
  const priority = wordsFor(t, ['task.priority', 'table.words.priority'], priorities)
  const nothing = new Set(spellings(t, 'table.words', 'nothing'))
  const roles = wordsFor(t, ['people.role', 'table.words.role'], positions)
  return {
    status(text) {
      const [one = '', other] = tickedIn(text) ?? [text]
      return other === undefined ? status.get(folded(one)) : undefined
    },
    priority: (text) => priority.get(folded(text)),
    isNothing: (text) => isNone(text) || nothing.has(folded(text)),
    role: (text) => roles.get(folded(text)),
  }
}
