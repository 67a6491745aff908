/** Whether two texts say the same, however a program has kept them. */

const linesOf = (text: string | null | undefined): string =>
  (text ?? '')
    .split(/[\r\n\u2028\u2029]+/)
    .map((line) => line.trim())
    .join('\n')
    .trim()

/** Blanks at the ends of lines, empty lines and the way lines end are the program's, not the writer's. */
export const sameLines = (one: string | null | undefined, other: string | null | undefined): boolean =>
  linesOf(one) === linesOf(other)
