/** A DingTalk of our own on this machine: it speaks the real wire protocol and is as strict as the real one. */
import { createGateway, type Gateway } from './gateway/index.js'
import type { Message } from './message.js'
import type { Conversation } from './organisation.js'
import { createPeople, type People } from './people/index.js'
import { listen } from './server.js'
import { conversationOf, createWorld, type DingtalkOptions, directOf, type World } from './world.js'

export interface Dingtalk
  extends Pick<World, 'options' | 'calls' | 'violations' | 'faults' | 'people' | 'cards' | 'media'> {
  /** The one address of both APIs and of the gateway. */
  url: string
  /** Connections and deliveries, and what may go wrong with them. */
  gateway: Gateway
  /** People of the organisation, acting. */
  acting: People
  /** Groups by openConversationId, free to be changed. */
  readonly groups: Map<string, Conversation>
  /** What the robot has written into a group, oldest first. */
  messages(conversationId: string): Message[]
  /** What the robot has written to somebody alone, oldest first. */
  direct(userId: string): Message[]
  /** Ends the session webhooks of one conversation, or of all, before their announced time. */
  endSessions(conversationId?: string): void
  /** The access token is good no more, before its time. */
  endToken(): void
  stop(): Promise<void>
}

/** Starts a server on a free port with one group `cid1==` and one person `u1`, unless others are given. */
export async function startDingtalk(options: DingtalkOptions = {}): Promise<Dingtalk> {
  const world = createWorld(options)
  const gateway = createGateway(world)
  const { origin, stop } = await listen(world, gateway)
  world.origin = origin
  return {
    options: world.options,
    calls: world.calls,
    violations: world.violations,
    faults: world.faults,
    people: world.people,
    cards: world.cards,
    media: world.media,
    url: origin,
    gateway,
    acting: createPeople({ world, gateway }),
    get groups() {
      return new Map([...world.conversations].filter(([, { kind }]) => kind === 'group'))
    },
    messages: (conversationId) => conversationOf(world, conversationId).messages,
    direct: (userId) => directOf(world, userId).messages,
    endSessions(conversationId) {
      for (const session of world.sessions.values()) {
        if (conversationId === undefined || session.conversation === conversationId) session.ended = true
      }
    },
    endToken() {
      world.token = null
    },
    stop,
  }
}

export type { Card, Texts } from './card.js'
export type { Outcome } from './gateway/delivery.js'
export { type Malformed, malformedKinds } from './gateway/malformed.js'
export { type Message, wordsOf } from './message.js'
export { markdownButton } from './options.js'
export type { People } from './people/index.js'
export type { Pressed } from './people/pressing.js'
export { errcode, refusal, trouble } from './trouble.js'
export type { DingtalkOptions } from './world.js'
