/** Reads the words of a PDF as a reader's search does: by what the document says its glyphs stand for. */
import { inflateSync } from 'node:zlib'

interface Piece {
  /** The object's dictionary, and the text of its stream if it has one. */
  head: string
  stream: string
}

/** @returns the number of pages, and all words: a line for each line of the page */
export const textOfPdf = (bytes: Buffer): { pages: number; text: string } => {
  const objects = objectsIn(bytes)
  const ref = (head: string, name: string) => Number(new RegExp(`/${name} (\\d+) 0 R`).exec(head)?.[1])
  const pages = [...objects.values()].filter(({ head }) => /\/Type \/Page\b/.test(head))
  const texts = pages.map(({ head }) => {
    const fonts = new Map(
      [...head.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', id]) => [
        name,
        lettersIn(objects.get(ref(objects.get(Number(id))?.head ?? '', 'ToUnicode'))?.stream ?? ''),
      ]),
    )
    return wordsIn(objects.get(ref(head, 'Contents'))?.stream ?? '', fonts)
  })
  return { pages: pages.length, text: texts.join('\n') }
}

const objectsIn = (bytes: Buffer): Map<number, Piece> => {
  const raw = bytes.toString('latin1')
  const objects = new Map<number, Piece>()
  for (const { 1: id, index } of raw.matchAll(/^(\d+) 0 obj\n/gm)) {
    const end = raw.indexOf('endobj', index)
    const start = raw.indexOf('stream\n', index)
    const streams = start >= 0 && start < end
    const head = raw.slice(index, streams ? start : end)
    const length = Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0)
    const body = streams ? bytes.subarray(start + 7, start + 7 + length) : Buffer.alloc(0)
    const stream = head.includes('/FlateDecode')
      ? inflateSync(body).toString('latin1')
      : body.toString('latin1')
    objects.set(Number(id), { head, stream })
  }
  return objects
}

/** What glyphs stand for, from the map that searches and copies go by. */
const lettersIn = (map: string): Map<string, string> => {
  const letters = new Map<string, string>()
  const hex = (code: number) => code.toString(16).toUpperCase().padStart(4, '0')
  const text = (code: string) => Buffer.from(code, 'hex').swap16().toString('utf16le')
  for (const [, chars = ''] of map.matchAll(/beginbfchar\n([^e]*)endbfchar/g))
    for (const [, glyph = '', code = ''] of chars.matchAll(/<(\w+)> <(\w+)>/g)) letters.set(glyph, text(code))
  for (const [, ranges = ''] of map.matchAll(/beginbfrange\n([^e]*)endbfrange/g))
    for (const [, from = '', to = '', code = ''] of ranges.matchAll(/<(\w+)> <(\w+)> <(\w+)>/g))
      for (let n = 0; n <= Number.parseInt(to, 16) - Number.parseInt(from, 16); n++)
        letters.set(hex(Number.parseInt(from, 16) + n), text(hex(Number.parseInt(code, 16) + n)))
  return letters
}

const wordsIn = (content: string, fonts: Map<string, Map<string, string>>): string => {
  let [words, font, line] = ['', '', '']
  for (const [, name, y, glyphs] of content.matchAll(/\/(F\d+) \S+ Tf|1 0 0 -1 \S+ (\S+) Tm|<(\w+)> Tj/g)) {
    if (name) font = name
    if (y && y !== line) words += '\n'
    if (y) line = y
    for (const glyph of glyphs?.match(/.{4}/g) ?? []) words += fonts.get(font)?.get(glyph) ?? '\uFFFD'
  }
  return words
}
