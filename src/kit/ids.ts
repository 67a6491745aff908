/** Short ids that people type: C-12, M-003, A-7, and a task within its campaign, C-1/M-003. */

/** Campaign, task, approval, KPI, issue, person, goal. */
export type IdPrefix = 'C' | 'M' | 'A' | 'K' | 'I' | 'P' | 'G'

export interface ParsedId {
  prefix: IdPrefix
  number: number
  /** The number of the campaign, when it was written before the id. */
  campaign?: number
}

/** `C-12`; tasks have three digits or more, `M-003`, as in 003-T2. RangeError unless `n` is 1, 2, 3 … */
export const formatId = (prefix: IdPrefix, n: number): string => {
  if (!Number.isSafeInteger(n) || n < 1) throw new RangeError(`not the number of an id: ${n}`)
  return `${prefix}-${prefix === 'M' ? String(n).padStart(3, '0') : n}`
}

// Nine digits: the largest number a database integer holds anyway.
const shape = /^(?:C ?-? ?0*([1-9]\d{0,8}) ?\/ ?(?=M))?([CMAKIPG]) ?-? ?0*([1-9]\d{0,8})$/

/**
 * Reads an id as people type it – c12, C-12, Ｃ－１２, M-3, M003, C-1/M-003 – or null. M-03 is read as M-003: an
 * importer, for which the two may differ (O18), compares with `formatId` and asks.
 */
export const parseId = (text: string): ParsedId | null => {
  const line = text
    .normalize('NFKC')
    .trim()
    .toUpperCase()
    .replace(/[–—\u2010\u2212]/g, '-')
  const [, campaign, prefix, number] = shape.exec(line) ?? []
  if (number === undefined) return null
  return {
    prefix: prefix as IdPrefix,
    number: Number(number),
    ...(campaign && { campaign: Number(campaign) }),
  }
}
