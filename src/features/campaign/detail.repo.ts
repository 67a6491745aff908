/** How the words beside the days of a phase are kept. */
import type { Db, Prisma } from '../../kit/store.js'

export type PhaseDetail = Prisma.PhaseDetailGetPayload<object>
/** What is left out stays; null empties it. */
export type DetailChange = Partial<Omit<PhaseDetail, 'campaignId' | 'key'>>

export const detailsOf = (db: Db, campaignId: number): Promise<PhaseDetail[]> =>
  db.phaseDetail.findMany({ where: { campaignId } })

export const saveDetail = (db: Db, campaignId: number, key: string, data: DetailChange) =>
  db.phaseDetail.upsert({
    where: { campaignId_key: { campaignId, key } },
    create: { campaignId, key, ...data },
    update: data,
  })
