/** The signed sheet of an approval (签批单) as a document: what was signed, by whom and when, and how to check it. */
import { shortHash } from '../../kit/chain.js'
import type { Document, DocumentBlock } from '../../kit/document.js'
import { formatId } from '../../kit/ids.js'
import type { Translate } from '../../kit/translate.js'
import { approvalRef } from './approval.js'
import { type Names, nameOf, roleName, sectionName } from './approval.lines.js'
import type { Approval } from './approval.repo.js'
import { actsOf, commentsOf, revisionsOf } from './sheet.acts.js'
import { heading, momentIn, type SheetState, say } from './sheet.words.js'

/** Everything that is said of `state`, in the language of `t`. */
export const sheetOf = (t: Translate, state: SheetState): Document => {
  const { approval, campaign } = state
  const ref = approvalRef(approval.id)
  return {
    title: say(t, 'approval.sheet.title', { ref, document: nameOfDocument(t, approval) }),
    subtitle: `${formatId('C', campaign.id)} ${campaign.name}`,
    blocks: [
      ...about(t, state),
      ...contentOf(t, approval),
      ...signaturesOf(t, state),
      ...commentsOf(t, state),
      ...revisionsOf(t, state),
      ...actsOf(t, state),
    ],
    foot: `Drumbeat · ${ref} v${approval.revision} · ${shortHash(approval.contentHash)} · ${state.zone}`,
  }
}

const nameOfDocument = (t: Translate, { subject, topic, revision }: Approval): string =>
  [t.named('approval.subject', subject), topic, `v${revision}`].filter((part) => part !== '').join(' ')

const about = (t: Translate, { approval, campaign, names, acts, zone }: SheetState): DocumentBlock[] => {
  const moment = momentIn(zone)
  const last = acts.findLast(({ seal }) => seal)?.seal
  return [
    heading(say(t, 'approval.sheet.about')),
    {
      kind: 'pairs',
      pairs: [
        [say(t, 'approval.sheet.document'), nameOfDocument(t, approval)],
        [say(t, 'approval.sheet.campaign'), `${formatId('C', campaign.id)} ${campaign.name}`],
        [say(t, 'approval.sheet.status'), t.named('approval.status', approval.status)],
        [say(t, 'approval.sheet.by'), nameOf(names, approval.submittedById)],
        [say(t, 'approval.sheet.submitted'), moment(approval.submittedAt)],
        [say(t, 'approval.sheet.ended'), moment(approval.decidedAt)],
        [say(t, 'approval.sheet.zone'), zone],
        [say(t, 'approval.sheet.hash'), approval.contentHash],
        [say(t, 'approval.sheet.seal'), last ? `#${last.seq} ${last.hash}` : '–'],
      ],
    },
  ]
}

const contentOf = (t: Translate, { subject, content }: Approval): DocumentBlock[] => [
  heading(say(t, 'approval.sheet.content')),
  {
    kind: 'pairs',
    pairs: content.sections.map(
      ({ item, content: text }) => [sectionName(t, subject, item), text || say(t, 'approval.empty')] as const,
    ),
  },
]

const signaturesOf = (t: Translate, { approval, names, zone }: SheetState): DocumentBlock[] => {
  const moment = momentIn(zone)
  const shares = [8, 17, 22, 14, 17, 22]
  const labels = (['step', 'role', 'signer', 'decision', 'time', 'comment'] as const).map((name) =>
    say(t, `approval.sheet.column.${name}`),
  )
  return [
    heading(say(t, 'approval.sheet.signatures')),
    {
      kind: 'table',
      columns: labels.map((label, i) => ({ label, share: shares[i] ?? 1 })),
      rows: approval.steps.map((step) => [
        String(step.position),
        roleName(t, step.role),
        signerOf(t, step, names),
        decisionOf(t, step),
        moment(step.decidedAt),
        [step.value, step.comment].filter((part) => part).join('\n'),
      ]),
    },
  ]
}

type Step = Approval['steps'][number]

/** `乙 代 甲` when a deputy decided, and whose it was before it was passed on. */
const signerOf = (t: Translate, step: Step, names: Names): string => {
  const signer = nameOf(names, step.signerId)
  const deputy = step.decidedById !== null && step.decidedById !== step.signerId ? step.decidedById : null
  const who = deputy ? say(t, 'approval.behalf', { deputy: nameOf(names, deputy), signer }) : signer
  const given = step.givenById ? say(t, 'approval.sheet.given', { name: nameOf(names, step.givenById) }) : ''
  return [who, given].filter((part) => part !== '').join('\n')
}

const decisionOf = (t: Translate, { kind, status, carried, decidedAt }: Step): string => {
  const done = kind !== 'sign' && decidedAt !== null && status === 'approved'
  const decision = done ? t.named('approval.kind', kind) : t.named('approval.step', status)
  return carried ? `${decision}\n${say(t, 'approval.sheet.carried')}` : decision
}
