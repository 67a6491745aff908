/** A number of a workbook as its cell shows it: 20 under the format `0"万人"` is 20万人, 0.3 under `+0%` is +30%. */

/** What stands around the digits of a format. */
interface Around {
  before: string
  after: string
  /** Digits before the point, at least. */
  digits: number
}

const skipped = /^(?:[_*].|\[(?:[^\]$][^\]]*|\$(?:-[^\]]*)?)\])/u
const currency = /^\[\$([^\]-]+)(?:-[^\]]*)?\]/u
const literal = /^(?:"([^"]*)"|[\\!](.))/u
const digits = /^(?:General|[0#?.,]+)/iu

/** Pieces of a section of a format: what is written as it stands, and where digits come. */
const piecesOf = (section: string): { text: string; number: boolean }[] => {
  const pieces: { text: string; number: boolean }[] = []
  for (let rest = section; rest !== ''; ) {
    const none = skipped.exec(rest)?.[0]
    const words = currency.exec(rest) ?? literal.exec(rest)
    const number = digits.exec(rest)?.[0]
    const taken = none ?? words?.[0] ?? number ?? ([...rest][0] as string)
    if (none === undefined)
      pieces.push({ text: words?.[1] ?? words?.[2] ?? (words ? '' : taken), number: !words && !!number })
    rest = rest.slice(taken.length)
  }
  return pieces
}

const sectionsOf = (format: string): string[] => format.match(/(?:"[^"]*"|\\.|[^;])+/gu) ?? []

/** Null where the digits are cut apart, scaled or chosen by a condition: what is shown then is not what is kept. */
const aroundIn = (section: string): Around | null => {
  const pieces = piecesOf(section)
  const at = pieces.findIndex(({ number }) => number)
  const number = pieces[at]?.text ?? ''
  const cutApart = pieces.filter((one) => one.number).length !== 1
  if (cutApart || number.endsWith(',') || /\[[<>=]/.test(section)) return null
  const said = (some: typeof pieces): string =>
    some
      .map(({ text }) => text)
      .join('')
      .trim()
  const [before, after] = [said(pieces.slice(0, at)), said(pieces.slice(at + 1))]
  if (/[()（）$]/u.test(before + after)) return null
  const [whole = ''] = number.split('.')
  return { before, after, digits: (whole.match(/0/g) ?? []).length }
}

/** As Excel shows it: fifteen digits, no more. */
const plain = (value: number): string => String(Number(value.toPrecision(15)))

/** @param format as the workbook writes it, such as `#,##0"件"` */
export const shownNumber = (value: number, format = 'General'): string => {
  const [positive = 'General', negative] = sectionsOf(format)
  const own = value < 0 && negative !== undefined
  const around = aroundIn(own ? negative : positive)
  const percent = (around?.after ?? format).includes('%')
  const shown = plain(Math.abs(percent ? value * 100 : value))
  const sign = value < 0 && !(own && around) ? '-' : ''
  if (!around) return `${sign}${shown}${percent ? '%' : ''}`
  const [whole = '', ...decimals] = shown.split('.')
  const number = [whole.padStart(around.digits, '0'), ...decimals].join('.')
  return `${sign}${around.before}${number}${around.after}`
}
