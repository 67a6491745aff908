/** What finance has said about the lines of a budget form, and the total that remains. */
import { actions, type Block, button, list, text } from '../../../kit/card.js'
import { cut, join } from '../../../kit/text.js'
import type { Translate } from '../../../kit/translate.js'
import { approvalRef } from '../approval.js'
import type { Approval } from '../approval.repo.js'
import { type BudgetLine, kept, linesOf, totalOf } from './budget.js'

/** The refused lines with their reasons, and the total; nothing for what is no budget form. */
export const budgetBlocks = (t: Translate, approval: Approval): Block[] => {
  if (approval.subject !== 'budget') return []
  const lines = linesOf(approval)
  const refused = lines.filter((line) => line.refused !== null)
  return [
    text(t('approval.budget.total', { kept: totalOf(kept(lines)), total: totalOf(lines) })),
    ...(refused.length > 0 ? [list(refused.map((line) => ({ text: refusedText(t, line) })))] : []),
  ]
}

const refusedText = (t: Translate, { text: line, refused }: BudgetLine) =>
  join([`✗ ${cut(line, 80)}`, t('approval.budget.refused', { reason: cut(refused ?? '', 200) })])

/** For whoever decides: each line can be refused, or taken in again. */
export const lineButtons = (t: Translate, approval: Approval): Block[] => {
  const lines = approval.subject === 'budget' ? linesOf(approval) : []
  if (lines.length < 2) return []
  const press = ({ number, text: line, refused }: BudgetLine) => {
    const args = { approval: approvalRef(approval.id), line: number }
    const label = { line: cut(line, 20) }
    return refused === null
      ? button(t('approval.budget.refuse', label), 'line-refuse', args)
      : button(t('approval.budget.restore', label), 'line-restore', args)
  }
  return [actions(...lines.slice(0, 8).map(press))]
}
