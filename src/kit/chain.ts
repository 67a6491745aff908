/** What a walk along the chain of the audit log finds. */

/** An event as far as it names one. */
export interface ChainedEvent {
  id: string
  at: Date
  actorId: string | null
  platform: string
  action: string
  subject: string
  campaignId: number | null
}

/** The first place where the log is not what was sealed. */
export interface Break {
  kind: 'altered' | 'removed' | 'inserted'
  /** The place in the chain; null for an event that never got one. */
  seq: number | null
  /** What stands there now; null when nothing does. */
  event: ChainedEvent | null
  /** The last event that was still whole. */
  before: ChainedEvent | null
}

export interface ChainReport {
  /** How many were found whole, from the beginning on. */
  events: number
  /** When the first and the last of them say that they happened. */
  first: Date | null
  last: Date | null
  /** Of the last one; empty where nothing is sealed. */
  hash: string
  broken: Break | null
  /** The place of the hash that was asked for; null when it is nowhere in the chain. */
  kept: number | null
}

/** As people read it out and type it: the beginning tells a hash from all others of a log. */
export const shortHash = (hash: string): string => hash.slice(0, 12)
