/** Our cards into DingTalk: as interactive cards that are edited later, as answers where something was said, as plain words. */
import type { Address } from '../../kit/address.js'
import { buttonsOf } from '../../kit/card.js'
import { DeliveryError } from '../../kit/errors.js'
import type { Platform, Post } from '../../kit/platform.js'
import type { Cards } from './cards.js'
import { deliveryError, isCardRefusal } from './errors.js'
import { isPress } from './incoming.js'
import type { Messages } from './messages.js'
import type { Parts } from './parts.js'

type Sending = Pick<Platform, 'post' | 'edit' | 'find' | 'editable'>

interface Ways extends Parts {
  cards: Cards
  messages: Messages
}

const cardId = /^card (.+)$/

export const createOutbound = (parts: Ways): Sending => ({
  editable: (_post, message) => cardId.test(message),
  post: (post) => told(parts, post, () => place(parts, post)),
  edit: (post, message) =>
    told(parts, post, async () => {
      const [, card] = cardId.exec(message) ?? []
      if (!card) throw new DeliveryError('plain words cannot be edited', 'never', { fault: 'messageGone' })
      await parts.cards.update(card, post)
    }),
  find: (post) =>
    told(parts, post, async () => {
      const card = trackOf(post)
      // There is no way to ask for a card but to write it again.
      return (await parts.cards.exists(card, post)) ? `card ${card}` : null
    }),
})

/** A card keeps its id however often it is sent: it cannot be there twice. */
const trackOf = ({ marker }: Post): string => `drumbeat-${marker}`

const told = async <T>({ people, host }: Parts, { to }: Post, work: () => Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    const known = deliveryError(error)
    if (known.fault === 'personGone' && to.account) {
      await people
        .missed(to.account)
        .catch((failed) => host.log.warn({ err: failed }, 'somebody could not be looked up'))
    }
    throw known
  }
}

const place = (ways: Ways, post: Post): Promise<string> =>
  post.answers === undefined ? say(ways, { ...post, to: visible(post) }) : answer(ways, post, post.answers)

/** There are no private words in groups: they go to the person alone. */
const visible = ({ to, only }: Post): Address => (only ? { platform: 'dingtalk', account: only } : to)

/** A card, or the same in words where cards cannot be sent. */
const say = async ({ cards, messages, host }: Ways, post: Post): Promise<string> => {
  const card = trackOf(post)
  try {
    await cards.send(card, post)
    return `card ${card}`
  } catch (error) {
    if (!isCardRefusal(error)) throw error
    host.log.warn({ err: error }, 'a card was refused; it is said in words')
    return messages.say(post, { commands: true })
  }
}

/** Refusals and what is answered to a press are nobody else's business; a line is answered where it was said. */
const answer = async (ways: Ways, post: Post, delivery: string): Promise<string> => {
  const { card, to, only } = post
  const isPrivate = isPress(delivery) || post.refusal === true
  const there = { ...post, to: isPrivate ? visible(post) : to }
  const rich = post.alive || buttonsOf(card).length > 0
  // One line that confirms what the card shows anyway.
  if (isPress(delivery) && card.blocks.length === 0 && !rich && !post.refusal) {
    if (ways.presses.tip(delivery, ways.messages.inOneLine(post))) return 'tip'
    // The card says the same.
    if (ways.usage.thrifty()) return 'none'
  }
  if (rich) return say(ways, there)
  const replied = isPress(delivery) ? null : await ways.messages.reply(there, only)
  return replied ?? ways.messages.say(there, { commands: false })
}
