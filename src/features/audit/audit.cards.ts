/** How the audit log looks: one line per event, newest first. */
import { actions, type Button, type Card, card, list, note, text } from '../../kit/card.js'
import { cut, join, type Text } from '../../kit/text.js'
import { localDate, localTime } from '../../kit/time.js'
import type { Translate } from '../../kit/translate.js'
import type { Viewer } from '../../kit/view.js'
import { type Change, partsOf } from './audit.js'
import type { Line } from './lines.js'

export interface AuditState {
  title: string
  lines: readonly Line[]
  /** How many lines there are that are not shown. */
  more: number
  /** Shows them. */
  further?: Button
}

/** Most fields of one line; the store keeps them all. */
const mostChanges = 5

export const auditCard =
  ({ title, lines, more, further }: AuditState) =>
  (t: Translate, { zone }: Pick<Viewer, 'zone'>): Card =>
    card(t('audit.title', { about: cut(title, 80) }), [
      lines.length === 0
        ? text(t('audit.none'))
        : list(lines.map((line) => ({ text: lineText(t, zone, line) }))),
      more > 0 ? note(t('audit.more', { count: more })) : null,
      further ? actions(further) : null,
      note(t('audit.zone', { zone })),
    ])

export const lineText = (
  t: Translate,
  zone: string,
  { at, who, platform, action, ref, changes }: Line,
): Text => {
  const shown = changes.slice(0, mostChanges).map(changeText)
  return join([
    `${localDate(at, zone)} ${localTime(at, zone)}`,
    [{ bold: who ?? doer(t, platform) }],
    `${actionText(t, action)} ${ref}`,
    ...(shown.length > 0 ? [join(shown, ', ')] : []),
    ...(who === null ? [] : [t.named('audit.platform', platform)]),
  ])
}

/** What nobody did, the clock or a chat platform did. */
const doer = (t: Translate, platform: string): string =>
  platform === 'clock' ? t.named('audit', 'clock') : t.named('audit.platform', platform)

/** The words of an action; an action without words is shown as it is stored. */
export const actionText = (t: Translate, action: string): string => {
  const { noun, verb } = partsOf(action)
  const words = t.named(`audit.action.${noun}`, verb)
  return words === verb ? action : words
}

const changeText = ({ before, after }: Change): Text => {
  const [from, to] = [before, after].map((value) => (value === null ? '–' : cut(value, 60)))
  return before === null ? (to ?? '') : `${from} → ${to}`
}
