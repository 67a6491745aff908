/** What the robot has put into a conversation, by whichever way. */
import type { Json } from '../slack/json.js'
import { type Button, buttonsOf, type Card } from './card.js'

export interface Message {
  /** Over a session webhook, by the robot API, or as a card. */
  kind: 'webhook' | 'robot' | 'card'
  /** The msgtype or msgKey, e.g. `markdown`, `sampleFile`; of cards `card`. */
  type: string
  conversation: string
  readonly title: string
  /** The words or the markdown; of cards as everybody sees them now. */
  readonly text: string
  readonly buttons: Button[]
  /** Who was notified: user ids, or `@ALL`. */
  mentions: string[]
  /** Milliseconds since 1970. */
  at: number
  /** The processQueryKey; null for messages over a webhook. */
  key: string | null
  recalled: boolean
  /** As they came: msgParam, or the part of the webhook's body. */
  fields: Json
  card?: Card
}

type Spoken = Pick<Message, 'kind' | 'type' | 'conversation' | 'mentions' | 'key' | 'fields'>

const words = (value: unknown): string => (typeof value === 'string' ? value : '')

export const plainMessage = (spoken: Spoken): Message => ({
  ...spoken,
  title: words(spoken.fields.title),
  text: words(spoken.fields.text ?? spoken.fields.content),
  buttons: [],
  at: Date.now(),
  recalled: false,
})

export const cardMessage = (card: Card, conversation: string, mentions: string[], key: string): Message => ({
  kind: 'card',
  type: 'card',
  conversation,
  mentions,
  key,
  fields: {},
  at: Date.now(),
  recalled: false,
  card,
  get title() {
    return card.data.title ?? ''
  },
  get text() {
    return card.data.markdown ?? ''
  },
  get buttons() {
    return card.buttons
  },
})

/** Everything a person could read in a message, or in a card as everybody or one person sees it. */
export const wordsOf = ({ card, fields }: Message, userId?: string): string => {
  if (!card) return Object.values(fields).filter(isText).join('\n')
  const { sys_full_json_obj: _buttons, btns: _list, ...rest } = userId ? card.seenBy(userId) : card.data
  const labels = buttonsOf(userId ? card.seenBy(userId) : card.data).map(({ label }) => label)
  return [...Object.values(rest), ...labels].join('\n')
}

const isText = (value: unknown) => typeof value === 'string'
