/** The budget form (《预算审批表》, D7): its lines, and those that finance refuses with a reason (F28). */
import { Decimal, formatValue } from '../../../kit/value.js'
import type { Content, Section } from '../content.js'
import { amountIn } from '../flow/condition.js'

export const mostLines = 40

/** `line-3` → 3; null for what is no line. */
export const lineNumber = (item: string): number | null => {
  const [, number] = /^line-(\d+)$/.exec(item) ?? []
  return number === undefined ? null : Number(number)
}

/** `推广费 30万、物料费 5万` → one section for each; a comma within a number parts nothing. */
export const budgetLines = (text: string): Section[] =>
  text
    .split(/[、，;；\n]|,(?!\d{3}(?!\d))/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((content, i) => ({ item: `line-${i + 1}`, content }))

/** Why lines are refused, by number. */
export type Refusals = Readonly<Record<string, string>>

export const refusalsIn = (value: string | null): Refusals =>
  value === null ? {} : (JSON.parse(value) as Refusals)

export interface BudgetLine {
  number: number
  text: string
  /** Yuan; null where none can be read. */
  amount: Decimal | null
  refused: string | null
}

interface Form {
  content: Content
  steps: readonly { asks: string | null; value: string | null }[]
}

export const linesOf = ({ content, steps }: Form): BudgetLine[] => {
  const refusals = refusalsIn(steps.find(({ asks }) => asks === 'lines')?.value ?? null)
  return content.sections.flatMap(({ item, content: text }) => {
    const number = lineNumber(item)
    const refused = refusals[String(number)] ?? null
    return number === null ? [] : [{ number, text, amount: amountIn(text), refused }]
  })
}

/** Yuan, as people write it: 48万元. */
export const totalOf = (lines: readonly BudgetLine[]): string => {
  const sum = lines.reduce((total, { amount }) => (amount ? total.plus(amount) : total), new Decimal(0))
  return formatValue({ number: sum, unit: '元', kind: 'amount' })
}

export const kept = (lines: readonly BudgetLine[]): BudgetLine[] =>
  lines.filter(({ refused }) => refused === null)
