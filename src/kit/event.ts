/** News that travels upward: a feature says what happened, features above it react in the same transaction. */
import type { Address, PlatformName } from './address.js'
import type { Context } from './context.js'
import type { Fault } from './errors.js'

/** The words of what is said to whoever acted: answers, and what is nobody else's business. */
export const answerWord = 'answer'
export const refusalWord = 'refusal'
export const personalWord = 'personal'
export type AnswerWord = typeof answerWord | typeof refusalWord | typeof personalWord

export const isAnswerWord = (word: string): word is AnswerWord =>
  [answerWord, refusalWord, personalWord].includes(word)

/** The word of messages that speak of undelivered ones: when they fail themselves, nobody is told. */
export const undeliveredWord = 'message.undelivered'

/** A message that its platform refused. */
export interface Undelivered {
  to: Address
  campaign: number | null
  fault: Fault
  /** What the platform named, e.g. the missing permission. */
  detail: string
  /** It is tried again; else it is given up. */
  waits: boolean
}

/** Shares (percent) of the month's messages: from when on somebody is told, and from when on they are saved. */
export const scarceFrom = { told: 80, saved: 95 } as const

/** A platform's messages of the month are running short. */
export interface Scarce {
  platform: PlatformName
  /** What is counted: calls of its API, or messages over its stream. */
  kind: 'api' | 'stream'
  /** The share that is used. */
  percent: number
  used: number
  quota: number
}

/** Each feature adds its events here by declaration merging: past tense, e.g. `campaign.created`. */
export interface Events {
  'message.undelivered': Undelivered
  'messages.scarce': Scarce
}

export type EventName = keyof Events

export interface Reaction<E extends EventName = EventName> {
  to: E
  run(ctx: Context, news: Events[E]): Promise<void>
}

export const defineReaction = <E extends EventName>(reaction: Reaction<E>): Reaction =>
  reaction as unknown as Reaction
