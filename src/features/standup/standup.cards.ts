/** How the digest looks: where the campaign stands today, what is late, who has to act. */
import {
  actions,
  type Block,
  button,
  type Card,
  card,
  fields,
  list,
  note,
  progress,
  type Tone,
  text,
} from '../../kit/card.js'
import { formatId } from '../../kit/ids.js'
import { cut, join, plainText, type Text } from '../../kit/text.js'
import { type LocalDate, weekday } from '../../kit/time.js'
import type { Key, Translate } from '../../kit/translate.js'
import type { Viewer } from '../../kit/view.js'
import type { Task } from '../task/index.js'
import { countsOf, type Day } from './standup.js'
import {
  type AlarmLine,
  alarmLine,
  type Decision,
  decisionLine,
  type Names,
  type ReportLine,
  reportLine,
  taskLine,
} from './standup.lines.js'

export interface DigestState {
  campaign: { id: number; name: string }
  date: LocalDate
  /** Day `day` of `total`; null between and outside the phases. */
  phase: { label: string; day: number; total: number } | null
  /** Days from today to the launch, negative after it. */
  toLaunch: number
  day: Day
  /** Names of people by id. */
  names: Names
  alarms: readonly AlarmLine[]
  decisions: readonly Decision[]
  /** Documents not delivered yet, due soon or overdue. */
  reports: readonly ReportLine[]
  /** Whether the working days of this year are known. */
  yearKnown: boolean
  /** Minutes after its time; 0 when in time. */
  lateBy: number
}

const mostLines = 20

/** The card of one campaign and day (F71). */
export const digestCard =
  (state: DigestState) =>
  (t: Translate, viewer: Viewer): Card =>
    card(
      t('standup.title', { campaign: cut(state.campaign.name, 80), date: state.date }),
      [
        fields(overview(t, state)),
        progress(t('standup.tasks'), state.day.done, state.day.total),
        ...taskBlocks(t, state),
        ...section(
          t,
          'standup.kpis',
          state.alarms.map((alarm) => alarmLine(t, alarm)),
        ),
        ...section(
          t,
          'standup.decisions',
          state.decisions.map((decision) => decisionLine(t, viewer, decision)),
        ),
        ...section(
          t,
          'standup.reports',
          state.reports.map((report) => reportLine(t, state.date, report)),
        ),
        ...notes(t, state),
        buttons(t, state),
      ],
      toneOf(state),
    )

const toneOf = ({ day, alarms, decisions }: DigestState): Tone => {
  if (day.late.length > 0 || alarms.some(({ state }) => state === 'red')) return 'bad'
  return alarms.length > 0 || decisions.length > 0 ? 'warn' : 'good'
}

const overview = (t: Translate, { campaign, date, phase, toLaunch, day }: DigestState): [Text, Text][] => [
  [t('standup.field.campaign'), formatId('C', campaign.id)],
  [t('standup.field.date'), join([date, t.named('standup.weekday', String(weekday(date)))])],
  [
    t('standup.field.phase'),
    phase ? t('standup.phase', { ...phase, label: cut(phase.label, 40) }) : t('standup.noPhase'),
  ],
  [t('standup.field.launch'), launch(t, toLaunch)],
  [t('standup.field.tasks'), t('standup.counts', countsOf(day))],
]

const launch = (t: Translate, days: number): Text => {
  if (days === 0) return t('standup.launchToday')
  return days > 0 ? t('standup.toLaunch', { days }) : t('standup.sinceLaunch', { days: -days })
}

/** Late first, then due today, in progress, not started: at most twenty lines in all. */
const taskBlocks = (t: Translate, { day, names, date }: DigestState): Block[] => {
  const parts: [Key, Task[]][] = [
    ['standup.late', day.late],
    ['standup.today', day.today],
    ['standup.doing', day.doing],
    ['standup.todo', day.todo],
  ]
  let room = mostLines
  return parts.flatMap(([key, tasks]) => {
    const shown = tasks.slice(0, room)
    room -= shown.length
    const lines = shown.map((task) => taskLine(t, task, names, date))
    return section(t, key, lines, tasks.length)
  })
}

/** A heading with its lines; nothing at all when there is nothing to say. */
const section = (t: Translate, key: Key, lines: readonly Text[], count = lines.length): Block[] => {
  if (count === 0) return []
  const shown = lines.slice(0, mostLines)
  const more = count - shown.length
  return [
    text([{ bold: plainText(t(key, { count })) }]),
    ...(shown.length > 0 ? [list(shown.map((line) => ({ text: line })))] : []),
    ...(more > 0 ? [note(t('standup.more', { count: more }))] : []),
  ]
}

const notes = (t: Translate, { date, yearKnown, lateBy }: DigestState): Block[] => [
  ...(yearKnown ? [] : [note(t('standup.unknownYear', { year: date.slice(0, 4) }))]),
  ...(lateBy > 0 ? [note(t('standup.lateRun', { minutes: lateBy }))] : []),
]

const buttons = (t: Translate, { campaign, alarms, decisions }: DigestState): Block => {
  const args = { campaign: formatId('C', campaign.id) }
  return actions(
    button(t('standup.button.tasks'), 'tasks', args),
    ...(alarms.length > 0 ? [button(t('standup.button.kpis'), 'kpis', args)] : []),
    ...(decisions.length > 0 ? [button(t('standup.button.approvals'), 'approvals', args)] : []),
    button(t('standup.button.campaign'), 'show', args),
  )
}
