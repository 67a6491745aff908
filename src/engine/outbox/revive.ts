/** Sends what could not be sent because its place could not be reached, once it can. */
import { Prisma } from '../../generated/prisma/client.js'
import { laneOf, type PlatformName } from '../../kit/address.js'
import type { House } from '../house.js'
import { redrawPlaces } from '../work/tell.js'

/** What is older than a week nobody waits for any more. */
const revivedDays = 7
const dayMs = 86_400_000

/**
 * Only what stays true: views are drawn anew and say nothing when there is nothing left to say; private answers are over.
 * What stands there is drawn anew, too: it may have been out of reach when it should have changed.
 */
export const revive = async ({ store, clock, wake }: House, lane: string): Promise<void> => {
  await store.prisma.outboxMessage.updateMany({
    where: {
      lane,
      status: 'dead',
      only: null,
      mode: { not: 'redraw' },
      NOT: { view: { equals: Prisma.DbNull } },
      settledAt: { gt: new Date(clock.now().getTime() - revivedDays * dayMs) },
    },
    // One attempt was made: whether it arrived is looked for.
    data: { status: 'waiting', attempts: 1, settledAt: null, notBefore: new Date() },
  })
  const standing = await store.prisma.place.findMany({ where: { lane } })
  const places = new Map(standing.map((place) => [place.key, place]))
  await redrawPlaces(store.prisma, places, { cause: `revived:${lane}`, at: clock.now() })
  wake()
}

/** Ends the pauses of what waits for places whose ids begin with `beginning`. */
export const hasten = async (
  { store, wake }: House,
  platform: PlatformName,
  beginning: string,
): Promise<void> => {
  const lanes = [laneOf({ platform, channel: beginning }), laneOf({ platform, account: beginning })]
  await store.prisma.outboxMessage.updateMany({
    where: { status: 'waiting', OR: lanes.map((lane) => ({ lane: { startsWith: lane } })) },
    data: { notBefore: new Date() },
  })
  wake()
}
