/** How the typed lines of each kind of request become the sections that are signed. */
import { parseDate } from '../../../kit/dates.js'
import { UserError } from '../../../kit/errors.js'
import { localDate } from '../../../kit/time.js'
import { formatValue, parseValue } from '../../../kit/value.js'
import { phaseCalled, phasesWith, sectionsOf } from '../../campaign/index.js'
import { budgetLines, mostLines } from './budget.js'
import { extended } from './extension.js'
import { asSections, type Given, type Way } from './request.js'

/** Money as typed, in yuan. @throws UserError */
const money = (text: string): string => {
  const value = parseValue(text)
  if (value?.kind !== 'amount' || value.number.lte(0) || !['', '元'].includes(value.unit))
    throw new UserError('approval.error.amount', { given: text }, { field: 'amount' })
  return formatValue({ number: value.number, unit: '元', kind: 'amount' })
}

const withMoney = ({ amount, ...rest }: Given) =>
  asSections({ ...(amount !== undefined && { amount: money(amount) }), ...rest })

/** The lines as typed, else as the plan's budget says them (A4). */
const budget: Way = {
  kind: 'budget',
  leadOnly: true,
  read(_, campaign, { lines, explanation }) {
    const planned = sectionsOf(campaign).find(({ item }) => item === 'budget')?.content ?? ''
    const found = budgetLines(lines ?? planned)
    if (found.length === 0) throw new UserError('approval.error.lines', {}, { field: 'lines' })
    if (found.length > mostLines)
      throw new UserError('approval.error.manyLines', { count: mostLines }, { field: 'lines' })
    return [...found, ...asSections({ explanation })]
  },
}

/** More money, or a phase that ends later; or both (A14). */
const change: Way = {
  kind: 'change',
  leadOnly: true,
  read(ctx, campaign, { phase, until, ...rest }) {
    if (phase === undefined && rest.amount === undefined)
      throw new UserError('approval.error.noChange', {}, { field: 'amount' })
    if (phase === undefined) return withMoney(rest)
    const { key, label } = phaseCalled(ctx.t, campaign, phase)
    const day = until === undefined ? null : parseDate(until, localDate(ctx.at, campaign.zone))
    const moved = day === null ? null : extended(campaign, key, day)
    if (day === null || moved === null)
      throw new UserError('approval.error.until', { given: until ?? '' }, { field: 'until' })
    phasesWith(ctx.t, campaign, moved)
    return [...asSections({ phase: label, until: day }), ...withMoney(rest)]
  },
}

export const ways = {
  budget,
  change,
  goalBudget: { kind: 'goal-budget', leadOnly: true, read: (_, __, given) => withMoney(given) },
  prototype: { kind: 'prototype' },
  print: { kind: 'print', people: { signer: 'material-owner' } },
  resources: {
    kind: 'resources',
    leadOnly: true,
    people: { tech: 'tech', supply: 'supply-chain', logistics: 'logistics' },
  },
  replacement: { kind: 'replacement' },
  report: { kind: 'report', leadOnly: true },
} as const satisfies Readonly<Record<string, Way>>
