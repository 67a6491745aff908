/** News that travels upward: a feature says what happened, features above it react in the same transaction. */
import type { Address } from './address.js'
import type { Context } from './context.js'
import type { Fault } from './errors.js'

/** The word of answers to whoever acted. */
export const answerWord = 'answer'

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

/** Each feature adds its events here by declaration merging: past tense, e.g. `campaign.created`. */
export interface Events {
  'message.undelivered': Undelivered
}

export type EventName = keyof Events

export interface Reaction<E extends EventName = EventName> {
  to: E
  run(ctx: Context, news: Events[E]): Promise<void>
}

export const defineReaction = <E extends EventName>(reaction: Reaction<E>): Reaction =>
  reaction as unknown as Reaction
