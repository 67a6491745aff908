/** The lines of somebody's page: each says what it is, until when, in which campaign, with the buttons to act on it. */
import { type Button, button } from '../../kit/card.js'
import { formatId } from '../../kit/ids.js'
import { cut, join, type Text } from '../../kit/text.js'
import type { Translate } from '../../kit/translate.js'
import { type Approval, age, decideButtons, roleName, showButton } from '../approval/index.js'
import { deadlineText, type Issue, issueRef, openButton, statusButtons } from '../issue/index.js'
import type { Kpi } from '../kpi/index.js'
import { type Row, rowButtons, shortDate, statusLine, taskRef } from '../task/index.js'

export interface Line {
  text: Text
  buttons: Button[]
}

/** A signature asked of somebody. */
export interface Decision {
  approval: Pick<Approval, 'id' | 'subject' | 'revision' | 'campaignId' | 'version'>
  step: { id: number; kind: string; role: string; signerId: string }
  /** Since when it waits. */
  since: Date
}

export interface Alert {
  kpi: Pick<Kpi, 'name' | 'campaignId'>
  value: string
  state: 'amber' | 'red'
}

export interface Known {
  person: string
  /** When it is drawn. */
  at: Date
  /** Names of people by id, of campaigns by number. */
  names: Readonly<Record<string, string>>
  campaigns: Readonly<Record<number, string>>
}

/** References name the campaign already where they carry it (C-1/M-003); its name tells people more. */
const campaignName = ({ campaigns }: Known, id: number): string => cut(campaigns[id] ?? formatId('C', id), 24)

/** `C-1/M-003 活动页面开发 · 05-12 · in progress · 1 day late · 618…` */
export const taskLine = (t: Translate, known: Known, row: Row): Line => {
  const { task, today } = row
  const name = [`${taskRef(task)} `, { bold: cut(task.name, 60) }]
  const rest = [shortDate(task.dueOn, today), statusLine(t, row), campaignName(known, task.campaignId)]
  return { text: join([name, ...rest]), buttons: rowButtons(t, row, known.person) }
}

/** `A-7 《活动策划方案》 v1 · head of finance · 5 hours · 618…`; a deputy reads for whom. */
export const decisionLine = (t: Translate, known: Known, { approval, step, since }: Decision): Line => {
  const { id, subject, revision, campaignId } = approval
  const title = `${t.named('approval.subject', subject)} v${revision}`
  const signer = known.names[step.signerId] ?? step.signerId
  const text = join([
    [`${formatId('A', id)} `, { bold: title }],
    roleName(t, step.role),
    ...(step.signerId === known.person ? [] : [t('home.instead', { name: signer })]),
    age(t, known.at.getTime() - since.getTime()),
    campaignName(known, campaignId),
  ])
  return { text, buttons: [...decideButtons(t, approval, step), showButton(t, id)] }
}

/** `I-5 Feed-ad CTR 1.2 % · 06-11 09:00 · 14 hours left · being handled · 618…` */
export const issueLine = (t: Translate, known: Known, issue: Issue, zone: string): Line => {
  const handled = issue.status === 'handled'
  const owner = known.names[issue.ownerId] ?? issue.ownerId
  const text = join([
    [`${issueRef(issue.id)} `, { bold: cut(issue.title, 60) }],
    handled ? owner : deadlineText(t, issue, known.at, zone),
    t.named('issue.status', issue.status),
    campaignName(known, issue.campaignId),
  ])
  return { text, buttons: [...statusButtons(t, issue), openButton(t, issue)] }
}

/** `UV(日) · 8万 · at the limit · 618…` */
export const alertLine = (t: Translate, known: Known, { kpi, value, state }: Alert): Line => {
  const name = campaignName(known, kpi.campaignId)
  const text = join([[{ bold: cut(kpi.name, 60) }], value, t.named('kpi.state', state), name])
  return { text, buttons: [button(t('kpi.open'), 'kpis', { campaign: formatId('C', kpi.campaignId) })] }
}
