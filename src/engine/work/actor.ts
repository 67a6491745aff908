/** Who is acting: from a platform account to a person with their roles. */
import type { Actor } from '../../kit/context.js'
import type { Incoming } from '../../kit/platform.js'
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

/** Whether the roles open the command; an administrator may use every command, rules of a subject still hold. */
export const mayUse = (actor: Actor, may: 'anyone' | readonly string[]): boolean =>
  may === 'anyone' || actor.roles.includes('admin') || may.some((role) => actor.roles.includes(role))

export const languageOf = (actor: Actor | null, fallback: Language): Language =>
  actor && isLanguage(actor.language) ? actor.language : fallback
