/** Files that people send: named where they came in, fetched at their platform when a command wants them. */

/** What the platform told of a file; its bytes stay there until they are needed. */
export interface SentFile {
  /** Empty where the platform does not say. */
  name: string
  /** Bytes, as announced. */
  size?: number
  /** The media type, as announced. */
  type?: string
  /** What the platform finds it by; nobody else reads it, and it opens nothing by itself. */
  ref: string
}

/** A file as a command gets it. */
export interface OfferedFile extends Omit<SentFile, 'ref'> {
  /** @throws UserError when it cannot be fetched, or has more than `most` bytes */
  read(most: number): Promise<FetchedFile>
}

export interface FetchedFile {
  name: string
  bytes: Uint8Array
}

/** How a command takes a file: the argument that names it, in place of one that would be typed. */
export interface Takes {
  arg: string
  insteadOf: string
  /** Whether it may be what the command wants, as far as its name and media type tell. */
  accepts(file: Omit<SentFile, 'ref'>): boolean
}

/**
 * Why a file cannot be fetched: deleted or expired; not for us to read; a permission is missing; too big; the platform
 * does not answer; it lies where nothing is fetched from.
 */
export type FileFault = 'gone' | 'denied' | 'scope' | 'tooBig' | 'silent' | 'foreign'

/** A platform's word on a file that it could not bring. */
export class FileError extends Error {
  constructor(
    readonly fault: FileFault,
    /** What the platform named, e.g. the missing permission. */
    readonly detail = '',
    options: ErrorOptions = {},
  ) {
    super(detail === '' ? fault : `${fault}: ${detail}`, options)
    this.name = 'FileError'
  }
}

/** Files of one message that are looked at. */
export const mostFiles = 5

/** Each file of a message is a delivery of its own, the first under the message's name. */
export const deliveryOfFile = (delivery: string, index: number): string =>
  index === 0 ? delivery : `${delivery}/file${index + 1}`
