/** Keeps the organisations of one store apart: whoever works for one neither sees nor changes rows of another. */
import type { Db } from '../../kit/store.js'

type Args = { where?: object; data?: object | object[]; create?: object }
type Scope = (organisation: string) => object

const own: Scope = (organisation) => ({ organisation })
/** With what stands in a file for all of them (`*`). */
const ownAndShared: Scope = (organisation) => ({ organisation: { in: [organisation, '*'] } })
const ofCampaign: Scope = (organisation) => ({ campaign: { organisation } })

/** The roots; what hangs below a campaign is only reached through it. */
const scopes: Readonly<Record<string, Scope>> = {
  person: own,
  department: own,
  campaign: own,
  templateVersion: own,
  programme: own,
  auditEvent: own,
  auditSeal: own,
  calendar: ownAndShared,
  calendarDay: ownAndShared,
  approvalFlow: own,
  approval: ofCampaign,
  issue: ofCampaign,
  goal: ofCampaign,
}

const narrowed = (where: object = {}, scope: object): object => ({
  ...where,
  AND: [...[(where as { AND?: object | object[] }).AND ?? []].flat(), scope],
})

const stamped = (data: object | object[], stamp: object): object | object[] =>
  Array.isArray(data) ? data.map((one) => ({ ...one, ...stamp })) : { ...data, ...stamp }

/** Reads and changes get the scope as one more condition, new rows of a root get its stamp. */
const scopedArgs = (method: string, args: Args, scope: object, stamp: object): Args => ({
  ...args,
  ...(method.startsWith('create') ? {} : { where: narrowed(args.where, scope) }),
  ...(method.startsWith('create') && args.data ? { data: stamped(args.data, stamp) } : {}),
  ...(args.create ? { create: { ...args.create, ...stamp } } : {}),
})

const scopedTable = (table: object, scope: object, stamp: object): object =>
  new Proxy(table, {
    get(target, method: string) {
      const ask = target[method as keyof typeof target] as unknown
      if (typeof ask !== 'function') return ask
      return (args: Args = {}) => ask.call(target, scopedArgs(method, args, scope, stamp))
    },
  })

/** `db` as one organisation sees it. Raw statements pass as they are: they must not ask for these tables alone. */
export const within = (db: Db, organisation: string): Db =>
  new Proxy(db, {
    get(target, name: string) {
      const part = target[name as keyof Db] as unknown
      const scope = scopes[name]
      if (!scope || typeof part !== 'object' || part === null) return part
      return scopedTable(part, scope(organisation), scope === own ? { organisation } : {})
    },
  })
