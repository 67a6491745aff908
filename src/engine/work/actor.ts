/** Who is acting: from a platform account to a person with their roles. */
import type { May } from '../../kit/command.js'
import type { Actor } from '../../kit/context.js'
import type { Incoming } from '../../kit/platform.js'
import { opens } from '../../kit/rights.js'
import type { Db } from '../../kit/store.js'
import { isLanguage, type Language } from '../../kit/translate.js'

/** The active person behind the account, or null for a stranger. */
export const actorOf = async (db: Db, { platform, account }: Incoming): Promise<Actor | null> => {
  const found = await db.account.findUnique({
    where: { platform_account: { platform, account } },
    include: { person: { include: { roles: true } } },
  })
  if (!found?.person.active) return null
  const { id, name, language, zone, roles, organisation } = found.person
  return { id, name, language, zone, organisation, roles: roles.map(({ role }) => role) }
}

/**
 * The actor inside the open transaction: whoever was linked to somebody else since `actor` was read acts as that person,
 * and whoever links them now waits until it ends.
 */
export const presentActor = async (db: Db, incoming: Incoming, actor: Actor): Promise<Actor | null> => {
  const { platform, account } = incoming
  const [row] = await db.$queryRaw<{ personId: string }[]>`
    SELECT "personId" FROM "Account" WHERE platform = ${platform} AND account = ${account} FOR SHARE`
  return row?.personId === actor.id ? actor : actorOf(db, incoming)
}

/** Whether the roles open the command; rules of a subject still hold. */
export const mayUse = (actor: Actor, may: May): boolean => opens(actor.roles, may)

export const languageOf = (actor: Actor | null, fallback: Language): Language =>
  actor && isLanguage(actor.language) ? actor.language : fallback
