/** A document as plain objects: what a feature writes, and the house prints. Words in it are never markup or formulas. */

export interface TableColumn {
  label: string
  /** How much of the width it takes, beside the shares of the others. */
  share: number
}

export type DocumentBlock =
  | { kind: 'heading'; text: string }
  /** Breaks of lines are kept; `soft` is what is said about the document rather than in it. */
  | { kind: 'text'; text: string; soft?: true }
  /** Each value beside its label. */
  | { kind: 'pairs'; pairs: readonly (readonly [label: string, value: string])[] }
  | { kind: 'table'; columns: readonly TableColumn[]; rows: readonly (readonly string[])[] }

export interface Document {
  title: string
  /** Below the title, smaller. */
  subtitle?: string
  blocks: readonly DocumentBlock[]
  /** At the foot of every page, before its number. */
  foot: string
}

export const printForms = ['pdf', 'xlsx'] as const
export type PrintForm = (typeof printForms)[number]
export const isPrintForm = (text: string): text is PrintForm =>
  (printForms as readonly string[]).includes(text)

/** What a `MakeFile` returns in place of bytes: printed when the store is free again. */
export interface Printout {
  document: Document
  as: PrintForm
}

export const isPrintout = (value: object): value is Printout => 'document' in value

/** A4 with words that can be searched, in whatever letters the house has. */
export type PrintPdf = (document: Document) => Promise<Uint8Array>
