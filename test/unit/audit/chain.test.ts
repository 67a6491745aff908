/** The chain by itself: whatever is changed, taken out, put in or moved is found, and named at its place. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type AuditEvent,
  beginning,
  canonical,
  follow,
  type Link,
  linkOf,
} from '../../../src/engine/audit/chain.js'

const eventOf = (id: number, change: Partial<AuditEvent> = {}): AuditEvent => ({
  id: BigInt(id),
  at: new Date(1_716_512_400_000 + id),
  organisation: 'T1',
  actorId: 'manager',
  platform: 'slack',
  action: 'task.status',
  subject: `task:${id}`,
  campaignId: 1,
  before: { status: 'todo' },
  after: { status: 'doing' },
  cause: `d${id}`,
  ...change,
})

const sealed = (events: readonly AuditEvent[]): Link[] => {
  let hash = ''
  return events.map((event, i) => {
    hash = linkOf(hash, event)
    return { seq: BigInt(i + 1), event, hash }
  })
}
const chainOf = (length: number) => sealed(Array.from({ length }, (_, i) => eventOf(i + 1)))
const brokenIn = (links: readonly Link[]) => follow(beginning, links).broken
const changed = (links: readonly Link[], at: number, change: Partial<AuditEvent>): Link[] =>
  links.map((link, i) => (i === at && link.event ? { ...link, event: { ...link.event, ...change } } : link))

const somewhere = fc
  .integer({ min: 2, max: 12 })
  .chain((length) => fc.tuple(fc.constant(length), fc.nat(length - 1)))

describe('the chain', () => {
  it('of what nobody touched is whole, in one go or page by page', () => {
    const links = chainOf(9)
    expect(brokenIn(links)).toBeNull()
    const half = follow(beginning, links, 4)
    expect(half.walked.seq).toBe(4n)
    expect(follow(half.walked, links.slice(4))).toEqual(follow(beginning, links))
  })

  it('names the event of which any column was changed', () => {
    const changes: Partial<AuditEvent>[] = [
      ...[{ at: new Date(0) }, { organisation: '' }, { actorId: null }, { platform: 'dingtalk' }],
      ...[{ action: 'task.add' }, { subject: 'task:99' }, { campaignId: null }, { cause: null }],
      ...[{ before: null }, { before: { status: 'doing' } }, { after: { status: 'doing', by: 'x' } }],
      { id: 99n },
    ]
    fc.assert(
      fc.property(somewhere, fc.constantFrom(...changes), ([length, at], change) => {
        const broken = brokenIn(changed(chainOf(length), at, change))
        expect(broken).toMatchObject({ kind: 'altered', seq: at + 1 })
        expect(broken?.before?.id ?? null).toBe(at === 0 ? null : String(at))
      }),
    )
  })

  it('names the place of an event that is gone, with its seal or without', () => {
    fc.assert(
      fc.property(somewhere, ([length, at]) => {
        const gone = chainOf(length).map((link, i) => (i === at ? { ...link, event: null } : link))
        expect(brokenIn(gone)).toMatchObject({ kind: 'removed', seq: at + 1, event: null })
        const without = chainOf(length).filter((_, i) => i !== at)
        const expected = at === length - 1 ? null : { kind: 'removed', seq: at + 1 }
        if (expected) expect(brokenIn(without)).toMatchObject(expected)
        else expect(brokenIn(without)).toBeNull()
      }),
    )
  })

  it('finds two that changed places, and one put between others with all behind it counted anew', () => {
    fc.assert(
      fc.property(somewhere, fc.nat(11), ([length, at], far) => {
        const links = chainOf(length)
        const other = (at + 1 + (far % (length - 1))) % length
        const swapped = links.map((link, i) => ({
          ...link,
          event: links[i === at ? other : i === other ? at : i]?.event ?? null,
        }))
        expect(brokenIn(swapped)).toMatchObject({ seq: Math.min(at, other) + 1 })
        const extra = eventOf(500)
        const put = [
          ...links.slice(0, at),
          { seq: 0n, hash: 'f'.repeat(64), event: extra },
          ...links.slice(at),
        ]
        const counted = put.map((link, i) => ({ ...link, seq: BigInt(i + 1) }))
        expect(brokenIn(counted)).toMatchObject({ kind: 'inserted', seq: at + 1, event: { id: '500' } })
      }),
    )
  })

  it('ends in another hash whenever all behind a change was sealed anew', () => {
    fc.assert(
      fc.property(somewhere, ([length, at]) => {
        const events = chainOf(length).flatMap(({ event }) => (event ? [event] : []))
        const forged = events.map((event, i) => (i === at ? { ...event, actorId: 'somebody' } : event))
        expect(sealed(forged).at(-1)?.hash).not.toBe(sealed(events).at(-1)?.hash)
      }),
    )
  })
})

describe('what is hashed', () => {
  it('is the same however the store orders fields, and different for different values', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
        const [a, b] = [one, other].map((value) => JSON.parse(JSON.stringify(value)) as unknown)
        expect(JSON.parse(canonical(a))).toEqual(a)
        expect(canonical(a) === canonical(b)).toBe(JSON.stringify(a) === JSON.stringify(b) || isEqual(a, b))
      }),
    )
    expect(canonical({ b: [1, { d: '同意', c: null }], a: 'x' })).toBe(
      '{"a":"x","b":[1,{"c":null,"d":"同意"}]}',
    )
  })

  it('leaves out what is empty, so that a new column changes no older hash', () => {
    const event = eventOf(1, { before: null })
    expect(linkOf('', { ...event, later: null } as AuditEvent)).toBe(linkOf('', event))
    // Worked out with another program, so that the form never changes by accident.
    expect(linkOf('', event)).toMatchInlineSnapshot(
      `"407e066f401c5ac1fee58147770411e7c9494c90301b0e9a7d79ef11238a9083"`,
    )
  })
})

const isEqual = (a: unknown, b: unknown): boolean => {
  try {
    expect(a).toEqual(b)
    return true
  } catch {
    return false
  }
}
