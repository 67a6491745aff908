/** What DingTalk needs of the house; main introduces them. */
import type { Logger } from 'pino'
import type { Registry } from 'prom-client'
import type { Action, Chart } from '../../kit/card.js'
import type { FileRef } from '../../kit/file.js'
import type { Profile, Receive } from '../../kit/platform.js'
import type { PrismaClient } from '../../kit/store.js'
import type { Language, Translate } from '../../kit/translate.js'

export interface Host {
  prisma: PrismaClient
  log: Logger
  metrics: Registry
  receive: Receive
  /** Keeps what DingTalk told of somebody. */
  admit(profile: Profile): Promise<void>
  /** Tries at once what waits for DingTalk. */
  hasten(): Promise<void>
  /** Resolves when nothing can be sent any more right now. */
  settled(): Promise<void>
  /** Tells the administrators that a share (percent) of the month's messages is used. */
  scarce(news: { kind: QuotaKind; percent: number; used: number; quota: number }): Promise<void>
  translator(language: Language): Translate
  /** The typed command a button stands for. */
  line(action: Action, language: Language): string
  /** The content of a file that a card carries. */
  file(of: FileRef, language: Language): Promise<Uint8Array | null>
  /** A picture (PNG) of a chart. */
  picture(chart: Chart, language: Language): Promise<Buffer>
  defaults: { language: Language; zone: string }
}

/** Calls of the API, and messages over Stream and Webhook. */
export const quotaKinds = ['api', 'stream'] as const
export type QuotaKind = (typeof quotaKinds)[number]

export interface DingtalkSettings {
  clientId: string
  clientSecret: string
  /** One address for all of DingTalk's hosts; undefined: the public ones. */
  apiUrl?: string | undefined
  /** What the organisation's edition allows a month. */
  quota: Record<QuotaKind, number>
  card: { template: string; layout: 'button' | 'drumbeat' }
}
