/** How people are kept. */
import { randomUUID } from 'node:crypto'
import type { Db, Prisma } from '../../kit/store.js'

const whole = { roles: true, department: true, accounts: true, deputies: true } satisfies Prisma.PersonInclude
export type Person = Prisma.PersonGetPayload<{ include: typeof whole }>

export const personById = (db: Db, id: string): Promise<Person | null> =>
  db.person.findUnique({ where: { id }, include: whole })

export const peopleByIds = (db: Db, ids: readonly string[]): Promise<Person[]> =>
  db.person.findMany({ where: { id: { in: [...new Set(ids)] } }, include: whole })

/** Active people called `name` (whole name, letter case ignored) or with this id or platform account. */
export const peopleCalled = async (db: Db, name: string): Promise<Person[]> => {
  // Not Prisma's `insensitive`: it is a pattern match, where a % or _ in a name is no longer data.
  const named = await db.$queryRaw<
    { id: string }[]
  >`SELECT id FROM "Person" WHERE lower(name) = lower(${name})`
  const ids = [name, ...named.map(({ id }) => id)]
  return db.person.findMany({
    where: { active: true, OR: [{ id: { in: ids } }, { accounts: { some: { account: name } } }] },
    include: whole,
  })
}

export const allPeople = (db: Db): Promise<Person[]> =>
  db.person.findMany({
    where: { active: true },
    include: whole,
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })

/** Active people who hold `role`, in the order in which they joined. */
export const holders = (db: Db, role: string): Promise<Person[]> =>
  db.person.findMany({
    where: { active: true, roles: { some: { role } } },
    include: whole,
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })

/** Ids of those who may decide in place of `personId`. */
export const deputiesOf = async (db: Db, personId: string): Promise<string[]> =>
  (await db.deputy.findMany({ where: { personId } })).map((row) => row.deputyId)

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
  department: string | null
  roles: readonly string[]
  platform: string
  account: string
}

/** Stores somebody new with their department, roles and account. */
export const addPerson = async (db: Db, person: NewPerson, at: Date): Promise<void> => {
  const { id, name, language, zone } = person
  const departmentId = person.department === null ? null : await departmentCalled(db, person.department)
  await db.person.create({ data: { id, name, language, zone, departmentId, createdAt: at } })
  await db.personRole.createMany({ data: person.roles.map((role) => ({ personId: id, role })) })
  await db.account.create({ data: { platform: person.platform, account: person.account, personId: id } })
}

const departmentCalled = async (db: Db, name: string): Promise<string> => {
  const known = await db.department.findFirst({ where: { name } })
  return known?.id ?? (await db.department.create({ data: { id: randomUUID(), name } })).id
}

export const setLanguage = (db: Db, id: string, language: string) =>
  db.person.update({ where: { id }, data: { language } })

export const setZone = (db: Db, id: string, zone: string) =>
  db.person.update({ where: { id }, data: { zone } })

export const grantRole = (db: Db, personId: string, role: string) =>
  db.personRole.upsert({
    where: { personId_role: { personId, role } },
    create: { personId, role },
    update: {},
  })

export const revokeRole = (db: Db, personId: string, role: string) =>
  db.personRole.deleteMany({ where: { personId, role } })
