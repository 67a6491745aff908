/** Everything one server knows: the app, the organisation, what was promised to the app and what it did. */
import { randomBytes } from 'node:crypto'
import type { Json } from '../slack/json.js'
import type { Card } from './card.js'
import { createFaults, type Faults } from './faults.js'
import { type Behaviour, defaults } from './options.js'
import {
  type Conversation,
  type GroupSpec,
  makeDirect,
  makeGroup,
  makePerson,
  type Person,
  type PersonSpec,
} from './organisation.js'
import { createRandom } from './random.js'

export interface DingtalkOptions extends Partial<Behaviour> {
  people?: PersonSpec[]
  groups?: GroupSpec[]
  /** Of everything that is left to chance. */
  seed?: number
}

/** One HTTP call. `status` and `answer` are null where nothing came back. */
export interface Call {
  method: string
  path: string
  query: Record<string, string>
  body: Json | null
  status: number | null
  answer: Json | null
  /** Milliseconds since 1970. */
  at: number
}

/** A place where answers may be sent for a while without a token. */
export interface Session {
  id: string
  conversation: string
  /** As it was announced; milliseconds since 1970. */
  expiresAt: number
  /** It ended before its time; or the app was told that it has ended. */
  ended: boolean
  told: boolean
}

/** A promise that one connection may be opened. */
export interface Ticket {
  at: number
  used: boolean
  /** E.g. `CALLBACK /v1.0/im/bot/messages/get`. */
  topics: Set<string>
}

export interface World {
  options: Behaviour
  random: () => number
  people: Map<string, Person>
  /** Groups by openConversationId, and conversations with one person. */
  conversations: Map<string, Conversation>
  cards: Map<string, Card>
  /** `url`: handed out instead of an address of this server. */
  media: Map<string, { type: string; name: string; bytes: Buffer; url?: string | undefined }>
  sessions: Map<string, Session>
  tickets: Map<string, Ticket>
  token: { value: string; expiresAt: number } | null
  calls: Call[]
  /** Everything the app did that the real server or its documents forbid. */
  violations: string[]
  /** The latest presses sent to the app, by the card they were on. */
  openPresses: Set<{ outTrackId: string; isOpen(): boolean }>
  faults: Faults
  /** A new id that cannot be guessed. */
  id(prefix: string): string
  /** `http://127.0.0.1:PORT`. */
  origin: string
}

export function createWorld(given: DingtalkOptions): World {
  const {
    people: persons = [{ userId: 'u1', name: '林', isAdmin: true }],
    groups,
    seed = 1,
    ...options
  } = given
  const random = createRandom(seed)
  const people = persons.map(makePerson)
  const everybody = people.map(({ userId }) => userId)
  const all = (groups ?? [{ id: 'cid1==', title: '大促' }]).map((group) => makeGroup(group, everybody))
  return {
    options: { ...defaults, ...options },
    random,
    people: new Map(people.map((person) => [person.userId, person])),
    conversations: new Map(all.map((one) => [one.id, one])),
    cards: new Map(),
    media: new Map(),
    sessions: new Map(),
    tickets: new Map(),
    token: null,
    calls: [],
    violations: [],
    openPresses: new Set(),
    faults: createFaults(random),
    id: (prefix) => `${prefix}${randomBytes(12).toString('base64url')}`,
    origin: '',
  }
}

/** @throws Error where a test names somebody who is not there. */
export function personOf({ people }: World, userId: string): Person {
  const person = people.get(userId)
  if (!person) throw new Error(`there is nobody ${userId}`)
  return person
}

/** The conversation of one person with the robot, opened when it is first needed. */
export function directOf(world: World, userId: string): Conversation {
  const fresh = makeDirect(personOf(world, userId).userId)
  const conversation = world.conversations.get(fresh.id) ?? fresh
  world.conversations.set(fresh.id, conversation)
  return conversation
}

/** @throws Error where a test names a group that is not there. */
export function conversationOf({ conversations }: World, id: string): Conversation {
  const conversation = conversations.get(id)
  if (!conversation) throw new Error(`there is no conversation ${id}`)
  return conversation
}
