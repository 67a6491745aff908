/** What travels between the page and the playground's API. Ids are opaque: the page only hands them back. */
import type { Card } from '../../../kit/card.js'
import type { FormField } from '../../../kit/form.js'
import type { Language } from '../../../kit/translate.js'

export interface Person {
  id: string
  name: string
  language: Language
  /** IANA zone */
  zone: string
  department: string | null
  roles: string[]
  roleNames: string[]
}

export interface Channel {
  id: string
  name: string
  kind: 'group' | 'direct'
  /** Whose conversation with the bot this is; `null` for a group. */
  person: string | null
}

export interface Message {
  id: string
  channel: string
  at: string
  editedAt: string | null
  /** `null` is the bot. */
  author: string | null
  text: string
  /** What came with it; `size` in bytes. */
  files: { name: string; size: number }[]
  card: Card | null
  /** In the order of `buttonsOf(card)`. */
  buttons: { id: string; label: string }[]
  /** `null` is everybody in the channel. */
  visibleTo: string[] | null
}

export interface State {
  now: string
  zone: string
  people: Person[]
  channels: Channel[]
}

export interface WireForm {
  id: string
  title: string
  submit: string
  fields: FormField[]
}

/** What a deed brings back: messages the acting person sees anew, perhaps a form to fill in. */
export interface Answer {
  messages: Message[]
  form: WireForm | null
  now: string
}

export type Move = { to: string } | { next: true }

export interface Moved {
  now: string
  /** How many events ran on the way. */
  ran: number
  messages: Message[]
}

export interface Upcoming {
  at: string
  title: string
  campaign: string
}

export interface Completion {
  /** The whole line as it reads once this is taken. */
  insert: string
  label: string
  hint: string
}

export interface Sample {
  feature: string
  name: string
  card: Card
}

/** Something a person does; sent again with the same delivery it is the same deed. */
export type Act =
  | { kind: 'say'; channel: string; text: string; files: File[] }
  | { kind: 'press'; message: string; button: string }
  | { kind: 'submit'; form: string; values: Record<string, string> }
