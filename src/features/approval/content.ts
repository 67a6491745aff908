/** What is submitted: its text, its hash, and how two versions differ. */
import { createHash } from 'node:crypto'

export interface Section {
  item: string
  content: string
}
/** What was submitted, as the signers see it. */
export interface Content {
  sections: Section[]
}

/** Blanks at the ends and the way lines end are no change of a document. */
const settledText = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t]+$/gm, '')
    .trim()

/** Sha-256 of the document: what a signature is bound to. */
export const contentHash = (content: Content): string =>
  createHash('sha256')
    .update(JSON.stringify(content.sections.map(({ item, content: text }) => [item, settledText(text)])))
    .digest('hex')

export const emptySections = (content: Content): string[] =>
  content.sections.filter(({ content: text }) => text.trim() === '').map(({ item }) => item)

/** A section that two versions of a document have differently; null where it is not there at all. */
export interface Difference {
  item: string
  before: string | null
  after: string | null
}

/** What has changed between two versions, in the order of the newer one. */
export const differences = (before: Content, now: Content): Difference[] => {
  const textIn = ({ sections }: Content, item: string) =>
    sections.find((section) => section.item === item)?.content ?? null
  const items = [...new Set([...now.sections, ...before.sections].map(({ item }) => item))]
  return items
    .map((item) => ({ item, before: textIn(before, item), after: textIn(now, item) }))
    .filter((one) => settledText(one.before ?? '') !== settledText(one.after ?? ''))
}
