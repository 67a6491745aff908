/** A chat platform: what it brings in and the few things it must be able to do. */
import type { Address, PlatformName } from './address.js'
import type { Card } from './card.js'
import type { Finding } from './finding.js'
import type { Form } from './form.js'
import type { FetchedFile, SentFile } from './sent-file.js'
import type { Language } from './translate.js'

/** Something a person did, already rid of everything that is peculiar to the platform. */
export interface Incoming {
  platform: PlatformName
  /** The platform's own id of this delivery: the same id is the same deed. */
  delivery: string
  /** The platform's user id of who did it. */
  account: string
  /** Where it was done. */
  place: Address
  /** The platform's id of our message in whose thread it is said, or which it quotes. */
  about?: string
  /** It was not said to the bot: nothing is answered but with an offer. */
  overheard?: true
  /** No form can be shown in answer to this: what is missing is asked for with a button that opens one. */
  formless?: true
  /** In texts, `<@account>` names a person and `<!group:id>` all members of a group. */
  deed: /** `mentioned`: accounts that were mentioned, in their order, where the platform does not tell at which place. */
    | {
        kind: 'line'
        text: string
        mentioned?: readonly string[]
        /** Files that came with it. */
        files?: readonly SentFile[]
        /** How many more came with it than are looked at. */
        omitted?: number
      }
    /** A button pressed or a form sent: the command is already typed. */
    | { kind: 'action'; command: string; args: Record<string, string>; form?: boolean }
    /** The form of a command is wished for, filled with what is known. */
    | { kind: 'form'; command: string; args: Record<string, string> }
}

/** What the platform gets back at once; messages come through the outbox. */
export interface Outcome {
  /** Arguments are missing or wrong: show this form. */
  form?: Form
  /** This delivery had been handled before. */
  repeated?: boolean
}

/**
 * Takes a delivery: resolves `durable` when it is stored (acknowledge now) with whether it is new, `done` when it is
 * handled.
 */
export type Receive = (incoming: Incoming) => { durable: Promise<boolean>; done: Promise<Outcome> }

/** What to post: the card, and where only one account may see it. */
export interface Post {
  to: Address
  /** Only this account sees it in the channel. */
  only?: string
  card: Card
  /** Of the words a platform adds itself. */
  language: Language
  /** It will be edited: what it shows lives on. */
  alive: boolean
  /** The delivery that it answers, if it is an answer. */
  answers?: string
  /** Nobody else's business: it refuses what was asked for, or is about the person alone. */
  privately?: 'refusal' | 'personal'
  /** Ours alone: lets `find` tell whether a send of unknown outcome arrived. */
  marker: string
  /** It cannot have arrived before. */
  since: Date
}

/** Somebody as their platform knows them. */
export interface Profile {
  account: string
  /** Organisations in one store never see one another; empty: the house's own. */
  organisation: string
  name: string
  zone: string | null
  language: Language | null
  email: string | null
  /** What they may do there: administrators and guests stay what they are. */
  standing: 'admin' | 'member' | 'guest'
  /** False: they have left. */
  active: boolean
}

export interface Platform {
  name: PlatformName
  /** How many messages of one lane are drawn together: one where a send may have to wait for its turn. */
  ahead: number
  /** Answers take another way than news: neither waits for the other. */
  answersApart?: true
  /** It shows no forms: what is missing is asked for in words, one thing after the other. */
  formless?: true
  /** Whether the message that was posted so can be edited later. */
  editable(post: Pick<Post, 'to' | 'only'>, message: string): boolean
  /** @returns the platform's message id. @throws DeliveryError */
  post(post: Post): Promise<string>
  /** @throws DeliveryError */
  edit(post: Post, message: string): Promise<void>
  /** The message that carries our marker, if it arrived. @throws DeliveryError */
  find(post: Post): Promise<string | null>
  /** Messages are scarce: what is only nice to know is left out, and what waits for one place is said together. */
  thrifty?(): boolean
  /** How much later than asked the clock's messages leave, in milliseconds: at full hours everybody sends. */
  laterMs?(lane: string): number
  /** Who is behind an account; null when there is nobody, e.g. a bot. */
  profile?(account: string): Promise<Profile | null>
  /** The accounts in a group that was mentioned. */
  members?(group: string): Promise<string[]>
  /** Brings a file that `account` sent, and no more than `most` bytes of it. @throws FileError */
  fetch?(account: string, file: SentFile, most: number): Promise<FetchedFile>
  /** What is wrong with the set-up, as far as it concerns an organisation and the channels it uses. */
  check?(organisation: string, channels: readonly string[]): Promise<Finding[]>
  start(receive: Receive): Promise<void>
  /** Nothing comes in any more. */
  stop(): Promise<void>
  /** Nothing goes out any more, either: keeps what there is to keep. */
  close?(): Promise<void>
}
