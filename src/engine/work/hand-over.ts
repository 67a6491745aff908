/** Somebody turns out to be somebody else: what was told to the one goes on living as if it had been told to the other. */
import type { Db, Prisma } from '../../kit/store.js'
import type { ViewRef } from '../../kit/view.js'
import { type Reader, viewerOf } from './reach.js'

/** Changes whom cards are drawn for, also those not sent yet; they change when one of their subjects is redrawn. */
export const handOver = async (db: Db, from: string, to: Reader): Promise<void> => {
  const shown = { viewer: { path: ['person'], equals: from } }
  const unsent = { ...shown, status: { in: ['waiting', 'sending'] } }
  // In this order: a message that is being sent becomes a place, never the other way round.
  for (const row of await db.outboxMessage.findMany({ where: unsent }))
    await db.outboxMessage.update({ where: { id: row.id }, data: renamed(row, from, to) })
  for (const row of await db.place.findMany({ where: shown }))
    await db.place.update({ where: { key: row.key }, data: renamed(row, from, to) })
}

interface Shown {
  view: unknown
  subjects: string[]
}

const renamed = ({ view, subjects }: Shown, from: string, to: Reader) => ({
  viewer: viewerOf(to) as unknown as Prisma.InputJsonValue,
  subjects: subjects.map((subject) =>
    subject.endsWith(`:${from}`) ? `${subject.slice(0, -from.length)}${to.id}` : subject,
  ),
  ...(view === null ? {} : { view: about(view as ViewRef, from, to) }),
})

/** The view with the other's id among its arguments. */
const about = ({ view, args }: ViewRef, from: string, { id }: Reader): Prisma.InputJsonObject => ({
  view,
  args: Object.fromEntries(Object.entries(args).map(([name, value]) => [name, value === from ? id : value])),
})
