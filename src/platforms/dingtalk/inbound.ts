/** What people say to the robot and press on cards: kept first, then acknowledged, then answered. */
import type { Action } from '../../kit/card.js'
import type { Outcome } from '../../kit/platform.js'
import { plainText } from '../../kit/text.js'
import { hashIn, tokenIn } from './buttons.js'
import { withTips } from './card.js'
import type { Listener, Pushed } from './connection.js'
import type { Host } from './host.js'
import { deliveryOfPress, fromMessage, fromPress, mentionedIn } from './incoming.js'
import type { Parts } from './parts.js'
import { cardPress, peopleNews, robotMessage } from './payloads.js'
import type { Seen } from './presses.js'

/** The robot's messages were refused for the quota: nothing was said. */
const quotaGone = '20001'
const comings = ['user_add_org', 'user_modify_org', 'user_leave_org']

export const createListener = (parts: Parts): Listener => {
  const { usage } = parts
  const listeners: Record<Pushed['kind'], Listener> = {
    robot: (pushed) => heard(parts, pushed),
    card: (pushed) => pressed(parts, pushed),
    event: (pushed) => happened(parts, pushed),
  }
  return (pushed) => {
    usage.count('stream')
    return listeners[pushed.kind](pushed)
  }
}

/** Nobody waits for what is done after the acknowledgement. */
const afterwards = ({ host }: Parts, work: Promise<unknown>): void => {
  work.catch((error) => host.log.error({ err: error }, 'a delivery could not be handled'))
}

const heard = async (parts: Parts, { data, messageId, ack }: Pushed): Promise<void> => {
  const { host, people, sessions } = parts
  const message = robotMessage.safeParse(data).data
  const done = () => ack({ response: null })
  if (!message) return done()
  if (String(message.errorCode ?? '') === quotaGone) {
    host.log.error({ reason: message.errorMessage }, 'the month’s messages of DingTalk are used up')
    parts.usage.spent('stream')
    return done()
  }
  const incoming = fromMessage(message, messageId)
  if (!incoming) {
    done()
    return afterwards(parts, turnAway(parts, message.sessionWebhook))
  }
  people.met(incoming.account, message.senderNick, message.isAdmin)
  for (const account of mentionedIn(message)) people.met(account)
  // Known before the deed: its answer goes that way.
  const remembered = sessions.remember(incoming.place, message)
  const received = host.receive(incoming)
  afterwards(parts, remembered)
  await received.durable
  done()
  afterwards(parts, received.done)
}

/** Somebody whom DingTalk does not name: of another organisation, or the app is not published. */
const turnAway = async ({ host, api, sessions }: Parts, webhook: string | undefined): Promise<void> => {
  if (!webhook || !sessions.trusts(webhook)) return
  const content = plainText(host.translator(host.defaults.language)('dingtalk.stranger'))
  await api.webhook(webhook, { msgtype: 'text', text: { content } })
}

const pressed = async (parts: Parts, { data, messageId, ack }: Pushed): Promise<void> => {
  const { host, presses, people } = parts
  const press = cardPress.safeParse(data).data
  if (!press) return ack({ response: {} })
  // From now on the card stays as it is until this is answered.
  const waiting = presses.open(press.outTrackId, deliveryOfPress(messageId), press.userId)
  try {
    const action = await actionOf(host, tokenIn(press))
    // Not one of our buttons, or one of a store that is gone.
    if (!action) return ack({ response: {} })
    people.met(press.userId)
    const { durable, done } = host.receive(fromPress(press, messageId, action))
    await durable
    afterwards(parts, done)
    const seen = await waiting.seen(finished(host, done))
    ack({ response: answerOf(seen) })
  } finally {
    waiting.close()
  }
}

/** The work is done, and so is what it had to say. */
const finished = async (host: Host, done: Promise<Outcome>): Promise<void> => {
  await done.catch(() => undefined)
  await host.settled()
}

/** What only the presser sees; everybody's card follows. */
const answerOf = ({ drawn, tips }: Seen): object => {
  if (!drawn && !tips) return {}
  const cardParamMap = drawn ? (tips ? withTips(drawn, tips) : drawn).data : { tips: tips ?? '' }
  return { cardUpdateOptions: { updateCardDataByKey: true }, cardData: { cardParamMap } }
}

const actionOf = async (host: Host, token: string | null): Promise<Action | null> => {
  if (token === null) return null
  const kept = await host.prisma.keptAction.findUnique({
    where: { hash: hashIn(token) },
  })
  return (kept?.action as unknown as Action | undefined) ?? null
}

const happened = async (parts: Parts, { data, eventType = '', ack }: Pushed): Promise<void> => {
  ack({ status: 'SUCCESS', message: '' })
  if (!comings.includes(eventType)) return
  const { userId } = peopleNews.parse(data)
  afterwards(parts, parts.people.refresh(userId, eventType === 'user_leave_org'))
}
