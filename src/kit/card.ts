/** The neutral card: a few semantic blocks as plain objects; every platform draws each of them in its own taste. */
import type { FileRef } from './file.js'
import { plainText, type Span, spans, type Text } from './text.js'

export type Tone = 'plain' | 'good' | 'warn' | 'bad'

/** A command already typed: what a press of a button, a choice or a form's submit runs. */
export interface Action {
  command: string
  args: Record<string, string>
}

export interface Button extends Action {
  kind: 'button'
  label: string
  look: 'plain' | 'primary' | 'danger'
}

export interface TextBlock {
  kind: 'text'
  text: Text
}
/** Small print: time, source, who changed it last. */
export interface Note {
  kind: 'note'
  text: Text
}
/** Short named values, read in pairs. */
export interface Fields {
  kind: 'fields'
  items: { name: string; value: Text }[]
}
export interface List {
  kind: 'list'
  items: { text: Text; done?: boolean; buttons: Button[] }[]
}
/** The first column names the row. Phones that show no tables get a list. */
export interface Table {
  kind: 'table'
  columns: string[]
  rows: Text[][]
}
/** `done` of `total`; a total of 0 is drawn as nothing done. */
export interface Progress {
  kind: 'progress'
  label: string
  done: number
  total: number
}
/** Numbers to compare at a glance; each series has one value per label. */
export interface Chart {
  kind: 'chart'
  title: string
  shape: 'bar' | 'line'
  labels: string[]
  series: { name: string; values: number[] }[]
  /** Written behind each value, e.g. `%`. */
  unit: string
}
/** A file to take away, e.g. `C-1 筹备进度表.xlsx`: sent with the message, or fetched from it. */
export interface File {
  kind: 'file'
  name: string
  of: FileRef
}
export interface Actions {
  kind: 'actions'
  buttons: Button[]
}

export type Block = TextBlock | Note | Fields | List | Table | Progress | Chart | File | Actions
export type BlockKind = Block['kind']

export interface Card {
  title: string
  tone: Tone
  blocks: Block[]
}

export const text = (value: Text): TextBlock => ({ kind: 'text', text: value })
export const note = (value: Text): Note => ({ kind: 'note', text: value })
export const fields = (items: readonly (readonly [name: Text, value: Text])[]): Fields => ({
  kind: 'fields',
  items: items.map(([name, value]) => ({ name: plainText(name), value })),
})
export const list = (items: readonly { text: Text; done?: boolean; buttons?: Button[] }[]): List => ({
  kind: 'list',
  items: items.map((item) => ({ ...item, buttons: item.buttons ?? [] })),
})
export const table = (columns: readonly Text[], rows: Text[][]): Table => ({
  kind: 'table',
  columns: columns.map(plainText),
  rows,
})
export const progress = (label: Text, done: number, total: number): Progress => ({
  kind: 'progress',
  label: plainText(label),
  done,
  total,
})
export const chart = (title: Text, of: Omit<Chart, 'kind' | 'title'>): Chart => ({
  kind: 'chart',
  title: plainText(title),
  ...of,
})
export const file = (name: string, of: FileRef): File => ({ kind: 'file', name, of })
export const actions = (...buttons: Button[]): Actions => ({ kind: 'actions', buttons })

/** A button is a command already typed: `args` are what a person would have written. */
export const button = (
  label: Text,
  command: string,
  args: Record<string, string | number> = {},
  look: Button['look'] = 'plain',
): Button => ({ kind: 'button', label: plainText(label), command, args: asWritten(args), look })

/** Builds a card; blocks that are `null` are left out, which keeps conditions readable. */
export const card = (title: Text, blocks: readonly (Block | null)[], tone: Tone = 'plain'): Card => ({
  title: plainText(title),
  tone,
  blocks: blocks.filter((block) => block !== null),
})

const asWritten = (args: Record<string, string | number>) =>
  Object.fromEntries(Object.entries(args).map(([key, value]) => [key, String(value)]))

/** Every button of a card in reading order, wherever it stands. */
export const buttonsOf = (value: Card): Button[] =>
  value.blocks.flatMap((block) => {
    if (block.kind === 'actions') return block.buttons
    return block.kind === 'list' ? block.items.flatMap((item) => item.buttons) : []
  })

const spansIn = (block: Block): Span[] => {
  if (block.kind === 'text' || block.kind === 'note') return spans(block.text)
  if (block.kind === 'fields') return block.items.flatMap(({ value }) => spans(value))
  if (block.kind === 'list') return block.items.flatMap((item) => spans(item.text))
  return block.kind === 'table' ? block.rows.flat().flatMap(spans) : []
}

/** Our ids of the people whom a card mentions, each once. */
export const mentionedIn = (value: Card): string[] => {
  const people = value.blocks
    .flatMap(spansIn)
    .flatMap((span) => (typeof span === 'object' && 'mention' in span ? [span.mention] : []))
  return [...new Set(people)]
}

/** The files of a card in reading order. */
export const filesOf = (value: Card): File[] => value.blocks.filter((block) => block.kind === 'file')
