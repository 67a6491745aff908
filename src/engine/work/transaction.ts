/** One piece of work = one transaction; a conflict of two transactions is tried again, anything else is not. */
import { Overtaken } from '../../kit/errors.js'
import type { Db } from '../../kit/store.js'
import type { Store } from '../db/open.js'

const attempts = 4

/** A version that was no longer there, serialisation failures and deadlocks: nothing of the work was kept. */
const isConflict = (error: unknown): boolean => {
  if (error instanceof Overtaken) return true
  const { code, message } = error as { code?: string; message?: string }
  return code === 'P2034' || /40001|40P01|deadlock detected|could not serialize/.test(message ?? '')
}

/** Runs `work` in a transaction and again when it lost against another one. */
export const inTransaction = async <T>(store: Store, work: (db: Db) => Promise<T>): Promise<T> => {
  for (let attempt = 1; ; attempt++) {
    try {
      return await store.prisma.$transaction(work)
    } catch (error) {
      if (attempt === attempts || !isConflict(error)) throw error
    }
  }
}
