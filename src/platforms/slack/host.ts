/** What Slack needs of the house; main introduces them. */
import type { Logger } from 'pino'
import type { Address } from '../../kit/address.js'
import type { Chart } from '../../kit/card.js'
import type { FileRef } from '../../kit/file.js'
import type { Profile, Receive } from '../../kit/platform.js'
import type { PrismaClient } from '../../kit/store.js'
import type { Language, Translate } from '../../kit/translate.js'

export interface Host {
  prisma: PrismaClient
  log: Logger
  receive: Receive
  /** Keeps what Slack told of somebody. */
  admit(profile: Profile): Promise<void>
  /** Sends again what could not be sent to a place that can be reached again. */
  revive(to: Address): Promise<void>
  /** Tries at once what waits for a workspace that can be reached again. */
  hasten(workspace: string): Promise<void>
  translator(language: Language): Translate
  /** The content of a file that a card carries. */
  file(of: FileRef, language: Language): Promise<Uint8Array | null>
  /** A picture (PNG) of a chart. */
  picture(chart: Chart, language: Language): Promise<Buffer>
  defaults: { language: Language; zone: string }
}

/** Ways in and out, as configured. */
export interface SlackSettings {
  apiUrl: string
  botToken?: string | undefined
  /** Socket Mode */
  appToken?: string | undefined
  /** HTTP */
  signingSecret?: string | undefined
  /** Installation in several workspaces */
  oauth?: { clientId: string; clientSecret: string; stateSecret: string } | undefined
}
