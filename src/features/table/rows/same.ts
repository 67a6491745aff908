/** Whether a cell says what is printed there anyway: blanks, the way lines end and pinyin are the program's. */
import { withoutPinyin } from '../read/fold.js'

const bare = (text: string | null): string =>
  withoutPinyin(text ?? '')
    .replace(/\s+/g, ' ')
    .trim()

export const isSame = (printed: string | null, cell: string | null): boolean => bare(printed) === bare(cell)
