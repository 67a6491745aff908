/** How somebody's page looks: what is late first, then what waits for their word, then what comes next. */
import { actions, type Block, button, type Card, card, list, note, type Tone, text } from '../../kit/card.js'
import { plainText } from '../../kit/text.js'
import type { Key, Translate } from '../../kit/translate.js'
import type { Viewer } from '../../kit/view.js'
import { type Issue, isOverdue } from '../issue/index.js'
import type { TaskParts } from './home.js'
import {
  type Alert,
  alertLine,
  type Decision,
  decisionLine,
  issueLine,
  type Known,
  type Line,
  taskLine,
} from './home.lines.js'

/** Lines of a section; what is more is counted. */
const mostLines = 10

export interface HomeState extends Known {
  tasks: TaskParts
  /** Signatures asked of the person, the longest waiting first. */
  decisions: readonly Decision[]
  /** To be solved by them, by remaining time. */
  issues: readonly Issue[]
  /** To be confirmed by them. */
  handled: readonly Issue[]
  /** Of the campaigns they lead. */
  alarms: readonly Alert[]
  /** With more than their eyes. */
  takesPart: boolean
}

export const homeCard =
  (state: HomeState) =>
  (t: Translate, viewer: Pick<Viewer, 'zone'>): Card => {
    const waiting = waitingSections(t, state, viewer.zone)
    const count = waiting.reduce((sum, [, lines]) => sum + lines.length, 0)
    const next = state.tasks.next.map((row) => taskLine(t, state, row))
    const later = state.tasks.later
    return card(
      t('home.title', { count }),
      [
        count + next.length === 0 ? text(t('home.empty')) : null,
        ...waiting.flatMap(([key, lines]) => section(t, key, lines)),
        ...section(t, 'home.section.next', next),
        later > 0 ? note(t('home.later', { count: later })) : null,
        buttons(t, state),
      ],
      toneOf(state, count),
    )
  }

/** What waits for the person, section by section. */
const waitingSections = (t: Translate, state: HomeState, zone: string): [Key, Line[]][] => {
  const { tasks, decisions, issues, handled, alarms } = state
  const asked = [
    ...decisions.map((one) => decisionLine(t, state, one)),
    ...tasks.asked.map((row) => taskLine(t, state, row)),
    ...handled.map((issue) => issueLine(t, state, issue, zone)),
  ]
  return [
    ['home.section.now', tasks.now.map((row) => taskLine(t, state, row))],
    ['home.section.asked', asked],
    ['home.section.issues', issues.map((issue) => issueLine(t, state, issue, zone))],
    ['home.section.alerts', redFirst(alarms).map((alarm) => alertLine(t, state, alarm))],
  ]
}

const redFirst = (alarms: readonly Alert[]): Alert[] => [
  ...alarms.filter(({ state }) => state === 'red'),
  ...alarms.filter(({ state }) => state !== 'red'),
]

const toneOf = ({ tasks, issues, alarms, at }: HomeState, waiting: number): Tone => {
  const late = tasks.now.some(({ task, today }) => task.dueOn < today)
  const red = alarms.some(({ state }) => state === 'red')
  if (late || red || issues.some((issue) => isOverdue(issue, at))) return 'bad'
  return waiting > 0 ? 'warn' : 'good'
}

/** A heading with its lines; nothing at all when there is nothing to say. */
const section = (t: Translate, key: Key, lines: readonly Line[]): Block[] => {
  if (lines.length === 0) return []
  const more = lines.length - mostLines
  return [
    text([{ bold: plainText(t(key, { count: lines.length })) }]),
    list(lines.slice(0, mostLines)),
    ...(more > 0 ? [note(t('home.more', { count: more }))] : []),
  ]
}

const buttons = (t: Translate, { takesPart }: HomeState): Block =>
  actions(
    ...(takesPart ? [button(t('home.button.new'), 'new')] : []),
    button(t('home.button.tasks'), 'my'),
    button(t('home.button.help'), 'help'),
  )
