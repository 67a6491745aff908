/** The engine: takes what comes in, runs what is due, carries what is to be said. */
import type { Logger } from 'pino'
import { type Address, laneOf, type PlatformName, type Target } from '../kit/address.js'
import type { Action } from '../kit/card.js'
import type { Clock } from '../kit/clock.js'
import type { Outside } from '../kit/command.js'
import type { CommandInfo, TellOptions } from '../kit/context.js'
import type { EventName, Events } from '../kit/event.js'
import type { Feature } from '../kit/feature.js'
import type { FileRef } from '../kit/file.js'
import type { Platform, Profile, Receive } from '../kit/platform.js'
import type { Upcoming } from '../kit/schedule.js'
import type { Db } from '../kit/store.js'
import type { Language, Translate } from '../kit/translate.js'
import type { ViewRef } from '../kit/view.js'
import { createScheduler, type Scheduler } from './clock/scheduler.js'
import { addMissing, upcoming } from './clock/schedules.js'
import type { Store } from './db/open.js'
import { fileOf } from './files.js'
import type { House } from './house.js'
import { createMetrics, type Metrics } from './metrics.js'
import { closeGaps } from './numbers.js'
import { endLeases, unsettled } from './outbox/lanes.js'
import { createOutbox, type Outbox } from './outbox/outbox.js'
import { hasten, revive } from './outbox/revive.js'
import { createRegistry, type Registry } from './registry.js'
import { createUpkeep } from './upkeep.js'
import { commandCatalogue } from './words/help.js'
import { lineOf } from './words/line.js'
import { readLocales } from './words/locales.js'
import { createPhrases } from './words/phrases.js'
import { createTranslators } from './words/translate.js'
import { admit } from './work/acquaint.js'
import { contextOf, type Situation } from './work/context.js'
import { createDispatch } from './work/dispatch.js'
import { outsideOf } from './work/outside.js'
import { inTransaction } from './work/transaction.js'

export interface EngineOptions {
  store: Store
  features: readonly Feature[]
  clock: Clock
  log: Logger
  defaults: { language: Language; zone: string }
  /** Keeps what a platform told of somebody; without it strangers stay strangers. */
  admit?: House['admit']
  /** Draws what features sketch; without it, files that are pictures cannot be made. */
  draw?: House['draw']
  /** Prints what features write; without it, files that are documents cannot be made. */
  print?: House['print']
}

export interface Engine {
  receive: Receive
  registry: Registry
  scheduler: Scheduler
  outbox: Outbox
  metrics: Metrics
  /** Looks at the platforms; nothing needs to run. */
  outside: Outside
  translator(language: Language): Translate
  /** The content of a file that a card carries. */
  file(of: FileRef, language: Language): Promise<Uint8Array | null>
  /** All messages below `prefix` in a language, by the rest of their key. */
  words(language: Language, prefix: string): Record<string, string>
  /** Commands in words, for completion. */
  commands(language: Language): CommandInfo[]
  /** What a person can type instead of pressing a button. */
  line(action: Action, language: Language): string
  upcoming(limit: number): Promise<Upcoming[]>
  /** Says something on nobody's behalf, e.g. a welcome, once `db` commits. */
  tell(db: Db, to: Target, view: ViewRef, options: TellOptions): Promise<void>
  /** Something happened outside of any deed: features react in a transaction of its own. */
  happen<E extends EventName>(name: E, news: Events[E]): Promise<void>
  connect(platform: Platform): void
  /** A platform tells of somebody: a new name, another zone, one who has left. */
  admit(platform: PlatformName, profile: Profile): Promise<void>
  /** A place can be reached again: what could not be sent there is. */
  revive(to: Address): Promise<void>
  /** What waits for places whose ids begin with `beginning` is tried at once. */
  hasten(platform: PlatformName, beginning: string): Promise<void>
  /** Finishes what the last run left, then listens, ticks and sends. */
  start(): Promise<void>
  stop(): Promise<void>
}

/** Puts the parts together; nothing runs before `start`. */
export const createEngine = (options: EngineOptions): Engine => {
  const { house, outbox } = createHouse(options)
  const scheduler = createScheduler(house)
  const dispatch = createDispatch(house)
  const upkeep = createUpkeep(house, dispatch)
  return {
    receive: dispatch.receive,
    registry: house.registry,
    scheduler,
    outbox,
    metrics: house.metrics,
    outside: outsideOf(house),
    translator: house.translator,
    file: (of, language) => fileOf(house, of, language),
    words: (language, prefix) => below(house.catalogue.messages[language], prefix),
    commands: (language) => commandCatalogue(house, language),
    line: (action, language) => lineOf(house, action, language),
    upcoming: (limit) =>
      house.store.prisma.$transaction((db) => upcoming(house, db, '', house.clock.now(), limit)),
    tell: (db, to, view, options) => contextOf(house, db, nobodys(house)).tell(to, view, options),
    happen: (name, news) =>
      inTransaction(house.store, (db) => contextOf(house, db, nobodys(house)).emit(name, news)).then(() =>
        house.wake(),
      ),
    connect: (platform) => house.platforms.set(platform.name, platform),
    admit: (platform, profile) => admit(house, platform, profile),
    revive: (to) => revive(house, laneOf(to)),
    hasten: (platform, beginning) => hasten(house, platform, beginning),
    async start() {
      await endLeases(house.store)
      await closeGaps(house.store)
      await addMissing(house)
      outbox.start()
      const started = new Date()
      for (const platform of house.platforms.values()) await platform.start(dispatch.receive)
      await dispatch.resume(started)
      scheduler.start()
      upkeep.start()
    },
    async stop() {
      for (const platform of house.platforms.values()) await platform.stop()
      await upkeep.stop()
      await dispatch.idle()
      await scheduler.stop()
      await outbox.stop()
      for (const platform of house.platforms.values()) await platform.close?.()
    },
  }
}

const nobodys = (house: House): Situation => ({
  at: house.clock.now(),
  actor: null,
  organisation: '',
  platform: 'clock',
  place: null,
  cause: 'house',
  t: house.translator(house.defaults.language),
})

const below = (messages: Map<string, string>, prefix: string): Record<string, string> =>
  Object.fromEntries(
    [...messages]
      .filter(([key]) => key.startsWith(prefix))
      .map(([key, words]) => [key.slice(prefix.length), words]),
  )

const createHouse = ({
  store,
  features,
  clock,
  log,
  defaults,
  admit = async () => undefined,
  draw = async () => {
    throw new Error('There is nobody who draws')
  },
  print = async () => {
    throw new Error('There is nobody who prints')
  },
}: EngineOptions): { house: House; outbox: Outbox } => {
  const catalogue = readLocales()
  const registry = createRegistry(features)
  const house: House = {
    store,
    registry,
    catalogue,
    phrases: createPhrases(registry, catalogue),
    translator: createTranslators(catalogue),
    clock,
    log,
    metrics: createMetrics(() => unsettled(store)),
    platforms: new Map(),
    admit,
    draw,
    print,
    known: new Set(),
    defaults,
    wake: () => outbox.wake(),
  }
  const outbox = createOutbox(house)
  return { house, outbox }
}
