/** A chat platform: what it brings in and the few things it must be able to do. */
import type { Address, PlatformName } from './address.js'
import type { Card } from './card.js'
import type { Form } from './form.js'

/** Something a person did, already rid of everything that is peculiar to the platform. */
export interface Incoming {
  platform: PlatformName
  /** The platform's own id of this delivery: the same id is the same deed. */
  delivery: string
  /** The platform's user id of who did it. */
  account: string
  /** Where it was done. */
  place: Address
  deed:
    | { kind: 'line'; text: string }
    /** A button pressed or a form sent: the command is already typed. */
    | { kind: 'action'; command: string; args: Record<string, string>; form?: boolean }
}

/** What the platform gets back at once; messages come through the outbox. */
export interface Outcome {
  /** Arguments are missing or wrong: show this form. */
  form?: Form
  /** This delivery had been handled before. */
  repeated?: boolean
}

/** Takes a delivery: resolves `durable` when it is stored (acknowledge now), `done` when it is handled. */
export type Receive = (incoming: Incoming) => { durable: Promise<void>; done: Promise<Outcome> }

/** What to post: the card, and where only one account may see it. */
export interface Post {
  to: Address
  /** Only this account sees it in the channel. */
  only?: string
  card: Card
  /** Ours alone: lets `find` tell whether a send of unknown outcome arrived. */
  marker: string
}

export interface Platform {
  name: PlatformName
  /** The pause between two sends to one lane, in milliseconds. */
  pace: number
  /** @returns the platform's message id. @throws DeliveryError */
  post(post: Post): Promise<string>
  /** @throws DeliveryError */
  edit(post: Post, message: string): Promise<void>
  /** The message that carries our marker, if it arrived. */
  find(post: Post): Promise<string | null>
  start(receive: Receive): Promise<void>
  stop(): Promise<void>
}
