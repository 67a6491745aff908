/** Words in a language: keys are typed from `locales/en`, values are data and stay data. */
import type { LocaleKey } from '../generated/locale-keys.js'
import type { Span, Text } from './text.js'

export const languages = ['zh-CN', 'zh-TW', 'en'] as const
export type Language = (typeof languages)[number]
export const isLanguage = (text: string): text is Language => (languages as readonly string[]).includes(text)

export type Key = LocaleKey
export type Param = string | number | Span
export type Params = Readonly<{ [name: string]: Param }>

/** The text of `key`. Parameters are never read as markup. */
export interface Translate {
  (key: Key, params?: Params): Text
  language: Language
  /** The same words in another language. */
  in(language: Language): Translate
  /** As `t`, for keys put together from stored data (a stage, a status, a role): the last part itself when there is none. */
  named(group: string, name: string): string
}
