/** Plain words: as an answer where something was said, or by the robot where no card can be sent. */
import { plainCard } from '../../kit/plain.js'
import type { Post } from '../../kit/platform.js'
import { cut } from '../../kit/text.js'
import { ApiError, deliveryError } from './errors.js'
import { usersOf } from './mentions.js'
import { drawMessage, type Words } from './message.js'
import type { Parts } from './parts.js'
import type { Pictures } from './pictures.js'
import type { Robot } from './robot.js'

export interface Messages {
  /** Answers where something was said, addressed to a person in a group. @returns null where that is not possible any more */
  reply(post: Post, how: { commands: boolean; to?: string | undefined }): Promise<string | null>
  /** @returns the message's id @throws DeliveryError, or ApiError */
  say(post: Post, how: { commands: boolean }): Promise<string>
  /** A card as one short line. */
  inOneLine(post: Post): string
}

const longestLine = 200

/** A long text goes in parts: each calls only those whom it names, as DingTalk asks. */
const called = (userIds: readonly string[], text: string) => {
  const atUserIds = userIds.filter((id) => text.includes(`@${id}`))
  return atUserIds.length > 0 ? { at: { atUserIds, isAtAll: false } } : {}
}

export const createMessages = (
  { host, api, sessions }: Parts,
  pictures: Pictures,
  robot: Robot,
): Messages => {
  /** Parts of a long message that have arrived: a second attempt goes on behind them. */
  const arrived = new Map<string, number>()

  const words = async ({ card, language }: Post, how: { commands: boolean; at?: string }): Promise<Words> => {
    const users = await usersOf(host, card)
    const setting = {
      t: host.translator(language),
      userOf: (person: string) => users.get(person) ?? null,
      line: (action: Parameters<typeof host.line>[0]) => host.line(action, language),
      pictures: await pictures.of(card, language),
    }
    return drawMessage(card, setting, how)
  }
  const sendAll = async (
    { marker }: Post,
    parts: readonly string[],
    send: (part: string) => Promise<string>,
  ) => {
    let last = ''
    for (const part of parts.slice(arrived.get(marker) ?? 0)) {
      last = await send(part)
      arrived.set(marker, (arrived.get(marker) ?? 0) + 1)
    }
    arrived.delete(marker)
    return last
  }
  return {
    async reply(post, { commands, to: asker }) {
      // Alone with the robot nobody else could be meant.
      const to = post.to.channel ? asker : undefined
      const webhook = await sessions.webhookOf(post.to)
      if (webhook === null) return null
      const { title, parts, mentions } = await words(post, { commands, ...(to ? { at: to } : {}) })
      const atUserIds = [...new Set([...(to ? [to] : []), ...Object.keys(mentions)])]
      try {
        return await sendAll(post, parts, async (text) => {
          const at = post.to.channel ? called(atUserIds, text) : {}
          await api.webhook(webhook, { msgtype: 'markdown', markdown: { title, text }, ...at })
          return 'text'
        })
      } catch (error) {
        // Whether it arrived is known only where DingTalk has answered.
        if (!(error instanceof ApiError) || deliveryError(error).retryAfter !== 'never') throw error
        await sessions.forget(post.to)
        return null
      }
    },
    async say(post, how) {
      const { title, parts } = await words(post, how)
      return sendAll(post, parts, (text) => robot.markdown(post.to, title, text))
    },
    inOneLine: ({ card }) => cut(plainCard(card).replace(/\n+/g, ' · '), longestLine),
  }
}
