/** How a verification of the log looks: whole, with the hash to keep, or the first place where it is not. */
import { type Card, card, fields, note, text } from '../../kit/card.js'
import { type ChainReport, shortHash } from '../../kit/chain.js'
import { join, type Text } from '../../kit/text.js'
import { localDate, localTime } from '../../kit/time.js'
import type { Translate } from '../../kit/translate.js'
import type { Viewer } from '../../kit/view.js'
import { lineText } from './audit.cards.js'
import type { Line } from './lines.js'

export interface VerifiedState {
  report: ChainReport
  /** The events that a break names, in words. */
  lines: { event?: Line | undefined; before?: Line | undefined }
  /** The hash that was asked for. */
  asked?: string | undefined
}

export const verifiedCard =
  ({ report, lines, asked }: VerifiedState) =>
  (t: Translate, { zone }: Pick<Viewer, 'zone'>): Card => {
    const { broken, kept, hash } = report
    const lost = asked !== undefined && kept === null
    const found = asked === undefined || kept === null ? null : t('audit.verified.kept', { count: kept })
    return card(
      t(`audit.verified.${broken ? 'broken' : lost ? 'lost' : 'whole'}`),
      [
        broken ? text(t(`audit.verified.${broken.kind}`, { place: broken.seq ?? '–' })) : null,
        lines.event ? text(lineText(t, zone, lines.event)) : null,
        lines.before ? text(join([t('audit.verified.before'), lineText(t, zone, lines.before)], ' ')) : null,
        lost ? text(t('audit.verified.unknown', { hash: asked })) : null,
        found ? text(found) : null,
        report.events > 0 ? fields(factsOf(t, zone, report)) : null,
        note(
          t(broken || lost ? 'audit.verified.keep' : hash === '' ? 'audit.none' : 'audit.verified.advice'),
        ),
      ],
      broken || lost ? 'bad' : 'good',
    )
  }

const factsOf = (t: Translate, zone: string, { events, first, last, hash }: ChainReport) => {
  const moment = (at: Date | null) => (at ? `${localDate(at, zone)} ${localTime(at, zone)}` : '–')
  const facts: (readonly [Text, Text])[] = [
    [t('audit.verified.events'), String(events)],
    [t('audit.verified.time'), `${moment(first)} – ${moment(last)} (${zone})`],
    [t('audit.verified.short'), shortHash(hash)],
    [t('audit.verified.hash'), hash],
  ]
  return facts
}
