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
