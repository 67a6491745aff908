/** How approvals are kept. */
import type { Db, Prisma } from '../../kit/store.js'
import type { NewStep } from './approval.js'
import type { Content } from './content.js'

const whole = {
  steps: { orderBy: [{ position: 'asc' }, { id: 'asc' }] },
  comments: { orderBy: { id: 'asc' } },
} satisfies Prisma.ApprovalInclude
type Row = Prisma.ApprovalGetPayload<{ include: typeof whole }>

/** An approval with its steps in order of position and its comments, oldest first. */
export type Approval = Omit<Row, 'content'> & { content: Content }

const read = (row: Row): Approval => ({ ...row, content: row.content as unknown as Content })

export const approvalById = async (db: Db, id: number): Promise<Approval | null> => {
  const row = await db.approval.findUnique({ where: { id }, include: whole })
  return row && read(row)
}

export const approvalOfStep = async (db: Db, step: number): Promise<Approval | null> => {
  const row = await db.approval.findFirst({ where: { steps: { some: { id: step } } }, include: whole })
  return row && read(row)
}

/** The revisions of one document of a campaign, oldest first. */
export const approvalsOf = async (
  db: Db,
  campaignId: number,
  subject: string,
  topic = '',
): Promise<Approval[]> =>
  (
    await db.approval.findMany({
      where: { campaignId, subject, topic },
      include: whole,
      orderBy: { revision: 'asc' },
    })
  ).map(read)

/** Everything of one kind in a campaign, whatever it is about, oldest first. */
export const approvalsIn = async (db: Db, campaignId: number, subject: string): Promise<Approval[]> =>
  (
    await db.approval.findMany({
      where: { campaignId, subject },
      include: whole,
      orderBy: [{ revision: 'asc' }, { id: 'asc' }],
    })
  ).map(read)

/** The newest revision of one document of a campaign. */
export const lastApproval = (
  db: Db,
  campaignId: number,
  subject: string,
  topic = '',
): Promise<Approval | null> => newest(db, { campaignId, subject, topic })

/** The revision before `approval`. */
export const revisionBefore = (
  db: Db,
  { campaignId, subject, topic, revision }: Approval,
): Promise<Approval | null> => newest(db, { campaignId, subject, topic, revision: revision - 1 })

const newest = async (db: Db, where: Prisma.ApprovalWhereInput): Promise<Approval | null> => {
  const row = await db.approval.findFirst({ where, include: whole, orderBy: { revision: 'desc' } })
  return row && read(row)
}

export const openApprovals = async (db: Db, campaignId: number): Promise<Approval[]> =>
  (
    await db.approval.findMany({
      where: { campaignId, status: 'pending' },
      include: whole,
      orderBy: { id: 'asc' },
    })
  ).map(read)

const running = { status: { in: ['active', 'paused'] } }
const undecided = { in: ['waiting', 'pending'] }

/** What waits for a signature of one of `signers`, in all campaigns that still run, the longest waiting first. */
export const openApprovalsFor = async (db: Db, signers: readonly string[]): Promise<Approval[]> =>
  (
    await db.approval.findMany({
      where: {
        status: 'pending',
        campaign: running,
        steps: { some: { status: 'pending', signerId: { in: [...signers] } } },
      },
      include: whole,
      orderBy: { id: 'asc' },
    })
  ).map(read)

/** Open approvals that `signer` is or will be asked to sign, in all campaigns that still run. */
export const openApprovalsNaming = (db: Db, signer: string): Promise<{ id: number; campaignId: number }[]> =>
  db.approval.findMany({
    where: { status: 'pending', campaign: running, steps: { some: { signerId: signer, status: undecided } } },
    select: { id: true, campaignId: true },
    orderBy: { id: 'asc' },
  })

/**
 * Holds the approval until the transaction ends: decisions queue up here, and each reads, in a later
 * statement, what the one before has committed. That makes "was this the last signature?" right under
 * read committed.
 */
export const lockApproval = (db: Db, id: number) =>
  db.$queryRaw`SELECT 1 FROM "Approval" WHERE id = ${id} FOR NO KEY UPDATE`

export interface NewApproval {
  campaignId: number
  subject: string
  topic: string
  revision: number
  preset: string
  content: Content
  contentHash: string
  submittedById: string
  submittedAt: Date
}

/** Stores a revision with its steps; null when somebody else has stored this revision at the same time. */
export const addApproval = async (
  db: Db,
  approval: NewApproval,
  steps: readonly NewStep[],
): Promise<Approval | null> => {
  const data = { ...approval, content: approval.content as unknown as Prisma.InputJsonValue }
  const [row] = await db.approval.createManyAndReturn({ data: [data], skipDuplicates: true })
  if (!row) return null
  await db.approvalStep.createMany({ data: steps.map((step) => ({ ...step, approvalId: row.id })) })
  return approvalById(db, row.id)
}

/** How an approval may end; expired: nobody answered; superseded: a newer revision takes its place. */
export type End = 'approved' | 'rejected' | 'withdrawn' | 'expired' | 'superseded'

/** Counts the change, and ends the approval with `end`. @returns 0 when it had changed or ended meanwhile. */
export const moveApproval = async (
  db: Db,
  { id, version }: { id: number; version: number },
  end?: { status: End; decidedAt: Date },
): Promise<number> =>
  (
    await db.approval.updateMany({
      where: { id, version, status: 'pending' },
      data: { ...end, version: { increment: 1 } },
    })
  ).count

export const addComment = (db: Db, comment: { approvalId: number; byId: string; at: Date; text: string }) =>
  db.approvalComment.create({ data: comment })

/** What names `other` names `person` from now on, decisions and comments too: both were theirs. */
export const renameIn = async (db: Db, other: string, person: string): Promise<void> => {
  await db.approval.updateMany({ where: { submittedById: other }, data: { submittedById: person } })
  await db.approvalStep.updateMany({ where: { signerId: other }, data: { signerId: person } })
  await db.approvalStep.updateMany({ where: { decidedById: other }, data: { decidedById: person } })
  await db.approvalStep.updateMany({ where: { givenById: other }, data: { givenById: person } })
  await db.approvalComment.updateMany({ where: { byId: other }, data: { byId: person } })
}
