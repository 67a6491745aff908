/** How codes are kept, and how what hangs on one person comes to hang on another. */
import type { Db } from '../../kit/store.js'

interface NewCode {
  hash: string
  personId: string
  expiresAt: Date
}

/** Keeps a code instead of the last one of the same person, and forgets those nobody may use any more. */
export const keepCode = async (db: Db, code: NewCode, at: Date): Promise<void> => {
  const over = { OR: [{ personId: code.personId }, { expiresAt: { lte: at } }] }
  await db.linkCode.deleteMany({ where: over })
  await db.linkCode.create({ data: code })
}

/** Uses a code up. @returns whose it was; null when it is unknown, over, or somebody was faster. */
export const takeCode = async (db: Db, hash: string, at: Date): Promise<string | null> => {
  const code = await db.linkCode.findFirst({ where: { hash, expiresAt: { gt: at } } })
  const { count } = await db.linkCode.deleteMany({ where: { hash } })
  return code && count === 1 ? code.personId : null
}

/** The word under which a wrong code is recorded. */
export const wrongCode = 'person.wrongCode'

/** How many wrong codes `personId` has typed since. */
export const wrongCodes = (db: Db, personId: string, since: Date): Promise<number> =>
  db.auditEvent.count({ where: { subject: `person:${personId}`, action: wrongCode, at: { gt: since } } })

/** Accounts, roles and deputies of `other` become those of `survivor`; nobody stands in for themselves. */
export const merge = async (db: Db, survivor: string, other: string): Promise<void> => {
  await db.account.updateMany({ where: { personId: other }, data: { personId: survivor } })
  const roles = await db.personRole.findMany({ where: { personId: other } })
  const granted = roles.map(({ role }) => ({ personId: survivor, role }))
  await db.personRole.createMany({ data: granted, skipDuplicates: true })
  await db.personRole.deleteMany({ where: { personId: other } })
  await mergeDeputies(db, survivor, other)
  await mergeAbsences(db, survivor, other)
}

const mergeAbsences = async (db: Db, survivor: string, other: string): Promise<void> => {
  await db.absence.updateMany({ where: { personId: other }, data: { personId: survivor } })
  await db.absence.updateMany({ where: { deputyId: other }, data: { deputyId: survivor } })
  await db.absence.deleteMany({ where: { personId: survivor, deputyId: survivor } })
}

const mergeDeputies = async (db: Db, survivor: string, other: string): Promise<void> => {
  const named = { OR: [{ personId: other }, { deputyId: other }] }
  const renamed = (id: string) => (id === other ? survivor : id)
  const pairs = (await db.deputy.findMany({ where: named }))
    .map(({ personId, deputyId }) => ({ personId: renamed(personId), deputyId: renamed(deputyId) }))
    .filter(({ personId, deputyId }) => personId !== deputyId)
  await db.deputy.deleteMany({ where: named })
  await db.deputy.createMany({ data: pairs, skipDuplicates: true })
}
