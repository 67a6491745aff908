/** The store as features see it: one open transaction of the generated client. */
import type { Prisma } from '../generated/prisma/client.js'

export type Db = Prisma.TransactionClient
export type { Prisma, PrismaClient } from '../generated/prisma/client.js'
