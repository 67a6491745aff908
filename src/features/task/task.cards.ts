/** How one task looks: everything of 003-T2 and 004-T2, and the buttons of whoever looks. */
import {
  actions,
  type Block,
  button,
  type Card,
  card,
  fields,
  note,
  type Tone,
  text,
} from '../../kit/card.js'
import { formatId } from '../../kit/ids.js'
import { cut, join, type Text } from '../../kit/text.js'
import type { Key, Translate } from '../../kit/translate.js'
import type { Viewer } from '../../kit/view.js'
import { criteriaLine, nodeBlocks, type PartsState } from './parts.cards.js'
import { isAsked, isLate, isOpen } from './task.js'
import {
  answerButtons,
  assignButton,
  type Names,
  nameOf,
  type Row,
  reviewButtons,
  statusButtons,
  statusLine,
} from './task.lines.js'
import { predecessorLine, readAs, shiftButtons, type WaitingState } from './waiting.lines.js'

/** Characters of a name that fit a heading; a longer one stands below it as a whole. */
const longestTitle = 120

export interface TaskState extends WaitingState, PartsState {
  campaign: { id: number; name: string }
  names: Names
  /** Its strategy and module, `小红书种草 / KOC筛选`. */
  place?: string | null
}

export const taskCard =
  (state: TaskState) =>
  (t: Translate, viewer: Viewer): Card => {
    const { task } = state
    const title = `${formatId('M', task.number)} ${cut(task.name, longestTitle)}`
    const name = [...task.name].length > longestTitle ? text(task.name) : null
    const description = task.description === null ? null : text(cut(task.description, 1500))
    const blocks = [
      intro(t, state, viewer),
      name,
      description,
      facts(t, state),
      ...nodeBlocks(t, state),
      readAs(t, state),
      source(state),
      buttons(t, state, viewer),
    ]
    return card(title, blocks, toneOf(state))
  }

const toneOf = ({ task, today }: Row): Tone => {
  if (task.status === 'done') return 'good'
  if (isLate(task, today)) return 'bad'
  return task.status === 'review' ? 'warn' : 'plain'
}

const mustReview = ({ task, reviewer }: Row, { person }: Viewer): boolean =>
  task.status === 'review' && person !== null && reviewer === person

/** What is wanted of the one who looks. */
const intro = (t: Translate, state: TaskState, viewer: Viewer): Block | null => {
  const { task, names } = state
  if (mustReview(state, viewer)) return text(t('task.card.review', { name: nameOf(names, task.ownerId) }))
  if (!isOpen(task) || !isAsked(task, viewer.person)) return null
  return text(
    task.proposedOwnerId === viewer.person
      ? t('task.card.offered', { name: nameOf(names, task.ownerId) })
      : t('task.card.asked'),
  )
}

const facts = (t: Translate, state: TaskState): Block => {
  const { task, names } = state
  const named = (id: string | null) => (id === null ? null : nameOf(names, id))
  const rows: [Key, Text | null][] = [
    ['task.field.status', statusLine(t, state)],
    ['task.field.owner', ownerLine(t, state)],
    ['task.field.start', task.startOn],
    ['task.field.due', task.dueOn],
    ['task.field.priority', t.named('task.priority', task.priority)],
    ['task.field.deliverable', task.deliverable && cut(task.deliverable, 300)],
    ['task.field.criteria', criteriaLine(state)],
    ['task.field.approver', named(task.approverId)],
    ['task.field.predecessor', predecessorLine(t, state)],
    ['task.field.strategy', state.place ? cut(state.place, 300) : null],
    ['task.field.support', task.support && cut(task.support, 300)],
    ['task.field.remarks', task.remarks && cut(task.remarks, 1000)],
  ]
  return fields(rows.flatMap(([key, value]) => (value === null ? [] : [[t(key), value] as const])))
}

/** The owner, and what is still open about it: not accepted, or offered to somebody else. */
const ownerLine = (t: Translate, { task, names }: TaskState): Text => {
  const owner = nameOf(names, task.ownerId)
  const proposed = task.proposedOwnerId
  return join([
    owner,
    ...(task.accepted || !isOpen(task) ? [] : [t('task.card.unaccepted')]),
    ...(proposed === null ? [] : [t('task.card.proposed', { name: nameOf(names, proposed) })]),
  ])
}

const source = ({ campaign }: TaskState): Block =>
  note(`${formatId('C', campaign.id)} ${cut(campaign.name, 80)}`)

const buttons = (t: Translate, state: TaskState, viewer: Viewer): Block => {
  const { task } = state
  const table = button(t('task.open.list'), 'tasks', { campaign: formatId('C', task.campaignId) })
  if (mustReview(state, viewer)) return actions(...reviewButtons(t, task), table)
  if (isOpen(task) && isAsked(task, viewer.person)) return actions(...answerButtons(t, task), table)
  const assign = isOpen(task) ? [assignButton(t, task)] : []
  return actions(...statusButtons(t, state), ...shiftButtons(t, state), ...assign, table)
}
