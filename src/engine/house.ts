/** What the parts of the engine share: store, words, registry, clock, log. */
import type { Logger } from 'pino'
import type { Clock } from '../kit/clock.js'
import type { Platform } from '../kit/platform.js'
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
  /** The platforms that carry messages, by name. */
  platforms: Map<string, Platform>
  defaults: { language: Language; zone: string }
  /** Something was put into the outbox and committed. */
  wake(): void
}
