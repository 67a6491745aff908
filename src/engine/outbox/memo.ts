/** Remembers what was read in a transaction that only reads: many cards of one campaign ask for the same rows. */
import type { Db } from '../../kit/store.js'

type Ask = (args: unknown) => Promise<unknown>
type Table = Record<string, Ask>

/** Values that JSON does not know must still tell two questions apart. */
const keyOf = (parts: readonly unknown[]): string =>
  JSON.stringify(parts, (_key, value) => (typeof value === 'bigint' ? `${value}n` : value))

/** `db` whose `find…` and `count` answer the same question once: only for reading, and nobody may change what came back. */
export const remembering = (db: Db): Db => {
  const answers = new Map<string, Promise<unknown>>()
  const remember = (name: string, table: Table): Table =>
    new Proxy(table, {
      get(target, method: string) {
        if (!/^(find|count)/.test(method)) return target[method]
        return (args: unknown) => {
          const key = keyOf([name, method, args])
          const answer = answers.get(key) ?? (target[method] as Ask)(args)
          answers.set(key, answer)
          return answer
        }
      },
    })
  return new Proxy(db, {
    get(target, name: string) {
      const part = target[name as keyof Db] as unknown
      return typeof part === 'object' && part !== null ? remember(name, part as Table) : part
    },
  })
}
