// Writes the type of all message keys from locales/en, so that a key that does not exist does not compile.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'

const source = new URL('./en/', import.meta.url)
const target = new URL('../src/generated/locale-keys.ts', import.meta.url)

/** Keys of all strings below `node`; lists hold command words, not messages. */
const keys = (node, prefix) =>
  Object.entries(node).flatMap(([name, value]) => {
    const key = `${prefix}.${name}`
    if (typeof value === 'string') return [key]
    return Array.isArray(value) ? [] : keys(value, key)
  })

const all = readdirSync(source)
  .filter((file) => file.endsWith('.json'))
  .sort()
  .flatMap((file) => keys(JSON.parse(readFileSync(new URL(file, source), 'utf8')), file.replace('.json', '')))

const text = `// Written by locales/generate.mjs from locales/en.
export type LocaleKey =
${all.map((key) => `  | '${key}'`).join('\n') || '  never'}
`
mkdirSync(new URL('.', target), { recursive: true })
let before = ''
try {
  before = readFileSync(target, 'utf8')
} catch {
  // first build
}
if (before !== text) writeFileSync(target, text)
