/** The frozen document on a card: what it says, what is different from the version before, what was said about it. */
import { type Block, fields, list, note, text } from '../../kit/card.js'
import { cut, plainText } from '../../kit/text.js'
import type { Translate } from '../../kit/translate.js'
import type { Viewer } from '../../kit/view.js'
import type { ApprovalState } from './approval.cards.js'
import { chain, commentLine, moment, nameOf, sectionName } from './approval.lines.js'
import { budgetBlocks } from './request/budget.cards.js'

const shownComments = 5
/** The frozen document, the chain below it, what was said about it. */
export const documentBlocks = (t: Translate, state: ApprovalState, viewer: Viewer): Block[] => {
  const { approval, names } = state
  const { date, time } = moment(approval.submittedAt, viewer)
  const by = nameOf(names, approval.submittedById)
  return [
    ...changeBlocks(t, state),
    fields(
      approval.content.sections.map(({ item, content }) => [
        sectionName(t, approval.subject, item),
        content || t('approval.empty'),
      ]),
    ),
    ...budgetBlocks(t, approval),
    text(chain(t, approval.steps)),
    ...commentBlocks(t, state, viewer),
    note(t('approval.card.submitted', { by, date, time })),
  ]
}

/** Letters of a section shown on either side of a difference. */
const shownLetters = 80
const shownChanges = 6

/** What is different from the version before: `budget: 48万 → 60万`. */
const changeBlocks = (t: Translate, { changes = [], approval }: ApprovalState): Block[] => {
  if (changes.length === 0) return []
  const side = (text: string | null) => cut(text || plainText(t('approval.empty')), shownLetters)
  return [
    text(t('approval.card.changes', { revision: approval.revision - 1, count: changes.length })),
    list(
      changes.slice(0, shownChanges).map(({ item, before, after }) => ({
        text: [{ bold: sectionName(t, approval.subject, item) }, ` ${side(before)} → ${side(after)}`],
      })),
    ),
  ]
}

const commentBlocks = (t: Translate, { approval, names }: ApprovalState, viewer: Viewer): Block[] => {
  const shown = approval.comments.slice(-shownComments)
  if (shown.length === 0) return []
  const count = approval.comments.length
  return [
    text(t('approval.card.comments', { count })),
    list(shown.map((comment) => ({ text: commentLine(viewer, comment, names) }))),
  ]
}
