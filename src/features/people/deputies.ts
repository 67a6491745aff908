/** Who may decide in whose place: registered deputies always, those of an absence while it lasts. */
import type { Db } from '../../kit/store.js'
import { awayAmong, awayFor } from './absence.repo.js'
import { registeredDeputies, registeredFor } from './people.repo.js'

/** Ids of those who may decide in place of any of `personIds` at a moment. */
export const deputiesAmong = async (db: Db, personIds: readonly string[], at: Date): Promise<string[]> => {
  const away = await awayAmong(db, personIds, at)
  return [...new Set([...(await registeredDeputies(db, personIds)), ...away.map(({ deputyId }) => deputyId)])]
}

/** Ids of those who may decide in place of `personId`. */
export const deputiesOf = (db: Db, personId: string, at: Date): Promise<string[]> =>
  deputiesAmong(db, [personId], at)

/** Those in whose place `deputyId` may decide. */
export const representedBy = async (db: Db, deputyId: string, at: Date): Promise<string[]> => {
  const away = await awayFor(db, deputyId, at)
  return [...new Set([...(await registeredFor(db, deputyId)), ...away.map(({ personId }) => personId)])]
}
