/** The page's words: fetched from the locales, handed down by context, placeholders filled in here. */
import type { ComponentChildren } from 'preact'
import { createContext } from 'preact'
import { useContext, useEffect, useState } from 'preact/hooks'
import type { Key, Language } from '../../../kit/translate.js'
import { api } from './api.js'
import { insist } from './insist.js'

/** Keys as the server hands them out: without the name of the file. */
export type Word = Key extends infer K
  ? K extends `playground.${infer W extends `page.${string}`}`
    ? W
    : never
  : never

export interface Words {
  (key: Word, params?: Record<string, string | number>): string
  language: Language
}

const wordsOf = (language: Language, table: Record<string, string>): Words =>
  Object.assign(
    (key: Word, params: Record<string, string | number> = {}) =>
      (table[key] ?? key).replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole)),
    { language },
  )

const known = new Map<Language, Promise<Words>>()

const load = (language: Language): Promise<Words> => {
  const words = known.get(language) ?? api.words(language).then((table) => wordsOf(language, table))
  known.set(language, words)
  words.catch(() => known.delete(language))
  return words
}

const Context = createContext<Words>(wordsOf('zh-CN', {}))

export const useWords = () => useContext(Context)

/** Shows `children` in `language`; until its words are here, in the language before. */
export const Speaking = (props: { language: Language; children: ComponentChildren }) => {
  const [words, setWords] = useState<Words | null>(null)
  useEffect(
    () =>
      insist(
        () => load(props.language),
        (loaded) => setWords(() => loaded),
      ),
    [props.language],
  )
  return words && <Context.Provider value={words}>{props.children}</Context.Provider>
}
