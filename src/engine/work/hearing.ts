/** What is said in the thread of a message of ours: which message, what it shows, and what is offered in answer. */
import type { Answer, Context } from '../../kit/context.js'
import type { Incoming } from '../../kit/platform.js'
import type { Db } from '../../kit/store.js'
import type { House } from '../house.js'
import type { Work } from './handle.js'

/** The subjects of the message that a line is said about. */
const subjectsOf = async (db: Db, { platform, about }: Incoming): Promise<string[]> => {
  if (about === undefined) return []
  const places = await db.place.findMany({
    where: { message: about, lane: { startsWith: `${platform}:` } },
    select: { subjects: true },
  })
  return [...new Set(places.flatMap(({ subjects }) => subjects))]
}

/** What a feature offers for a line that calls nothing, or calls something without saying on what. */
export const heard = async (house: House, db: Db, ctx: Context, work: Work): Promise<Answer> => {
  const { incoming, call, asked } = work
  if (incoming.deed.kind !== 'line' || asked || incoming.deed.files) return null
  if (call && Object.keys(call.args).length > 0 && !incoming.overheard) return null
  const direct = incoming.place.channel === undefined
  const about = await subjectsOf(db, incoming)
  if (about.length === 0 && (!direct || call)) return null
  const { text } = incoming.deed
  return house.registry.hears(ctx, { text, about, overheard: incoming.overheard === true, direct })
}
