/** How an organisation's own flows are kept. */
import { z } from 'zod'
import type { Db, Prisma } from '../../../kit/store.js'
import { signers } from '../../people/index.js'
import { campaignTypes } from '../../template/index.js'
import { type FlowStep, kinds } from './flows.js'

const role = z.enum([...signers, 'author'])
const steps = z
  .array(
    z.strictObject({
      kind: z.enum(kinds).optional(),
      roles: z.array(role).min(1),
      way: z.union([z.enum(['all', 'any']), z.strictObject({ quorum: z.int().min(1) })]).optional(),
      veto: z.array(role).optional(),
      when: z
        .strictObject({
          amountFrom: z.number().optional(),
          amountBelow: z.number().optional(),
          types: z.array(z.enum(campaignTypes)).optional(),
          channels: z.array(z.string().min(1)).optional(),
        })
        .optional(),
    }),
  )
  .min(1)

/** The steps an organisation has chosen for a document; null where it has not. @throws ZodError when they are no flow */
export const ownSteps = async (db: Db, subject: string): Promise<FlowStep[] | null> => {
  const row = await db.approvalFlow.findFirst({ where: { subject } })
  return row ? (steps.parse(row.steps) as FlowStep[]) : null
}

export const keepSteps = async (
  db: Db,
  organisation: string,
  { subject, chosen, byId, at }: { subject: string; chosen: readonly FlowStep[]; byId: string; at: Date },
): Promise<void> => {
  const data = { steps: steps.parse(chosen) as unknown as Prisma.InputJsonValue, byId, at }
  await db.approvalFlow.upsert({
    where: { organisation_subject: { organisation, subject } },
    create: { organisation, subject, ...data },
    update: data,
  })
}

/** @returns whether there was one */
export const dropSteps = async (db: Db, subject: string): Promise<boolean> =>
  (await db.approvalFlow.deleteMany({ where: { subject } })).count > 0
