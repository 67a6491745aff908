/** Breaks texts into lines: Chinese between any two letters, other words between them, and none before a comma. */

/** The width of a text in points. */
export type Width = (text: string) => number

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
const lettersOf = (text: string): string[] => Array.from(graphemes.segment(text), ({ segment }) => segment)

/** Letters between which a line may end anywhere. */
const wide = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef□]|[\u{20000}-\u{3ffff}]/u
/** Never at the beginning of a line, and never at its end. */
const closing = /^[，。、；：？！）》」』】〕〉”’…·%％,.;:?!)\]}]/u
const opening = /[（《「『【〔〈“‘([{¥￥$]$/u

/** What is not parted unless it is longer than a line: words, numbers, a letter with its punctuation. */
const piecesOf = (text: string): string[] => {
  const pieces: string[] = []
  for (const letter of lettersOf(text)) {
    const last = pieces.at(-1)
    if (last !== undefined && staysWith(last, letter)) pieces[pieces.length - 1] = last + letter
    else pieces.push(letter)
  }
  return pieces
}

const staysWith = (last: string, letter: string): boolean => {
  const [blank, after] = [/\s$/.test(last), /^\s/.test(letter)]
  if (blank || after) return blank && after
  if (closing.test(letter) || opening.test(last)) return true
  return !wide.test(letter) && !wide.test(last.at(-1) ?? '')
}

/** Lines of `text`, none wider than `room`; its own breaks are kept, and an empty text is one line. */
export const wrap = (text: string, room: number, width: Width): string[] =>
  text.split(/\r\n|[\r\n\u2028\u2029]/).flatMap((line) => wrapLine(line.replaceAll('\t', '  '), room, width))

const wrapLine = (text: string, room: number, width: Width): string[] => {
  const lines: string[] = []
  let line = ''
  const end = () => {
    lines.push(line.trimEnd())
    line = ''
  }
  for (const piece of piecesOf(text)) {
    if (width(line + piece.trimEnd()) > room && line !== '') end()
    // Blanks of a break are not carried over, those that begin a line of the author are.
    if (line === '' && lines.length > 0 && piece.trim() === '') continue
    if (width(piece) <= room) line += piece
    else
      for (const letter of lettersOf(piece)) {
        if (width(line + letter) > room && line !== '') end()
        line += letter
      }
  }
  end()
  return lines
}
