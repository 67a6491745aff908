/** How KPIs and their readings are kept. */
import type { Db, Prisma } from '../../kit/store.js'
import type { Decimal } from '../../kit/value.js'

// The last reading only: what was read before is kept, never shown here.
const latest = {
  readings: { orderBy: [{ at: 'desc' }, { id: 'desc' }], take: 1 },
} satisfies Prisma.KpiInclude
export type Kpi = Prisma.KpiGetPayload<{ include: typeof latest }>

export type NewKpi = Prisma.KpiCreateManyInput

export const kpisOf = (db: Db, campaignId: number): Promise<Kpi[]> =>
  db.kpi.findMany({ where: { campaignId }, include: latest, orderBy: { number: 'asc' } })

export const kpisOfAll = (db: Db, campaignIds: readonly number[]): Promise<Kpi[]> =>
  db.kpi.findMany({
    where: { campaignId: { in: [...campaignIds] } },
    include: latest,
    orderBy: [{ campaignId: 'asc' }, { number: 'asc' }],
  })

export const kpiById = (db: Db, id: number): Promise<Kpi | null> =>
  db.kpi.findUnique({ where: { id }, include: latest })

export const addKpis = (db: Db, kpis: NewKpi[]) => db.kpi.createMany({ data: kpis })

/** One more KPI of a campaign, with the next number. */
export const addKpi = async (db: Db, kpi: Omit<NewKpi, 'number'>): Promise<Kpi> => {
  const last = await db.kpi.findFirst({ where: { campaignId: kpi.campaignId }, orderBy: { number: 'desc' } })
  const { id } = await db.kpi.create({ data: { ...kpi, number: (last?.number ?? 0) + 1 } })
  return db.kpi.findUniqueOrThrow({ where: { id }, include: latest })
}

export const updateKpi = (db: Db, id: number, data: Prisma.KpiUpdateManyMutationInput) =>
  db.kpi.updateMany({ where: { id }, data: { ...data, version: { increment: 1 } } })

/** Keeps the change if the KPI is still as it was read. @returns false when somebody was faster. */
export const changeKpi = async (
  db: Db,
  { id, version }: Pick<Kpi, 'id' | 'version'>,
  data: Prisma.KpiUpdateManyMutationInput,
): Promise<boolean> => {
  const { count } = await db.kpi.updateMany({
    where: { id, version },
    data: { ...data, version: { increment: 1 } },
  })
  return count === 1
}

/** Takes a KPI away that nobody has entered a value for; one with readings stays. */
export const removeKpi = (db: Db, id: number) => db.kpi.deleteMany({ where: { id, readings: { none: {} } } })

export interface NewReading {
  kpiId: number
  at: Date
  value: Decimal
  byId: string
}

export const addReading = (db: Db, reading: NewReading) => db.kpiReading.create({ data: reading })

/** What `other` entered was entered by `person`. */
export const renameIn = (db: Db, other: string, person: string) =>
  db.kpiReading.updateMany({ where: { byId: other }, data: { byId: person } })
