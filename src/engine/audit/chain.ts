/** The chain of the audit log: each hash covers an event and the hash before it; pure. */
import { createHash } from 'node:crypto'
import type { Break, ChainedEvent } from '../../kit/chain.js'
import type { Prisma } from '../../kit/store.js'

export type AuditEvent = Prisma.AuditEventGetPayload<object>

/** JSON that is the same for the same value: fields in the order of their code units, no blanks. */
export const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const fields = value as Record<string, unknown>
  const names = Object.keys(fields).sort()
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(fields[name])}`).join(',')}}`
}

/** Every column of an event; those that are empty are left out, so that a later column changes no older hash. */
const wordsOf = ({ id, at, ...rest }: AuditEvent): string => {
  const filled = Object.entries(rest).filter(([, value]) => value !== null)
  return canonical({ ...Object.fromEntries(filled), id: String(id), at: at.toISOString() })
}

/** Sha-256 (hexadecimal) of the hash before it, a line feed and the event; nothing is before the first. */
export const linkOf = (before: string, event: AuditEvent): string =>
  createHash('sha256')
    .update(`${before}\n${wordsOf(event)}`)
    .digest('hex')

/** A seal with the event it names; null when that is not there any more. */
export interface Link {
  seq: bigint
  hash: string
  event: AuditEvent | null
}

/** How far the chain was found whole. */
export interface Walked {
  seq: bigint
  hash: string
  last: AuditEvent | null
}

export const beginning: Walked = { seq: 0n, hash: '', last: null }

export const namedBy = (event: AuditEvent | null): ChainedEvent | null => {
  if (!event) return null
  const { id, at, actorId, platform, action, subject, campaignId } = event
  return { id: String(id), at, actorId, platform, action, subject, campaignId }
}

export interface Followed {
  walked: Walked
  broken: Break | null
}

/** Goes on from `from` along the first `count` links, and stops at one that does not follow; those behind tell why. */
export const follow = (from: Walked, links: readonly Link[], count = links.length): Followed => {
  let walked = from
  for (const [i, { seq, hash, event }] of links.slice(0, count).entries()) {
    const next = walked.seq + 1n
    const at = { seq: Number(next), before: namedBy(walked.last) }
    if (seq !== next || !event) return { walked, broken: { ...at, kind: 'removed', event: null } }
    if (linkOf(walked.hash, event) !== hash) {
      const kind = goesOnWithout(walked, links[i + 1]) ? 'inserted' : 'altered'
      return { walked, broken: { ...at, kind, event: namedBy(event) } }
    }
    walked = { seq, hash, last: event }
  }
  return { walked, broken: null }
}

/** Whether the link after this one follows upon the one before it. */
const goesOnWithout = ({ hash }: Walked, after: Link | undefined): boolean =>
  after?.event ? linkOf(hash, after.event) === after.hash : false
