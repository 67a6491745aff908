/** What a feature gives to the house; `features/index.ts` lists them in order, lower ones first. */
import type { Card } from './card.js'
import type { Command } from './command.js'
import type { Answer, Context, Reading } from './context.js'
import type { Reaction } from './event.js'
import type { MakeFile } from './file.js'
import type { Schedule } from './schedule.js'
import type { Timer } from './timer.js'
import type { Key, Params, Translate } from './translate.js'
import type { View, Viewer } from './view.js'

/** A condition that is not met yet, in words. */
export interface Unmet {
  key: Key
  params?: Params
}

/** A line on the card of a campaign; with a button that opens the list behind it. */
export interface Fact {
  key: Key
  params?: Params
  tone?: 'warn' | 'bad'
  /** The list behind it, with a label of its own; the label gets the same `params`. */
  open?: { label: Key; command: string; args: Record<string, string> }
}

/** A line that calls no command, or one in the thread of a message of ours. */
export interface Heard {
  text: string
  /** What the message shows that it is said about, e.g. `approval:7`. */
  about: readonly string[]
  /** It was not said to the bot. */
  overheard: boolean
  /** Said to the bot alone. */
  direct: boolean
}

export interface Sample {
  name: string
  draw(t: Translate, viewer: Viewer): Card
}

export interface Feature {
  name: string
  commands?: readonly Command[]
  views?: Record<string, View>
  schedules?: readonly Schedule[]
  timers?: readonly Timer[]
  reactions?: readonly Reaction[]
  samples?: readonly Sample[]
  /** Files that cards may carry, by name. */
  files?: Readonly<Record<string, MakeFile>>
  /** Conditions for leaving a stage, keyed by stage. */
  gates?: Readonly<Record<string, (store: Reading, campaign: number) => Promise<Unmet[]>>>
  /** What it makes of a line: an offer to press, private to whoever said it, or null. Nothing is done on hearing it. */
  hears?: (ctx: Context, heard: Heard) => Promise<Answer>
  facts?: (store: Reading, campaign: number) => Promise<Fact[]>
}
