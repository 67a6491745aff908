/** What the parts of the engine share: store, words, registry, clock, log. */
import type { Logger } from 'pino'
import type { PlatformName } from '../kit/address.js'
import type { Clock } from '../kit/clock.js'
import type { Context } from '../kit/context.js'
import type { PrintPdf } from '../kit/document.js'
import type { Platform, Profile } from '../kit/platform.js'
import type { DrawSketch } from '../kit/sketch.js'
import type { Language, Translate } from '../kit/translate.js'
import type { Store } from './db/open.js'
import type { Metrics } from './metrics.js'
import type { Registry } from './registry.js'
import type { Catalogue } from './words/locales.js'
import type { Phrases } from './words/phrases.js'

export interface House {
  store: Store
  registry: Registry
  catalogue: Catalogue
  phrases: Phrases
  translator(language: Language): Translate
  clock: Clock
  log: Logger
  metrics: Metrics
  /** Keeps what a platform told of somebody: a newcomer, a new name, one who has left. */
  admit(ctx: Context, platform: PlatformName, profile: Profile): Promise<void>
  /** Accounts that were seen to belong to somebody who is here. */
  known: Set<string>
  /** The platforms that carry messages, by name. */
  platforms: Map<string, Platform>
  /** Draws what a feature sketched, as a PNG. */
  draw: DrawSketch
  /** Prints what a feature wrote, as a PDF. */
  print: PrintPdf
  defaults: { language: Language; zone: string }
  /** Something was put into the outbox and committed. */
  wake(): void
}
