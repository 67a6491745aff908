/** The lines of the digest: tasks, KPIs, decisions, reports. */
import { formatId } from '../../kit/ids.js'
import { cut, join, mention, type Text } from '../../kit/text.js'
import { type LocalDate, localDate, localTime } from '../../kit/time.js'
import type { Translate } from '../../kit/translate.js'
import type { Viewer } from '../../kit/view.js'
import { daysLate, type Task } from '../task/index.js'

/** Names of people by id. */
export type Names = Readonly<Record<string, string>>

export interface Decision {
  ref: string
  subject: string
  revision: number
  role: string
  signer: { id: string; name: string }
  since: Date
}

export interface AlarmLine {
  name: string
  value: string
  state: 'amber' | 'red'
}

export interface ReportLine {
  document: string
  dueOn: LocalDate
}

/** Without the year where it is this one. */
const shortDate = (date: LocalDate, today: LocalDate): string =>
  date.slice(0, 4) === today.slice(0, 4) ? date.slice(5) : date

/** `M-003 活动页面开发 · 工程师 · 1 day late · 进行中` */
export const taskLine = (t: Translate, task: Task, names: Names, date: LocalDate): Text => {
  const late = daysLate(task, date)
  const owner = names[task.ownerId] ?? task.ownerId
  return join([
    [`${formatId('M', task.number)} `, { bold: cut(task.name, 60) }],
    owner,
    late > 0
      ? t('standup.daysLate', { count: late })
      : t('standup.due', { date: shortDate(task.dueOn, date) }),
    ...(late > 0 ? [t.named('task.status', task.status)] : []),
  ])
}

export const alarmLine = (t: Translate, { name, value, state }: AlarmLine): Text =>
  join([[{ bold: cut(name, 60) }], value, t.named('standup.alarm', state)])

/** The only people who are called by name so that they are notified: they have to act. */
export const decisionLine = (t: Translate, { zone }: Pick<Viewer, 'zone'>, decision: Decision): Text => {
  const { ref, subject, revision, role, signer, since } = decision
  const what = `${ref} ${t.named('approval.subject', subject)} v${revision}`
  const at = `${localDate(since, zone).slice(5)} ${localTime(since, zone)}`
  const title = t.named('people.role', role)
  const who: Text[] = title === signer.name ? [[mention(signer)]] : [title, [mention(signer)]]
  return join([what, ...who, t('standup.since', { at })])
}

export const reportLine = (t: Translate, date: LocalDate, { document, dueOn }: ReportLine): Text =>
  join([
    t.named('template.document', document),
    dueOn < date ? t('standup.overdue', { date: dueOn }) : t('standup.due', { date: dueOn }),
  ])
