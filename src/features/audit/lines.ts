/** From rows of the log to lines in words: who, what, which thing, before and after. */
import { formatId } from '../../kit/ids.js'
import type { Db } from '../../kit/store.js'
import type { Translate } from '../../kit/translate.js'
import { kpisOf } from '../kpi/index.js'
import { peopleByIds } from '../people/index.js'
import { tasksOf } from '../task/index.js'
import { type Change, changesOf, partsOf } from './audit.js'
import type { AuditEvent } from './audit.repo.js'

export interface Line {
  at: Date
  /** Name of who did it; null for the clock. */
  who: string | null
  /** Where it was done: a chat platform, or clock. */
  platform: string
  action: string
  /** The thing it happened to, as people type it. */
  ref: string
  changes: Change[]
}

/** As much of an event as its line tells. */
export type Told = Pick<
  AuditEvent,
  'at' | 'actorId' | 'platform' | 'action' | 'subject' | 'campaignId' | 'before' | 'after'
>

type Names = ReadonlyMap<string, string>

/** Lines of `events` in their order. */
export const linesOf = async (db: Db, t: Translate, events: readonly Told[]): Promise<Line[]> => {
  const changes = events.map((event) => changesOf(event.action, event.before, event.after))
  const people = await namesIn(db, events, changes)
  const refs = await refsIn(db, events)
  return events.map((event, i) => ({
    at: event.at,
    who: event.actorId === null ? null : (people.get(event.actorId) ?? event.actorId),
    platform: event.platform,
    action: event.action,
    ref: refOf(t, event.subject, { people, refs }),
    changes: (changes[i] ?? []).map((change) => worded(t, event.action, change, people)),
  }))
}

/** Everybody who acted, was acted upon or stands in a value. */
const namesIn = async (db: Db, events: readonly Told[], changes: readonly Change[][]): Promise<Names> => {
  const values = changes.flat().flatMap(({ before, after }) => [before, after])
  const subjects = events.map(({ subject }) => subject.replace(/^person:/, ''))
  const ids = [...values, ...subjects, ...events.map(({ actorId }) => actorId)].filter((id) => id !== null)
  const people = await peopleByIds(
    db,
    ids.filter((id) => id.length <= 60),
  )
  return new Map(people.map(({ id, name }) => [id, name]))
}

/** `task:17` → `M-003`: numbers within the campaigns these events belong to. */
const refsIn = async (db: Db, events: readonly Told[]): Promise<Names> => {
  const refs = new Map<string, string>()
  const campaigns = new Set(events.flatMap(({ campaignId }) => (campaignId === null ? [] : [campaignId])))
  for (const campaign of campaigns) {
    for (const { id, number } of await tasksOf(db, campaign)) refs.set(`task:${id}`, formatId('M', number))
    for (const { id, number } of await kpisOf(db, campaign)) refs.set(`kpi:${id}`, formatId('K', number))
  }
  return refs
}

const refOf = (t: Translate, subject: string, { people, refs }: { people: Names; refs: Names }): string => {
  const [kind = '', id = '', document = ''] = subject.split(':')
  if (kind === 'campaign') return formatId('C', Number(id))
  if (kind === 'approval') return formatId('A', Number(id))
  if (kind === 'goal') return formatId('G', Number(id))
  if (kind === 'issue') return formatId('I', Number(id))
  if (kind === 'person') return people.get(subject.slice(7)) ?? subject.slice(7)
  if (kind === 'report') return t.named('template.document', document)
  if (kind === 'calendar' || kind === 'template' || kind === 'programme')
    return t.named('audit.nouns', kind).split('|')[0] ?? kind
  if (kind === 'schedule') return scheduleName(t, id)
  return refs.get(subject) ?? subject
}

/** `standup.digest` in the words of its feature. */
const scheduleName = (t: Translate, name: string): string => {
  const { noun, verb } = partsOf(name)
  return t.named(`${noun}.schedules`, verb)
}

/** Fields that hold the id of a person; elsewhere an id may be an ordinary word. */
const isPerson = /Id$|^(owner|approver|for|by|value)$/

/** Fields whose words stand elsewhere. */
const groups: Readonly<Record<string, string>> = {
  role: 'people.role',
  roles: 'people.role',
  why: 'people.why',
}

/** Stored keys have words under `<noun>.<field>`, e.g. `task.status`; everything else is shown as it is. */
const worded = (t: Translate, action: string, change: Change, people: Names): Change => {
  const { noun } = partsOf(action)
  const group = groups[change.field] ?? `${noun}.${change.field}`
  const word = (value: string | null) => {
    if (value === null) return null
    if (change.field === 'revision') return `v${value}`
    const person = isPerson.test(change.field) ? people.get(value) : undefined
    if (change.field !== 'roles') return person ?? t.named(group, value)
    return value
      .split(', ')
      .map((role) => t.named(group, role))
      .join(', ')
  }
  return { ...change, before: word(change.before), after: word(change.after) }
}
