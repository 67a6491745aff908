/** The playground's own chat, kept in the store like a platform's server would keep it. */
import type { PlaygroundMessage } from '../../generated/prisma/client.js'
import type { Address } from '../../kit/address.js'
import { buttonsOf, type Card } from '../../kit/card.js'
import type { Db } from '../../kit/store.js'
import { buttonId } from './buttons.js'
import type { Channel, Message } from './page/wire.js'

export const directPrefix = 'dm-'

/** Groups have ids of their own; the conversation of a person with the bot is `dm-<person>`. */
export const channelOf = (to: Address): string => to.channel ?? `${directPrefix}${to.account}`

/** The address of a channel id: without `channel` it is a direct message. */
export const placeOf = (channel: string): Address =>
  channel.startsWith(directPrefix)
    ? { platform: 'playground', account: channel.slice(directPrefix.length) }
    : { platform: 'playground', channel }

export const wireMessage = (row: PlaygroundMessage): Message => {
  const card = row.card as unknown as Card | null
  const direct = row.channel.startsWith(directPrefix) ? row.channel.slice(directPrefix.length) : null
  const only = row.only ?? direct
  return {
    id: String(row.id),
    channel: row.channel,
    at: row.at.toISOString(),
    editedAt: row.editedAt?.toISOString() ?? null,
    author: row.author,
    text: row.text,
    files: (row.files as Message['files'] | null) ?? [],
    card,
    buttons: card ? buttonsOf(card).map((one) => ({ id: buttonId(one), label: one.label })) : [],
    visibleTo: only === null ? null : [only],
  }
}

const pageSize = 200

/** The last messages of a channel, oldest first; for `person` only what they may see. */
export const messagesIn = async (
  db: Db,
  channel: string,
  person: string | null,
  before?: number,
): Promise<Message[]> => {
  const rows = await db.playgroundMessage.findMany({
    where: {
      channel,
      ...(before === undefined ? {} : { id: { lt: before } }),
      ...(person === null ? {} : { OR: [{ only: null }, { only: person }] }),
    },
    orderBy: { id: 'desc' },
    take: pageSize,
  })
  return rows.reverse().map(wireMessage)
}

export const allChannels = async (db: Db, directName: string): Promise<Channel[]> => {
  const groups = await db.playgroundChannel.findMany({ orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] })
  const people = await db.account.findMany({ where: { platform: 'playground', person: { active: true } } })
  return [
    ...groups.map(({ id, name }) => ({ id, name, kind: 'group' as const, person: null })),
    ...people.map(({ personId, account }) => ({
      id: `${directPrefix}${account}`,
      name: directName,
      kind: 'direct' as const,
      person: personId,
    })),
  ]
}

/** Adds a group; one of the same name is the same group. Somebody who adds another at the same time takes the next number. */
export const addChannel = async (db: Db, name: string, at: Date): Promise<Channel> => {
  for (let number = (await db.playgroundChannel.count()) + 1; ; number++) {
    const row = { id: `c${number}`, name, createdAt: at }
    await db.playgroundChannel.createMany({ data: [row], skipDuplicates: true })
    const kept = await db.playgroundChannel.findUnique({ where: { name } })
    if (kept) return { id: kept.id, name: kept.name, kind: 'group', person: null }
  }
}
