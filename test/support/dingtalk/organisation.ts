/** The organisation: its people, its groups, and what stands on their screens. */
import type { Message } from './message.js'

export interface PersonSpec {
  /** The id within the organisation, also called staffId. */
  userId: string
  name?: string
  isAdmin?: boolean
  mobile?: string
  email?: string
  title?: string
  /** Of another organisation: the robot is not told who it is. */
  outside?: boolean
  /** Outside of what the app may see of the address book. */
  hidden?: boolean
  /** The robot has written too much: messages are held back. */
  flowControlled?: boolean
}

export interface Person extends Required<PersonSpec> {
  unionId: string
  /** The opaque id that stands beside the userId in messages. */
  dingtalkId: string
}

export interface GroupSpec {
  /** Also called openConversationId, e.g. `cidA==`. */
  id: string
  title?: string
  /** User ids; everybody unless said otherwise. */
  members?: string[]
  /** Whether the robot is in it; true unless said otherwise. */
  robot?: boolean
}

export interface Conversation {
  id: string
  kind: 'group' | 'direct'
  title: string
  members: Set<string>
  robot: boolean
  /** Disbanded. */
  gone: boolean
  /** What the robot has written, oldest first. */
  messages: Message[]
}

export const makePerson = (spec: PersonSpec): Person => ({
  name: spec.userId,
  isAdmin: false,
  mobile: '',
  email: '',
  title: '',
  outside: false,
  hidden: false,
  flowControlled: false,
  ...spec,
  unionId: `union-${spec.userId}`,
  dingtalkId: `$:LWCP_v1:$${Buffer.from(spec.userId).toString('base64')}`,
})

export const makeGroup = (spec: GroupSpec, everybody: string[]): Conversation => ({
  id: spec.id,
  kind: 'group',
  title: spec.title ?? spec.id,
  members: new Set(spec.members ?? everybody),
  robot: spec.robot ?? true,
  gone: false,
  messages: [],
})

/** One person and the robot. */
export const makeDirect = (userId: string): Conversation => ({
  id: `cidD${userId}==`,
  kind: 'direct',
  title: userId,
  members: new Set([userId]),
  robot: true,
  gone: false,
  messages: [],
})
