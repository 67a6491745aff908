/** What a feature gives to the house; `features/index.ts` lists them in order, lower ones first. */
import type { Card } from './card.js'
import type { Command } from './command.js'
import type { Reading } from './context.js'
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
  facts?: (store: Reading, campaign: number) => Promise<Fact[]>
}
