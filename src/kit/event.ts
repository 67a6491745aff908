/** News that travels upward: a feature says what happened, features above it react in the same transaction. */
import type { Context } from './context.js'

/** Each feature adds its events here by declaration merging: past tense, e.g. `campaign.created`. */
// biome-ignore lint/suspicious/noEmptyInterface: filled by the features
export interface Events {}

export type EventName = keyof Events

export interface Reaction<E extends EventName = EventName> {
  to: E
  run(ctx: Context, news: Events[E]): Promise<void>
}

export const defineReaction = <E extends EventName>(reaction: Reaction<E>): Reaction =>
  reaction as unknown as Reaction
