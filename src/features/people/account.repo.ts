/** How the accounts of people on chat platforms are kept. */
import type { PlatformName } from '../../kit/address.js'
import type { Db, Prisma } from '../../kit/store.js'
import type { Told } from './profile.js'

export type Account = Prisma.AccountGetPayload<object>

export const accountOf = (db: Db, platform: PlatformName, account: string): Promise<Account | null> =>
  db.account.findUnique({ where: { platform_account: { platform, account } } })

/** Keeps what the platform says now of the account. */
export const saveTold = (db: Db, { platform, account }: Account, told: Told) =>
  db.account.update({ where: { platform_account: { platform, account } }, data: { profile: asJson(told) } })

export interface NewAccount {
  platform: string
  account: string
  /** What the platform told of it, if it did. */
  told?: Told
}

export const addAccount = (db: Db, personId: string, { platform, account, told }: NewAccount) =>
  db.account.create({ data: { platform, account, personId, ...(told && { profile: asJson(told) }) } })

/** They are nobody's: whoever speaks from them next is somebody new. */
export const removeAccounts = (db: Db, accounts: readonly Account[]) =>
  db.account.deleteMany({
    where: { OR: accounts.map(({ platform, account }) => ({ platform, account })) },
  })

const asJson = (told: Told) => ({ ...told }) satisfies Prisma.InputJsonObject

/** Whoever adds somebody to this organisation next waits until this transaction ends. */
export const lockNewcomers = (db: Db, organisation: string) =>
  db.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('newcomers'), hashtext(${organisation}))`
