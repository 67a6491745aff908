/** DingTalk's payloads as deliveries: who did what where, rid of everything that is DingTalk's own. */
import type { Address } from '../../kit/address.js'
import type { Action } from '../../kit/card.js'
import type { Incoming } from '../../kit/platform.js'
import type { CardPress, RobotMessage } from './payloads.js'
import { sentIn } from './sent-files.js'

/** Answers differ: a line is answered where it was said, a press on the card itself or in private. */
export const isPress = (delivery: string): boolean => delivery.startsWith('press:')
export const deliveryOfPress = (messageId: string): string => `press:${messageId}`

const placeOf = (
  message: Pick<RobotMessage, 'conversationId' | 'conversationType'>,
  account: string,
): Address =>
  message.conversationType === '1'
    ? { platform: 'dingtalk', account }
    : { platform: 'dingtalk', channel: message.conversationId }

/** Left behind where something was cut out. */
const unseen = /[\u200b\u2060\ufeff]/g
/** As it is typed elsewhere, and copied from there. */
const isSlash = /^\/mkt(?:\s+|$)/i
const isMark = /^\s*[@＠]\S+(?:\s+|$)/u

/** The words: DingTalk has cut out the mentions it knows; the robot's own may have been typed by hand. */
const wordsOf = ({ msgtype, text, content }: RobotMessage): string => {
  if (msgtype === 'richText') return (content?.richText ?? []).map((part) => part.text ?? '').join('')
  return text?.content ?? content?.recognition ?? ''
}

/** People mentioned, without the robot and those of other organisations. */
export const mentionedIn = ({ atUsers = [], chatbotUserId }: RobotMessage): string[] =>
  atUsers.flatMap(({ dingtalkId, staffId }) => (staffId && dingtalkId !== chatbotUserId ? [staffId] : []))

/** @returns null for somebody whom DingTalk does not name. */
export const fromMessage = (message: RobotMessage, messageId: string): Incoming | null => {
  const { senderStaffId: account, msgId } = message
  if (!account) return null
  const files = sentIn(message)
  return {
    platform: 'dingtalk',
    delivery: `message:${msgId || messageId}`,
    account,
    place: placeOf(message, account),
    formless: true,
    deed: {
      kind: 'line',
      text: wordsOf(message).replace(unseen, '').replace(isMark, '').trim().replace(isSlash, ''),
      mentioned: [...new Set(mentionedIn(message))],
      ...(files.length > 0 ? { files } : {}),
    },
  }
}

/** A card in a group lies in `…IM_GROUP.<conversation>`, one with a person in `…IM_ROBOT.<user>`. */
export const placeOfPress = ({ spaceId = '', userId }: CardPress): Address => {
  const [, conversation] = /(?:IM_GROUP\.)?(cid[^;]+)$/.exec(spaceId) ?? []
  return conversation
    ? { platform: 'dingtalk', channel: conversation }
    : { platform: 'dingtalk', account: userId }
}

export const fromPress = (press: CardPress, messageId: string, action: Action): Incoming => ({
  platform: 'dingtalk',
  delivery: deliveryOfPress(messageId),
  account: press.userId,
  place: placeOfPress(press),
  formless: true,
  deed: { kind: 'action', command: action.command, args: action.args },
})
