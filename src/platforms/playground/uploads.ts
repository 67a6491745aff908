/** Files that people send in the playground, kept for a while as a platform's server would keep them. */
import { hashOf } from '../../kit/hash.js'
import type { FetchedFile, SentFile } from '../../kit/sent-file.js'
import { FileError } from '../../kit/sent-file.js'
import type { PrismaClient } from '../../kit/store.js'
import { BadRequest } from './bad-request.js'

const keptDays = 7
const keptCount = 100

interface Upload {
  name: string
  type: string | null
  bytes: Uint8Array
}

/** Keeps a file for `account`; the same file again is the one that is there. @returns its id */
export const keepUpload = async (
  prisma: PrismaClient,
  account: string,
  { name, type, bytes }: Upload,
): Promise<string> => {
  const sentAt = new Date()
  const id = hashOf([account, name, Buffer.from(bytes).toString('base64')])
  const row = { account, name, type, bytes: new Uint8Array(bytes), sentAt }
  await prisma.playgroundFile.upsert({ where: { id }, create: { id, ...row }, update: { sentAt } })
  await removeOld(prisma, sentAt)
  return id
}

const removeOld = async (prisma: PrismaClient, now: Date): Promise<void> => {
  const newest = { orderBy: { sentAt: 'desc' }, skip: keptCount, take: 1, select: { sentAt: true } } as const
  const [tooMany] = await prisma.playgroundFile.findMany(newest)
  const old = new Date(now.getTime() - keptDays * 86_400_000)
  await prisma.playgroundFile.deleteMany({
    where: { OR: [{ sentAt: { lt: old } }, ...(tooMany ? [{ sentAt: { lte: tooMany.sentAt } }] : [])] },
  })
}

/** The files that `account` sends with a line. @throws BadRequest when one is not there (any more) */
export const uploadsOf = async (
  prisma: PrismaClient,
  account: string,
  ids: readonly string[],
): Promise<SentFile[]> => {
  // Without the bytes: a message may bring many.
  const rows = await prisma.$queryRaw<{ id: string; name: string; type: string | null; size: number }[]>`
    SELECT id, name, type, octet_length(bytes) AS size FROM "PlaygroundFile"
    WHERE account = ${account} AND id = ANY(${[...ids]}::text[])`
  return ids.map((id) => {
    const row = rows.find((one) => one.id === id)
    if (!row) throw new BadRequest('no such file', 404)
    return { name: row.name, size: row.size, ...(row.type ? { type: row.type } : {}), ref: id }
  })
}

/** @throws FileError */
export const fetchUpload =
  (prisma: PrismaClient) =>
  async (account: string, { ref }: SentFile, most: number): Promise<FetchedFile> => {
    const row = await prisma.playgroundFile.findUnique({ where: { id: ref, account } })
    if (!row) throw new FileError('gone')
    if (row.bytes.length > most) throw new FileError('tooBig')
    return { name: row.name, bytes: row.bytes }
  }
