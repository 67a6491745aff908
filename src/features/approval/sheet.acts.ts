/** The parts of the signed sheet that tell what came before and beside: comments, earlier versions, the log. */
import { shortHash } from '../../kit/chain.js'
import type { DocumentBlock } from '../../kit/document.js'
import type { Translate } from '../../kit/translate.js'
import { approvalRef } from './approval.js'
import { nameOf } from './approval.lines.js'
import { heading, momentIn, type SheetState, say } from './sheet.words.js'

export const commentsOf = (t: Translate, { approval, names, zone }: SheetState): DocumentBlock[] => {
  if (approval.comments.length === 0) return []
  const columns = [
    { label: say(t, 'approval.sheet.column.time'), share: 20 },
    { label: say(t, 'approval.sheet.column.who'), share: 20 },
    { label: say(t, 'approval.sheet.column.comment'), share: 60 },
  ]
  const rows = approval.comments.map(({ at, byId, text }) => [momentIn(zone)(at), nameOf(names, byId), text])
  return [heading(say(t, 'approval.sheet.comments')), { kind: 'table', columns, rows }]
}

export const revisionsOf = (
  t: Translate,
  { approval, revisions, names, zone }: SheetState,
): DocumentBlock[] => {
  const others = revisions.filter(({ revision }) => revision < approval.revision)
  if (others.length === 0) return []
  const moment = momentIn(zone)
  const columns = [
    { label: say(t, 'approval.sheet.column.version'), share: 18 },
    { label: say(t, 'approval.sheet.status'), share: 16 },
    { label: say(t, 'approval.sheet.by'), share: 18 },
    { label: say(t, 'approval.sheet.submitted'), share: 24 },
    { label: say(t, 'approval.sheet.ended'), share: 24 },
  ]
  const rows = others.map((one) => [
    `${approvalRef(one.id)} v${one.revision}`,
    t.named('approval.status', one.status),
    nameOf(names, one.submittedById),
    moment(one.submittedAt),
    moment(one.decidedAt),
  ])
  return [heading(say(t, 'approval.sheet.earlier')), { kind: 'table', columns, rows }]
}

export const actsOf = (t: Translate, { acts, more, names, zone }: SheetState): DocumentBlock[] => {
  const columns = [
    { label: say(t, 'approval.sheet.column.time'), share: 19 },
    { label: say(t, 'approval.sheet.column.who'), share: 16 },
    { label: say(t, 'approval.sheet.column.act'), share: 17 },
    { label: say(t, 'approval.sheet.column.comment'), share: 24 },
    { label: say(t, 'approval.sheet.column.seal'), share: 24 },
  ]
  const rows = acts.map(({ at, actorId, platform, action, after, seal }) => [
    momentIn(zone)(at),
    actorId ? `${nameOf(names, actorId)}\n${t.named('audit.platform', platform)}` : say(t, 'audit.clock'),
    t.named('audit.action.approval', action.slice(action.indexOf('.') + 1)),
    saidIn(after),
    seal ? `#${seal.seq}\n${shortHash(seal.hash)}` : '–',
  ])
  return [
    heading(say(t, 'approval.sheet.acts')),
    { kind: 'table', columns, rows },
    ...(more > 0 ? [{ kind: 'text', text: say(t, 'audit.more', { count: more }) } as const] : []),
    { kind: 'text', text: say(t, 'approval.sheet.check'), soft: true },
  ]
}

/** What somebody wrote with an act. */
const saidIn = (after: unknown): string => {
  if (typeof after !== 'object' || after === null) return ''
  const { comment, reason } = after as { comment?: unknown; reason?: unknown }
  return [comment, reason].filter((part) => typeof part === 'string').join('\n')
}
