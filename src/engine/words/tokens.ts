/** A typed line as tokens: Chinese and Western quotes, `name=value`, full-width spaces; what is quoted stays as typed. */
import { folded } from '../../kit/fold.js'

export interface Token {
  text: string
  /** `name` of `name=value`, as typed. */
  key: string | null
  quoted: boolean
  /** Where the token stands in the line, its name and quotes included. */
  from: number
  to: number
}

const quotes: Record<string, string> = {
  '"': '"',
  "'": "'",
  '“': '”',
  '”': '”',
  '「': '」',
  '『': '』',
  '‘': '’',
  '＂': '＂',
}

const isBlank = (char: string | undefined): boolean => char !== undefined && /\s/u.test(char)

/** Reads a quoted text whose opening quote stands at `from`; an unclosed quote is an ordinary character. */
const quotedAt = (line: string, from: number): { text: string; to: number } | null => {
  const close = quotes[line[from] ?? '']
  if (close === undefined) return null
  const end = line.indexOf(close, from + 1)
  const after = line[end + 1]
  if (end < 0 || (after !== undefined && !isBlank(after))) return null
  return { text: line.slice(from + 1, end), to: end + 1 }
}

const wordAt = (line: string, from: number): { text: string; to: number } => {
  let to = from
  while (to < line.length && !isBlank(line[to])) to++
  return { text: line.slice(from, to), to }
}

const keyAt = (line: string, from: number): { key: string; to: number } | null => {
  const match = /^([\p{L}\p{N}_-]{1,30})[=＝:：]/u.exec(line.slice(from, from + 40))
  return match?.[1] ? { key: match[1], to: from + match[0].length } : null
}

/** Splits `line`; `isKey` says which names may stand before `=` or `:` (a link or a time of day is no name). */
export const tokensOf = (line: string, isKey: (name: string) => boolean): Token[] => {
  const tokens: Token[] = []
  let at = 0
  while (at < line.length) {
    if (isBlank(line[at])) {
      at++
      continue
    }
    const named = keyAt(line, at)
    const key = named && isKey(folded(named.key)) ? named : null
    const start = key?.to ?? at
    const quoted = quotedAt(line, start)
    const { text, to } = quoted ?? wordAt(line, start)
    tokens.push({ text, key: key?.key ?? null, quoted: quoted !== null, from: at, to })
    at = Math.max(to, at + 1)
  }
  return tokens
}
