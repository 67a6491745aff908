/** How the steps of approvals are kept: decided, opened, reset, passed on, added. */
import type { Db } from '../../kit/store.js'
import type { NewStep } from './approval.js'

const undecided = { in: ['waiting', 'pending'] }

export interface Decision {
  status: 'approved' | 'rejected'
  decidedById: string
  decidedAt: Date
  platform: string
  comment: string | null
  value?: string
}

/** Decides pending steps. @returns how many were still pending. */
export const decideSteps = async (db: Db, ids: readonly number[], decision: Decision): Promise<number> =>
  (await db.approvalStep.updateMany({ where: { id: { in: [...ids] }, status: 'pending' }, data: decision }))
    .count

export const openPosition = (db: Db, approvalId: number, position: number, at: Date) =>
  db.approvalStep.updateMany({
    where: { approvalId, position, status: 'waiting' },
    data: { status: 'pending', askedAt: at },
  })

/** Everything from `position` on is to be decided anew; what was decided stands in the log. */
export const resetFrom = (db: Db, approvalId: number, position: number) =>
  db.approvalStep.updateMany({
    where: { approvalId, position: { gte: position } },
    data: {
      ...{ status: 'waiting', askedAt: null, decidedById: null, decidedAt: null, platform: null },
      ...{ comment: null, carried: false, value: null },
    },
  })

/** Makes room for a step at `position`: whatever was asked there or later comes one later. */
export const makeRoom = async (db: Db, approvalId: number, position: number): Promise<void> => {
  await db.approvalStep.updateMany({
    where: { approvalId, position: { gte: position }, status: 'pending' },
    data: { status: 'waiting', askedAt: null },
  })
  await db.approvalStep.updateMany({
    where: { approvalId, position: { gte: position } },
    data: { position: { increment: 1 } },
  })
}

export const addStep = async (db: Db, step: NewStep & { approvalId: number }): Promise<void> => {
  await db.approvalStep.create({ data: step })
}

/** Passes open steps on to somebody else, who is asked from `at` on. @returns how many were still open */
export const passSteps = async (
  db: Db,
  steps: readonly { id: number; signerId: string }[],
  to: string,
  at: Date,
): Promise<number> => {
  const where = { id: { in: steps.map(({ id }) => id) }, status: undecided }
  const { count } = await db.approvalStep.updateMany({
    where,
    data: { signerId: to, givenById: steps[0]?.signerId ?? null },
  })
  await db.approvalStep.updateMany({ where: { ...where, status: 'pending' }, data: { askedAt: at } })
  return count
}

/** What a signer has filled in so far, as long as they are asked. @returns how many were still asked */
export const keepValue = async (db: Db, id: number, value: string | null): Promise<number> =>
  (await db.approvalStep.updateMany({ where: { id, status: 'pending' }, data: { value } })).count

/** Nobody needs to decide these any more. */
export const spareSteps = (db: Db, ids: readonly number[]) =>
  db.approvalStep.updateMany({
    where: { id: { in: [...ids] }, status: undecided },
    data: { status: 'void' },
  })

export const voidSteps = (db: Db, approvalId: number) =>
  db.approvalStep.updateMany({
    where: { approvalId, status: undecided },
    data: { status: 'void' },
  })
