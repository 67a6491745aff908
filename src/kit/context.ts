/** One piece of work: who, where, when, and everything it may do inside its one transaction. */
import type { Address, PlatformName, Target } from './address.js'
import type { Card } from './card.js'
import type { May } from './command.js'
import type { EventName, Events } from './event.js'
import type { Fact, Unmet } from './feature.js'
import type { Upcoming } from './schedule.js'
import type { Db } from './store.js'
import type { Key, Language, Translate } from './translate.js'
import type { ViewRef } from './view.js'

/** The acting person, as far as the engine needs to know them. */
export interface Actor {
  id: string
  name: string
  language: string
  zone: string
  roles: readonly string[]
  /** Whose people and campaigns they see; empty: the house's own. */
  organisation: string
}

/** One line of the audit log; time, actor, platform and delivery are added by the engine. */
export interface Record {
  /** `noun.verb`, e.g. `task.status`. */
  action: string
  /** What it happened to, e.g. `task:17`. */
  subject: string
  campaign?: number
  before?: unknown
  after?: unknown
}

/** What views and gates may do: read. */
export interface Reading {
  db: Db
  at: Date
  /** The card stands already and is drawn again: what it said may be struck off, but not left as it was. */
  standing?: boolean
  /** Lines that features contribute to the card of a campaign. */
  facts(campaign: number): Promise<Fact[]>
}

export interface TellOptions {
  /** The place this message stands at: told again, it is redrawn there instead of posted anew. */
  replaces?: string
  /** What the card shows, e.g. `task:17`: `changed` redraws it. */
  subjects?: readonly string[]
  /** The place whose message this belongs to: said in its thread, where the platform has threads. */
  thread?: string
  /** To a person on every platform where they are, not only on one: they are asked to decide. */
  everywhere?: true
  /** Nice to know: left out where messages are scarce. */
  courtesy?: true
  /** Why it is sent, as an audit word, e.g. `task.assigned`. */
  because: string
}

/** Private to the acting person: a fixed card, or a view that stays alive. `null` says nothing. */
export type Answer = Card | (ViewRef & { subjects?: readonly string[] }) | null

/** What help says about a command. */
export interface CommandInfo {
  name: string
  feature: string
  /** In the acting person's language, the usual one first. */
  words: readonly string[]
  summary: Key
  example: Key
  /** In the order in which they may be written without their names; those only buttons fill are left out. */
  args: readonly { name: string; required: boolean }[]
  may: May
  hidden: boolean
}

export interface Context extends Reading {
  /** The only now. */
  at: Date
  actor: Actor | null
  /** Whose people and campaigns `db` shows; empty: the house's own. */
  organisation: string
  platform: PlatformName | 'clock'
  /** Where the work came from, if from a chat. */
  place: Address | null
  /** In the acting person's language. */
  t: Translate
  /** What the house takes where nobody said anything else. */
  defaults: { language: Language; zone: string }
  tell(to: Target, view: ViewRef, options: TellOptions): Promise<void>
  /** Redraws every living card that shows one of these subjects, after the commit. */
  changed(...subjects: string[]): Promise<void>
  /** What a campaign has said in a channel stays as it is from now on. */
  letBe(channel: Address, campaign: number): Promise<void>
  /** `from` turned out to be `to`: what was shown to the one is shown to the other, as soon as it is drawn again. */
  handOver(from: string, to: Pick<Actor, 'id' | 'language' | 'zone' | 'organisation'>): Promise<void>
  record(entry: Record): Promise<void>
  /** What was recorded of a subject last, and by whom. */
  lastRecord(subject: string): Promise<{ action: string; actor: string | null } | null>
  emit<E extends EventName>(name: E, news: Events[E]): Promise<void>
  /** Unmet conditions for leaving `stage`. */
  unmet(stage: string, campaign: number): Promise<Unmet[]>
  /** The next runs of the clock, soonest first. */
  upcoming(limit: number): Promise<Upcoming[]>
  /** Starts, moves or ends a campaign's schedules: names them, or none. */
  schedule(campaign: number, zone: string, names: 'all' | 'none'): Promise<void>
  /** Has the timer `name` ring for `subject` at a moment; set again, it is moved there. */
  setTimer(name: string, subject: string, campaign: number, at: Date): Promise<void>
  /** Nothing that was set for these subjects rings any more. */
  dropTimers(...subjects: string[]): Promise<void>
  /** All commands in the order of the features, hidden ones included. */
  catalogue(): CommandInfo[]
}
