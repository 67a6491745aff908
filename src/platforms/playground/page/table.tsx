/** A table of a card: figures to the right; where it is narrow, the first column stays in sight. */
import type { Table } from '../../../kit/card.js'
import type { Text } from '../../../kit/text.js'
import { TextView, wordsOf } from './text.js'

/** Numbers with their signs and units: `≤30秒`, `¥1.2万`, `83.3 %`, `1:5.2`, or a dash for none. */
const figure = /^[\s\d.,:%¥$€+\-−–—≤≥<>/]*[万亿元件人秒]?\/?[日天]?$/

const isFigures = (rows: Text[][], column: number) =>
  column > 0 && rows.every((row) => figure.test(wordsOf(row[column] ?? '')))

export const TableView = ({ columns, rows }: Table) => {
  const looks = columns.map((_, column) => (isFigures(rows, column) ? 'figure' : undefined))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section class="table" aria-label={columns.join(', ')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {columns.map((column, i) => (
              <th key={i} scope="col" class={looks[i]}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <RowView key={i} row={row} looks={looks} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

const RowView = ({ row, looks }: { row: Text[]; looks: (string | undefined)[] }) => (
  <tr>
    {row.map((cell, i) =>
      i === 0 ? (
        <th key={i} scope="row">
          <TextView text={cell} />
        </th>
      ) : (
        <td key={i} class={looks[i]}>
          <TextView text={cell} />
        </td>
      ),
    )}
  </tr>
)
