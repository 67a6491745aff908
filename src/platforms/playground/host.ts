/** What the playground needs of the house; main introduces them. */
import type { CommandInfo } from '../../kit/context.js'
import type { Sample } from '../../kit/feature.js'
import type { FileRef } from '../../kit/file.js'
import type { Receive } from '../../kit/platform.js'
import type { Upcoming } from '../../kit/schedule.js'
import type { Db, PrismaClient } from '../../kit/store.js'
import type { Language, Translate } from '../../kit/translate.js'

export interface Host {
  prisma: PrismaClient
  receive: Receive
  /** Resolves when the outbox is empty. */
  settled(): Promise<void>
  /** Runs what is due by the playground's clock. @returns how many runs were taken */
  runDue(): Promise<number>
  nextDue(): Promise<Date | null>
  /** Counts all schedules from `now` again, when the clock goes back. */
  rewind(db: Db, now: Date): Promise<void>
  upcoming(limit: number): Promise<Upcoming[]>
  /** The content of a file that a card carries. */
  file(of: FileRef, language: Language): Promise<Uint8Array | null>
  samples: readonly { feature: string; sample: Sample }[]
  commands(language: Language): CommandInfo[]
  translator(language: Language): Translate
  /** All messages below `prefix`, by the rest of their key. */
  words(language: Language, prefix: string): Record<string, string>
  defaults: { language: Language; zone: string }
}
