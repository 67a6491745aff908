/** Days as people keep them in tables: printed ranges, days counted from the launch, days as numbers of Excel. */
import { parseDate, parseRange } from '../../../kit/dates.js'
import { addDays, type LocalDate } from '../../../kit/time.js'

export interface Days {
  from: LocalDate
  to: LocalDate
  /** Counted from the launch. */
  relative?: true
}

/** Letters of a day; whoever writes more writes something else. */
const longest = 100

/** `T-15`, `T+3`, `T`. */
const counted = /^t(?:([+-])(\d{1,3}))?[天日]?$/
/** 活动启动前15天, 上线后3天, 15 days before launch. */
const spoken = /^(?:活动|活動)?(?:启动|啟動|上线|上線|开始|開始)(前|后|後)第?(\d{1,3})[天日]$/
/** 上线前2周, 启动当天 */
const inWeeks = /^(?:活动|活動)?(?:启动|啟動|上线|上線|开始|開始)(前|后|後)([一二两兩三四]|\d{1,2})[周週]$/
const sameDay = /^(?:活动|活動)?(?:启动|啟動|上线|上線|开始|開始)(?:当|當)?[天日]$/
const counts: Readonly<Record<string, number>> = { 一: 1, 二: 2, 两: 2, 兩: 2, 三: 3, 四: 4 }
const english = /^(\d{1,3})days?(before|after)(?:the)?(?:launch|start)$/

const shiftIn = (text: string): number | null => {
  const line = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[–—\u2212]/g, '-')
    .replace(/[\s*]/g, '')
  const plain = line.replace(/\((?:[^()]*)\)$/, '')
  const [, sign, days] = counted.exec(plain) ?? []
  if (counted.test(plain)) return Number(`${sign ?? '+'}${days ?? 0}`)
  const [, side, length] = spoken.exec(plain) ?? []
  if (length) return (side === '前' ? -1 : 1) * Number(length)
  const [, before, weeks = ''] = inWeeks.exec(plain) ?? []
  if (before) return (before === '前' ? -7 : 7) * (counts[weeks] ?? Number(weeks))
  if (sameDay.test(plain)) return 0
  const [, number, way] = english.exec(plain) ?? []
  return number ? (way === 'before' ? -1 : 1) * Number(number) : null
}

/** Days since the epoch of the workbook; 1900 counts a 29 February that there never was. */
const ofSerial = (text: string, epoch: '1900' | '1904'): LocalDate | null => {
  if (!/^\d{5}(?:\.\d+)?$/.test(text)) return null
  const days = Math.floor(Number(text))
  return days < 20_000 || days > 80_000 ? null : addDays(epoch === '1904' ? '1904-01-01' : '1899-12-30', days)
}

/** A time of day behind a date is Excel's own. */
const withoutTime = (text: string): string => text.replace(/[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?$/, '')

/** 2024-05-24（周五） */
const withoutWeekday = (text: string): string =>
  text.replace(/\s*[(（]?(?:星期|礼拜|禮拜|周|週)[一二三四五六日天][)）]?$/u, '')

/** 2024/5/24~26 is 2024/5/24~2024/5/26. */
const withSameMonth = (text: string): string =>
  text.replace(/^((?:\d{4}[-/.年])?\d{1,2}[-/.月])(\d{1,2})日?\s*[~–—至到]\s*(\d{1,2})日?$/u, '$1$2~$1$3')

/** @param anchor years that are left out are near it @returns null when `text` is no day and no range of days */
export const daysIn = (
  text: string,
  { anchor, epoch }: { anchor: LocalDate; epoch: '1900' | '1904' },
): Days | null => {
  if (text.length > longest) return null
  const line = withoutWeekday(withoutTime(text.trim()))
  const shift = shiftIn(line)
  if (shift !== null) return { from: addDays(anchor, shift), to: addDays(anchor, shift), relative: true }
  const date = ofSerial(line, epoch) ?? parseDate(line, anchor)
  return date ? { from: date, to: date } : parseRange(withSameMonth(line.normalize('NFKC')), anchor)
}

/** Written as everybody reads it: nothing to tell about. */
export const isPlainDays = (text: string, { from, to }: Days): boolean => {
  const line = withoutTime(text.normalize('NFKC').trim()).replaceAll('/', '-')
  const padded = line.replace(/(?<=-)(\d)(?!\d)/g, '0$1')
  return from === to ? padded === from : padded.replace(/\s*[~–—至到]\s*/, '~') === `${from}~${to}`
}

/** Two days in one cell whose end comes first, e.g. 2024-06-07~2024-06-01. */
export const isBackwards = (text: string, anchor: LocalDate): boolean => {
  if (text.length > longest) return false
  const [left, right, other] = text.normalize('NFKC').split(/\s*[~–—至到]\s*/)
  if (!left || !right || other !== undefined) return false
  const [from, to] = [parseDate(left, anchor), parseDate(right, anchor)]
  return from !== null && to !== null && to < from
}
