/** How people are kept. */
import { randomUUID } from 'node:crypto'
import { Overtaken } from '../../kit/errors.js'
import type { Db, Prisma } from '../../kit/store.js'
import { addAccount, type NewAccount } from './account.repo.js'

const whole = { roles: true, department: true, accounts: true, deputies: true } satisfies Prisma.PersonInclude
export type Person = Prisma.PersonGetPayload<{ include: typeof whole }>

export const personById = (db: Db, id: string): Promise<Person | null> =>
  db.person.findUnique({ where: { id }, include: whole })

export const peopleByIds = (db: Db, ids: readonly string[]): Promise<Person[]> =>
  db.person.findMany({ where: { id: { in: [...new Set(ids)] } }, include: whole })

/** Active people called `name` (whole name, letter case ignored) or with this id, platform account or e-mail. */
export const peopleCalled = async (db: Db, name: string): Promise<Person[]> => {
  // Not Prisma's `insensitive`: it is a pattern match, where a % or _ in a name is no longer data.
  const named = await db.$queryRaw<
    { id: string }[]
  >`SELECT id FROM "Person" WHERE lower(name) = lower(${name})`
  const ids = [name, ...named.map(({ id }) => id)]
  // The raw statement looks at everybody; only those of this organisation pass here.
  return db.person.findMany({
    where: {
      active: true,
      OR: [{ id: { in: ids } }, { email: name }, { accounts: { some: { account: name } } }],
    },
    include: whole,
  })
}

/** Whoever is behind an account. */
export const personAt = (db: Db, platform: string, account: string): Promise<Person | null> =>
  db.person.findFirst({ where: { accounts: { some: { platform, account } } }, include: whole })

export const allPeople = (db: Db): Promise<Person[]> =>
  db.person.findMany({
    where: { active: true },
    include: whole,
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })

/** Active people whose department stands in `text` by its name, e.g. 设计部 (visuals); at most `take`. */
export const membersIn = async (db: Db, text: string, take: number): Promise<string[]> => {
  const departments = await db.department.findMany({ select: { id: true, name: true } })
  const ids = departments.filter(({ name }) => name !== '' && text.includes(name)).map(({ id }) => id)
  if (ids.length === 0) return []
  const where = { active: true, departmentId: { in: ids } }
  const found = await db.person.findMany({ where, select: { id: true }, orderBy: { createdAt: 'asc' }, take })
  return found.map(({ id }) => id)
}

/** Whether both belong to one department. */
export const sameDepartment = async (db: Db, one: string, other: string): Promise<boolean> => {
  const [first, second] = [await personById(db, one), await personById(db, other)]
  return first?.departmentId != null && first.departmentId === second?.departmentId
}

/** Active people who hold `role`, in the order in which they joined. */
export const holders = (db: Db, role: string): Promise<Person[]> =>
  db.person.findMany({
    where: { active: true, roles: { some: { role } } },
    include: whole,
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })

/** Whether anybody here is, or was when they left, an administrator. */
export const hadAdmin = async (db: Db): Promise<boolean> =>
  (await db.person.count({ where: { roles: { some: { role: 'admin' } } } })) > 0

/** Those in whose place `deputyId` may always decide. */
export const registeredFor = async (db: Db, deputyId: string): Promise<string[]> =>
  (await db.deputy.findMany({ where: { deputyId } })).map((row) => row.personId)

/** Ids of those who may always decide in place of any of `personIds`. */
export const registeredDeputies = async (db: Db, personIds: readonly string[]): Promise<string[]> =>
  (await db.deputy.findMany({ where: { personId: { in: [...personIds] } } })).map((row) => row.deputyId)

export const addDeputy = (db: Db, personId: string, deputyId: string) =>
  db.deputy.upsert({
    where: { personId_deputyId: { personId, deputyId } },
    create: { personId, deputyId },
    update: {},
  })

export const removeDeputies = (db: Db, personId: string) => db.deputy.deleteMany({ where: { personId } })

export interface NewPerson {
  id: string
  name: string
  language: string
  zone: string
  email?: string | null
  department: string | null
  roles: readonly string[]
  /** Where they are reached; nowhere yet. */
  account: NewAccount | null
}

/** Stores somebody new with their department, roles and account. @returns false when the id is taken. */
export const addPerson = async (db: Db, person: NewPerson, at: Date): Promise<boolean> => {
  const { id, name, language, zone, email = null } = person
  const departmentId = person.department === null ? null : await departmentCalled(db, person.department)
  const data = [{ id, name, language, zone, email, departmentId, createdAt: at }]
  const { count } = await db.person.createMany({ data, skipDuplicates: true })
  if (count === 0) return false
  await db.personRole.createMany({ data: person.roles.map((role) => ({ personId: id, role })) })
  if (person.account) await addAccount(db, id, person.account)
  return true
}

const departmentCalled = async (db: Db, name: string): Promise<string> => {
  const known = await db.department.findFirst({ where: { name } })
  return known?.id ?? (await db.department.create({ data: { id: randomUUID(), name } })).id
}

/** The person as last committed; until this transaction ends nobody else changes them. */
export const lockPerson = async (db: Db, id: string): Promise<Person | null> => {
  await db.$executeRaw`SELECT 1 FROM "Person" WHERE id = ${id} FOR UPDATE`
  return personById(db, id)
}

/**
 * The person, who stays who they are until this transaction ends: whoever links them to somebody else waits, and renames
 * what this work has written.
 * @throws Overtaken when they have been linked or have left just now
 */
export const holdPerson = async (db: Db, id: string): Promise<Person> => {
  await db.$executeRaw`SELECT 1 FROM "Person" WHERE id = ${id} FOR KEY SHARE`
  const person = await personById(db, id)
  if (!person?.active) throw new Overtaken('people.error.linkGone')
  return person
}

/** Changes what is said of a person, not what they may do. */
export const updatePerson = (
  db: Db,
  id: string,
  data: Partial<Pick<NewPerson, 'name' | 'language' | 'zone' | 'email'>>,
) => db.person.update({ where: { id }, data })

/** @returns false when it was so already. */
export const setActive = async (db: Db, id: string, active: boolean): Promise<boolean> =>
  (await db.person.updateMany({ where: { id, active: !active }, data: { active } })).count === 1

export const grantRole = (db: Db, personId: string, role: string) =>
  db.personRole.upsert({
    where: { personId_role: { personId, role } },
    create: { personId, role },
    update: {},
  })

export const revokeRole = (db: Db, personId: string, role: string) =>
  db.personRole.deleteMany({ where: { personId, role } })
