// Cuts the font of pictures to the letters of Chinese and Latin texts (argument: the folder to make).
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Blob, Face } from 'harfbuzzjs'
import cut from 'subset-font'

const home = dirname(fileURLToPath(import.meta.resolve('@expo-google-fonts/noto-sans-sc/package.json')))
const fonts = { regular: '400Regular/NotoSansSC_400Regular.ttf', bold: '700Bold/NotoSansSC_700Bold.ttf' }

/** The characters that an encoding writes with two bytes. */
const charactersOf = (encoding) => {
  const decoder = new TextDecoder(encoding)
  const bytes = Array.from({ length: 256 }, (_, byte) => byte).filter((byte) => byte >= 0x40)
  return bytes.flatMap((first) =>
    bytes.flatMap((second) => [...decoder.decode(Uint8Array.of(first, second))]),
  )
}

const chinese = new Set(['gbk', 'big5'].flatMap(charactersOf))

// Radicals and compatibility forms share their glyph with an ordinary character (2012 with the dash 2013): kept, a PDF
// would name the glyph after them, and its text could not be searched.
const twins = /[\u2012\u2e80-\u2fdf\uf900-\ufaff\p{Co}]/u
const common = /[\u0020-\u2e7f\u3000-\u33ff\ufe10-\uffef]/u

const lettersOf = (font) => {
  const codes = new Face(new Blob(new Uint8Array(font).buffer)).collectUnicodes()
  const letters = Array.from(codes, (code) => String.fromCodePoint(code))
  return letters
    .filter((letter) => (common.test(letter) || chinese.has(letter)) && !twins.test(letter))
    .join('')
}

const folder = process.argv[2]
mkdirSync(folder, { recursive: true })
copyFileSync(join(home, 'LICENSE_FONT'), join(folder, 'OFL.txt'))
const letters = lettersOf(readFileSync(join(home, fonts.regular)))
// Read when something is drawn, too: what is not in the font cannot be.
writeFileSync(join(folder, 'letters.txt'), letters)
// Other features put glyphs that stand for no character in place of figures: a PDF could not be searched for them either.
for (const [name, path] of Object.entries(fonts)) {
  const source = readFileSync(join(home, path))
  const font = await cut(source, letters, { noHinting: true, keepFeatures: ['kern', 'mark', 'mkmk'] })
  writeFileSync(join(folder, `${name}.ttf`), font)
}
