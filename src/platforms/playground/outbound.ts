/** Our cards into the playground's chat: posted once per marker, edited in place. */
import type { Clock } from '../../kit/clock.js'
import { DeliveryError } from '../../kit/errors.js'
import { plainCard } from '../../kit/plain.js'
import type { Platform, Post } from '../../kit/platform.js'
import type { Prisma, PrismaClient } from '../../kit/store.js'
import { channelOf, wireMessage } from './chat.js'
import type { Hub } from './hub.js'

type Sending = Pick<Platform, 'post' | 'edit' | 'find'>

export const createOutbound = (prisma: PrismaClient, clock: Clock, hub: Hub): Sending => {
  const find = async ({ marker }: Post): Promise<string | null> => {
    const row = await prisma.playgroundMessage.findUnique({ where: { marker } })
    return row ? String(row.id) : null
  }
  return {
    find,
    async post(post) {
      const { to, only, card, marker } = post
      const row = { channel: channelOf(to), at: clock.now(), only: only ?? null, marker, ...drawn(card) }
      const [posted] = await prisma.playgroundMessage.createManyAndReturn({
        data: [row],
        skipDuplicates: true,
      })
      if (!posted) return (await find(post)) ?? ''
      hub.tell('message', wireMessage(posted))
      return String(posted.id)
    },
    async edit({ card }, message) {
      const where = { id: Number(message) }
      const [row] = await prisma.playgroundMessage.updateManyAndReturn({
        where,
        data: { editedAt: clock.now(), ...drawn(card) },
      })
      if (!row) throw new DeliveryError('the message is gone', 'never', { fault: 'messageGone' })
      hub.tell('message', wireMessage(row))
    },
  }
}

const drawn = (card: Post['card']) => ({
  card: card as unknown as Prisma.InputJsonValue,
  text: plainCard(card),
})
