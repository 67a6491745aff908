/** Our cards into DingTalk: as interactive cards that are edited later, as answers where something was said, as plain words. */
import { DeliveryError } from '../../kit/errors.js'
import type { Platform, Post } from '../../kit/platform.js'
import { isCut } from './card.js'
import type { Cards } from './cards.js'
import { deliveryError, isCardRefusal } from './errors.js'
import type { Files } from './files.js'
import { isPress } from './incoming.js'
import type { Messages } from './messages.js'
import type { Parts } from './parts.js'
import { isBrief, isCard, placeOf, visible } from './ways.js'

type Sending = Pick<Platform, 'post' | 'edit' | 'find' | 'editable'>

interface Ways extends Parts {
  cards: Cards
  messages: Messages
  files: Files
}

const cardId = /^card (.+)$/

export const createOutbound = (parts: Ways): Sending => {
  const ways = { ...parts, refused: new Set<string>(), shown: new WeakSet<Post>() }
  return {
    editable: (_post, message) => cardId.test(message),
    post: (post) =>
      told(parts, post, async () => {
        const message = await place(ways, post)
        await parts.files.send({ ...post, to: placeOf(post) })
        return message
      }),
    edit: (post, message) => told(parts, post, () => edit(ways, post, message)),
    find: (post) => told(parts, post, () => find(ways, post)),
  }
}

/** What is known of earlier attempts. */
interface Sender extends Ways {
  /** Cards that were refused: these are said in words, also with the next attempt. */
  refused: Set<string>
  /** What a look for a card has shown on it already. */
  shown: WeakSet<Post>
}

/** A card keeps its id however often it is sent: it cannot be there twice. */
const trackOf = ({ marker }: Post): string => `drumbeat-${marker}`

const told = async <T>({ people, host, usage }: Parts, { to }: Post, work: () => Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    const known = deliveryError(error)
    if (known.fault === 'quota') usage.spent('api')
    if (known.fault === 'personGone' && to.account) {
      await people
        .missed(to.account)
        .catch((failed) => host.log.warn({ err: failed }, 'somebody could not be looked up'))
    }
    throw known
  }
}

const edit = async ({ cards, shown }: Sender, post: Post, message: string): Promise<void> => {
  const [, card] = cardId.exec(message) ?? []
  if (!card) throw new DeliveryError('plain words cannot be edited', 'never', { fault: 'messageGone' })
  if (!shown.has(post)) await cards.update(card, post)
}

/** There is no way to ask for a card but to write it again, and none at all to ask for words. */
const find = async ({ cards, refused, shown }: Sender, post: Post): Promise<string | null> => {
  const card = trackOf(post)
  if (!isCard(post) || refused.has(card) || !(await cards.exists(card, post))) return null
  shown.add(post)
  return `card ${card}`
}

const place = async (ways: Sender, post: Post): Promise<string> => {
  try {
    return await (post.answers === undefined
      ? say(ways, { ...post, to: visible(post) })
      : answer(ways, post, post.answers))
  } catch (error) {
    if (deliveryError(error).fault !== 'quota') throw error
    // Until the month ends only who has spoken lately can still be told something.
    const there = { ...post, to: placeOf(post) }
    const said = await ways.messages.reply(there, { commands: true, to: post.only })
    if (said === null) throw error
    ways.usage.spent('api')
    return said
  }
}

/** A card, or the same in words where cards cannot be sent. */
const say = async ({ cards, messages, host, refused }: Sender, post: Post): Promise<string> => {
  const card = trackOf(post)
  try {
    if (refused.has(card)) return await messages.say(post, { commands: true })
    await cards.send(card, post)
    return `card ${card}`
  } catch (error) {
    if (refused.has(card) || !isCardRefusal(error)) throw error
    host.log.warn({ err: error }, 'a card was refused; it is said in words')
    remember(refused, card)
    return messages.say(post, { commands: true })
  }
}

const mostRefused = 1000

const remember = (refused: Set<string>, card: string): void => {
  refused.add(card)
  if (refused.size > mostRefused) refused.delete(refused.values().next().value ?? '')
}

/** Whoever is to sign a long text reads all of it: what is cut on its card follows as words. */
const sayWhole = async (ways: Sender, post: Post): Promise<string> => {
  const said = await say(ways, post)
  if (said.startsWith('card ') && isCut(post.card)) await ways.messages.say(post, { commands: false })
  return said
}

const answer = async (ways: Sender, post: Post, delivery: string): Promise<string> => {
  const { only } = post
  const there = { ...post, to: placeOf(post) }
  if (isPress(delivery) && isBrief(post)) {
    if (ways.presses.tip(delivery, ways.messages.inOneLine(post))) return 'tip'
    // The card says the same.
    if (ways.usage.thrifty() && !post.privately) return 'none'
  }
  if (isCard(post)) return sayWhole(ways, there)
  const replied = isPress(delivery) ? null : await ways.messages.reply(there, { commands: false, to: only })
  return replied ?? ways.messages.say(there, { commands: false })
}
