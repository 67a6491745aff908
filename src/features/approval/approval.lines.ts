/** The lines approval cards are made of: the chain with ticks, who decided when and for whom. */
import { formatId } from '../../kit/ids.js'
import { cut, join, plainText, type Text } from '../../kit/text.js'
import { localDate, localTime } from '../../kit/time.js'
import type { Translate } from '../../kit/translate.js'
import type { Viewer } from '../../kit/view.js'
import { approvalRef, isPending, type Step } from './approval.js'

/** Names of people by id. */
export type Names = Readonly<Record<string, string>>
export const nameOf = (names: Names, id: string): string => names[id] ?? id

export const moment = (at: Date, { zone }: Pick<Viewer, 'zone'>) => ({
  date: localDate(at, zone),
  time: localTime(at, zone),
})

interface Titled {
  approval: { id: number; subject: string; revision: number }
  campaign: { id: number; name: string }
}

/** `A-7 《活动策划方案》 v2 · C-1 618…` */
export const titleOf = (t: Translate, { approval, campaign }: Titled): Text =>
  t('approval.title', {
    ref: approvalRef(approval.id),
    subject: t.named('approval.subject', approval.subject),
    revision: approval.revision,
    campaign: `${formatId('C', campaign.id)} ${cut(campaign.name, 60)}`,
  })

const marks: Readonly<Record<string, string>> = { approved: ' ✓', rejected: ' ✗', pending: ' …' }

/** `市场部经理 ✓ → 运营部主管 …`; joint signatures are joined by `+` (F20, F21). */
export const chain = (t: Translate, steps: readonly Step[]): Text => {
  const positions = [...new Set(steps.map((step) => step.position))].sort((a, b) => a - b)
  const link = (step: Step): Text => {
    const words = `${t.named('people.role', step.role)}${marks[step.status] ?? ''}`
    return isPending(step) ? [{ bold: words }] : words
  }
  return join(
    positions.map((position) => join(steps.filter((step) => step.position === position).map(link), ' + ')),
    ' → ',
  )
}

/** `财务部负责人（丁）`; the role once when the person is called after it. */
export const signerName = (t: Translate, step: Pick<Step, 'role' | 'signerId'>, names: Names): string => {
  const [role, name] = [t.named('people.role', step.role), nameOf(names, step.signerId)]
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
  const words = step.status === 'rejected' ? 'rejected' : step.carried ? 'carried' : 'approved'
  const line = t(`approval.decided.${words}`, params)
  return step.comment ? join([line, `“${step.comment}”`], ' ') : line
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
