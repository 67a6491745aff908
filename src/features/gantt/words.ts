/** Words of the chart as plain text. */
import { plainText } from '../../kit/text.js'
import type { Key, Params, Translate } from '../../kit/translate.js'

export const words = (t: Translate, key: Key, params?: Params): string => plainText(t(key, params))

/** As a word that stands alone begins. */
export const capital = (word: string): string => word.slice(0, 1).toLocaleUpperCase() + word.slice(1)
