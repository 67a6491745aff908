/** How saved versions of templates are kept: rows that are added and retired, never changed. */
import type { Db, Prisma } from '../../kit/store.js'

export type Version = Prisma.TemplateVersionGetPayload<object>

/** Letter case, blanks at the ends and full-width forms do not tell two templates apart. */
export const keyOf = (name: string): string =>
  name.normalize('NFKC').trim().replace(/\s+/gu, ' ').toLowerCase()

const newest = [{ id: 'desc' }] satisfies Prisma.TemplateVersionOrderByWithRelationInput[]

export const versionById = (db: Db, id: number): Promise<Version | null> =>
  db.templateVersion.findUnique({ where: { id } })

/** All versions of one template, retired ones too, the newest first. */
export const versionsOf = (db: Db, key: string): Promise<Version[]> =>
  db.templateVersion.findMany({ where: { key }, orderBy: { version: 'desc' } })

const brief = {
  ...{ id: true, name: true, key: true, version: true, base: true, note: true },
  ...{ authorId: true, createdAt: true, retiredAt: true },
} satisfies Prisma.TemplateVersionSelect
export type VersionBrief = Prisma.TemplateVersionGetPayload<{ select: typeof brief }>

/** Versions without their content, the newest first, and how many there are in all. */
export const allVersions = async (
  db: Db,
  take: number,
): Promise<{ versions: VersionBrief[]; total: number }> => ({
  versions: await db.templateVersion.findMany({ select: brief, orderBy: newest, take }),
  total: await db.templateVersion.count(),
})

/** The newest version above `above` that is offered and rests on `base`. */
export const newerVersion = (
  db: Db,
  key: string,
  { base, above }: { base: string; above: number },
): Promise<VersionBrief | null> =>
  db.templateVersion.findFirst({
    where: { key, base, retiredAt: null, version: { gt: above } },
    select: brief,
    orderBy: { version: 'desc' },
  })

export type NewVersion = Omit<Prisma.TemplateVersionCreateManyInput, 'id' | 'organisation'>

/** @returns null when somebody else took the number at the same moment. */
export const addVersion = async (db: Db, version: NewVersion): Promise<Version | null> => {
  const { count } = await db.templateVersion.createMany({ data: [version], skipDuplicates: true })
  if (count === 0) return null
  return db.templateVersion.findFirst({ where: { key: version.key, version: version.version } })
}

/** @returns whether it was not retired yet. */
export const retire = async (db: Db, id: number, by: string, at: Date): Promise<boolean> => {
  const where = { id, retiredAt: null }
  const { count } = await db.templateVersion.updateMany({ where, data: { retiredById: by, retiredAt: at } })
  return count === 1
}

/** What `other` saved or retired was saved or retired by `person`. */
export const renameIn = async (db: Db, other: string, person: string): Promise<void> => {
  await db.templateVersion.updateMany({ where: { authorId: other }, data: { authorId: person } })
  await db.templateVersion.updateMany({ where: { retiredById: other }, data: { retiredById: person } })
}
