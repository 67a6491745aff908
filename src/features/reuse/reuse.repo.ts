/** How it is kept what a campaign was made from. */
import { z } from 'zod'
import type { Db, Prisma } from '../../kit/store.js'
import { type Content, contentFrom } from '../template/index.js'

/** The plan a campaign was made from, and the number of the task made from each of its tasks, by key. */
export interface Use {
  content: Content
  numbers: Readonly<Record<string, number>>
}

const numbered = z.record(z.string(), z.number().int())

/** @returns null for campaigns that were made before this was kept */
export const useOf = async (db: Db, campaignId: number): Promise<Use | null> => {
  const row = await db.templateUse.findUnique({ where: { campaignId } })
  const content = row && contentFrom(row.content)
  const numbers = numbered.safeParse(row?.numbers)
  return content && numbers.success ? { content, numbers: numbers.data } : null
}

export const saveUse = (db: Db, campaignId: number, { content, numbers }: Use) => {
  const data = { content: content as Prisma.InputJsonObject, numbers: numbers as Prisma.InputJsonObject }
  return db.templateUse.upsert({
    where: { campaignId },
    create: { campaignId, ...data },
    update: data,
  })
}
