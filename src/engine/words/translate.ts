/** Messages in a language: ICU patterns from the locales, filled with data that stays data. */
import { IntlMessageFormat } from 'intl-messageformat'
import type { Span, Text } from '../../kit/text.js'
import type { Language, Params, Translate } from '../../kit/translate.js'
import type { Catalogue } from './locales.js'

const bold = (chunks: (string | Span)[]): Span[] =>
  chunks.map((chunk) => (typeof chunk === 'string' ? { bold: chunk } : chunk))

/** One translator per language; patterns are compiled when first used and kept. */
export const createTranslators = (catalogue: Catalogue): ((language: Language) => Translate) => {
  const made = new Map<Language, Translate>()
  const translatorOf = (language: Language): Translate => {
    const known = made.get(language)
    if (known) return known
    const words = translator(language, catalogue.messages[language], catalogue.messages.en)
    const fresh = Object.assign(words, { in: translatorOf }) as Translate
    made.set(language, fresh)
    return fresh
  }
  return translatorOf
}

const translator = (language: Language, messages: Map<string, string>, fallback: Map<string, string>) => {
  const compiled = new Map<string, IntlMessageFormat>()
  const pattern = (key: string): IntlMessageFormat => {
    const known = compiled.get(key)
    if (known) return known
    const fresh = new IntlMessageFormat(messages.get(key) ?? fallback.get(key) ?? key, language)
    compiled.set(key, fresh)
    return fresh
  }
  const t = (key: string, params: Params = {}): Text => {
    const parts = pattern(key).format<Span | Span[]>({ ...params, b: bold } as never) as unknown
    return Array.isArray(parts) ? (parts.flat() as Span[]) : (parts as Text)
  }
  const named = (group: string, name: string): string => messages.get(`${group}.${name}`) ?? name
  return Object.assign(t, { language, named })
}
