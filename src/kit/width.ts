/** How wide words get in pictures, near enough to lay them out without the font; drawing measures them again. */

// The letters of ASCII in hundredths of their size, from the blank on, as in Noto Sans SC.
const ascii = [
  22, 32, 47, 56, 56, 92, 68, 28, 34, 34, 47, 56, 28, 35, 28, 39, 56, 56, 56, 56, 56, 56, 56, 56, 56, 56, 28,
  28, 56, 56, 56, 47, 95, 61, 66, 64, 69, 59, 55, 69, 73, 29, 54, 65, 54, 81, 72, 74, 63, 74, 64, 60, 60, 72,
  58, 88, 57, 53, 60, 34, 39, 34, 56, 56, 61, 56, 62, 51, 62, 55, 33, 56, 61, 28, 28, 55, 28, 93, 61, 61, 62,
  62, 39, 47, 38, 61, 52, 80, 50, 52, 48, 34, 27, 34, 56,
]

const widthOf = (letter: string): number => {
  const code = letter.codePointAt(0) ?? 0
  if (code < 0x7f) return (ascii[code - 0x20] ?? 0) / 100
  if (/[\p{M}\p{Cf}]/u.test(letter)) return 0
  if (letter === '–') return 0.54
  return code >= 0xc0 && code < 0x2000 ? 0.66 : 1
}

/** In points, for letters of `size`; bold ones are up to a tenth wider. */
export const widthOfWords = (text: string, size: number, bold = false): number => {
  let width = 0
  for (const letter of text) width += widthOf(letter) * (bold && letter < '\u2000' ? 1.08 : 1)
  return width * size
}
