/** The lines approval cards are made of: the chain with ticks, who decided when and for whom. */
import { formatId } from '../../kit/ids.js'
import { cut, join, plainText, type Text } from '../../kit/text.js'
import { localDate, localTime } from '../../kit/time.js'
import type { Translate } from '../../kit/translate.js'
import type { Viewer } from '../../kit/view.js'
import { approvalRef, isPending, type Step } from './approval.js'
import { ownRoles, subjects } from './flow/flows.js'
import { lineNumber } from './request/budget.js'

/** Names of people by id. */
export type Names = Readonly<Record<string, string>>
export const nameOf = (names: Names, id: string): string => names[id] ?? id

export const moment = (at: Date, { zone }: Pick<Viewer, 'zone'>) => ({
  date: localDate(at, zone),
  time: localTime(at, zone),
})

interface Titled {
  approval: { id: number; subject: string; topic: string; revision: number }
  campaign: { id: number; name: string }
}

/** `A-7 《活动策划方案》 v2 · C-1 618…` */
export const titleOf = (t: Translate, { approval, campaign }: Titled): Text =>
  t('approval.title', {
    ref: approvalRef(approval.id),
    subject: `${t.named('approval.subject', approval.subject)} ${cut(approval.topic, 60)}`.trim(),
    revision: approval.revision,
    campaign: `${formatId('C', campaign.id)} ${cut(campaign.name, 60)}`,
  })

/** A position of the company, or a role that follows from the document: its author, a signer who was added. */
export const roleName = (t: Translate, role: string): string => {
  if (role.startsWith('dept:')) return role.slice('dept:'.length)
  const own = (ownRoles as readonly string[]).includes(role)
  return own ? t.named('approval.role', role) : t.named('people.role', role)
}

/** A section of what is signed: of the plan, of a request, or a line of a budget. */
export const sectionName = (t: Translate, subject: string, item: string): string => {
  if ((subjects as readonly string[]).includes(subject)) return t.named('campaign.item', item)
  const line = lineNumber(item)
  return line === null ? t.named('approval.section', item) : plainText(t('approval.line', { number: line }))
}

const marks: Readonly<Record<string, string>> = { approved: ' ✓', rejected: ' ✗', pending: ' …' }

/** Joint signatures are joined by `+`, alternatives by `/`, a quorum says how many of them are needed. */
const positionText = (steps: readonly Step[], link: (step: Step) => Text): Text => {
  const [first] = steps
  const needed = first?.needed ?? steps.length
  if (needed >= steps.length) return join(steps.map(link), ' + ')
  const any = join(steps.map(link), ' / ')
  return needed === 1 ? any : join([any, `(${needed}/${steps.length})`], ' ')
}

/** Kinds of steps that the name of the document explains. */
const quiet = ['sign', 'agree', 'value', 'receipt']

/** `市场部经理 ✓ → 运营部主管 …`; what is asked for is named unless it is a signature (F20, F21, F22). */
export const chain = (t: Translate, steps: readonly Step[]): Text => {
  const positions = [...new Set(steps.map((step) => step.position))].sort((a, b) => a - b)
  const link = (step: Step): Text => {
    const words = `${roleName(t, step.role)}${marks[step.status] ?? ''}`
    return isPending(step) ? [{ bold: words }] : words
  }
  const links = positions.map((position) => {
    const at = steps.filter((step) => step.position === position)
    const kind = at[0]?.kind ?? 'sign'
    const text = positionText(at, link)
    return quiet.includes(kind) ? text : join([t.named('approval.kind', kind), text])
  })
  return join(links, ' → ')
}

/** `财务部负责人（丁）`; the role once when the person is called after it. */
export const signerName = (t: Translate, step: Pick<Step, 'role' | 'signerId'>, names: Names): string => {
  const [role, name] = [roleName(t, step.role), nameOf(names, step.signerId)]
  return role === name ? role : plainText(t('approval.signer', { role, name }))
}

/** Who decided: the signer, or `乙 代 财务部负责人（甲）` when a deputy did (peers D6). */
export const whoDecided = (t: Translate, step: Step, names: Names): string => {
  const signer = signerName(t, step, names)
  if (step.decidedById === null || step.decidedById === step.signerId) return signer
  return plainText(t('approval.behalf', { deputy: nameOf(names, step.decidedById), signer }))
}

/** `✓ approved 10:02 by head of finance (丁)`, with comment or reason. */
export const decisionLine = (t: Translate, viewer: Pick<Viewer, 'zone'>, step: Step, names: Names): Text =>
  join([step.status === 'rejected' ? '✗' : '✓', decisionWords(t, viewer, step, names)], ' ')

const decisionWords = (t: Translate, viewer: Pick<Viewer, 'zone'>, step: Step, names: Names): Text => {
  if (step.decidedAt === null) return t.named('approval.step', step.status)
  const params = { ...moment(step.decidedAt, viewer), who: whoDecided(t, step, names) }
  const words = decisionWord(step)
  const said = t(`approval.decided.${words}`, params)
  const line = step.kind === 'value' && step.value ? join([[{ bold: step.value }], said]) : said
  return step.comment ? join([line, `“${step.comment}”`], ' ') : line
}

/** What somebody has done with a step: signed, refused, commented, confirmed. */
const decisionWord = ({ status, carried, kind }: Step) => {
  if (status === 'rejected') return 'rejected'
  if (carried) return 'carried'
  return kind === 'comment' || kind === 'revise' || kind === 'confirm' || kind === 'receipt'
    ? kind
    : 'approved'
}

/** One signature of a list, which ticks it by itself. */
export const signatureLine = (t: Translate, viewer: Viewer, step: Step, names: Names): Text => {
  if (step.decidedAt === null)
    return join([signerName(t, step, names), t.named('approval.step', step.status)])
  return step.status === 'approved'
    ? decisionWords(t, viewer, step, names)
    : decisionLine(t, viewer, step, names)
}

export const commentLine = (
  viewer: Viewer,
  { byId, at, text }: { byId: string; at: Date; text: string },
  names: Names,
): Text => {
  const { date, time } = moment(at, viewer)
  return [{ bold: nameOf(names, byId) }, ` ${date} ${time}: ${text}`]
}
