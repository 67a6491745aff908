/** What a table needs to be imported: its lines read, what they would do told beforehand, and done. */
import type { Context, Reading } from '../../kit/context.js'
import { hashOf } from '../../kit/hash.js'
import type { Campaign } from '../campaign/index.js'
import type { PrintedTable } from './printed.js'
import type { Recognised } from './read/recognise.js'
import type { Understood } from './rows/cells.js'

export interface Outcome {
  added: number
  changed: number
  unchanged: number
  /** Some of the rows that change, with their columns. */
  touched: readonly Touched[]
  /** Another when something else would be done, or on top of what somebody else has done since. */
  digest: string
}

/** A row that changes: what it is called, and which columns of its table become others. */
export interface Touched {
  id: string
  name: string
  columns: readonly string[]
}

/** Where rows come from, for the log. */
export interface Source {
  table: PrintedTable
  hash: string
}

/** `R` is kept as JSON between the preview and the press that applies it. */
export interface Importer<R = unknown> {
  read(ctx: Context, campaign: Campaign, found: Recognised): Promise<Understood<R>>
  /** What `apply` would do now, when `actor` does it. */
  outlook(store: Pick<Reading, 'db'>, campaign: Campaign, rows: readonly R[], actor: string): Promise<Outcome>
  /** Does what `outlook` says, once, with one entry in the log. @throws UserError when the rows no longer fit */
  apply(ctx: Context, campaign: Campaign, rows: readonly R[], source: Source): Promise<void>
  /** The command that shows what was imported; its button is worded `table.import.way.<way>`. */
  way: string
}

/** Rows beside what stands: what they add, what they change, what is there already. */
export interface Compared<R, S> {
  added: readonly R[]
  changed: readonly { row: R; stands: S; columns: readonly string[] }[]
  unchanged: readonly S[]
}

/** @param columnsOf the columns in which a row says something else than what stands */
export const compared = <R, S>(
  rows: readonly R[],
  standing: (row: R) => S | undefined,
  columnsOf: (row: R, stands: S) => readonly string[],
): Compared<R, S> => {
  const met = rows.flatMap((row) => {
    const stands = standing(row)
    return stands === undefined ? [] : [{ row, stands, columns: columnsOf(row, stands) }]
  })
  return {
    added: rows.filter((row) => standing(row) === undefined),
    changed: met.filter(({ columns }) => columns.length > 0),
    unchanged: met.filter(({ columns }) => columns.length === 0).map(({ stands }) => stands),
  }
}

/** The store keeps rows as JSON, with their columns in an order of its own. */
const sorted = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))
      : part,
  )

/** Changed rows of which a preview says what changes. */
const mostTouched = 8

/**
 * @param what all that the decision rests on: the changes and what they are made upon (with versions, where there are any)
 * @param told how a changed row is named
 */
export const outcomeOf = <C>(
  plan: { added: readonly unknown[]; changed: readonly C[]; unchanged: readonly unknown[] },
  what: unknown,
  told: (change: C) => Touched,
): Outcome => ({
  added: plan.added.length,
  changed: plan.changed.length,
  unchanged: plan.unchanged.length,
  touched: plan.changed.slice(0, mostTouched).map(told),
  digest: hashOf(sorted(what)),
})
