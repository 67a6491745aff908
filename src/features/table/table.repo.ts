/** How shown tables are kept until somebody decides about them. */
import type { Db, Prisma } from '../../kit/store.js'

export type Draft = Prisma.ImportDraftGetPayload<object>
export type NewDraft = Prisma.ImportDraftUncheckedCreateInput

const day = 86_400_000
/** Milliseconds for which a preview may be decided about: what it was made from changes. */
export const keptFor = 3 * day

export const draftById = (db: Db, id: number): Promise<Draft | null> =>
  Number.isSafeInteger(id) && id > 0 && id < 2 ** 31
    ? db.importDraft.findUnique({ where: { id } })
    : Promise.resolve(null)

/** Keeps a new one; whatever is too old goes. */
export const addDraft = async (db: Db, draft: NewDraft, at: Date): Promise<Draft> => {
  await db.importDraft.deleteMany({ where: { createdAt: { lt: new Date(at.getTime() - keptFor) } } })
  return db.importDraft.create({ data: draft })
}

/** @returns false when it has been decided already. */
export const decideDraft = async (
  db: Db,
  { id, version }: Draft,
  data: Prisma.ImportDraftUpdateManyMutationInput,
) => {
  const { count } = await db.importDraft.updateMany({
    where: { id, version, status: 'open' },
    data: { ...data, version: { increment: 1 } },
  })
  return count === 1
}
