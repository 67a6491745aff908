/** Introduces everybody to everybody; the only file that knows all of them. */
import type { Config } from './config.js'
import type { Store } from './engine/db/open.js'
import { createEngine, type Engine } from './engine/index.js'
import { createLog } from './engine/log.js'
import { features } from './features/index.js'
import { seedPeople } from './features/people/index.js'
import {
  addChannel,
  createPlayground,
  createPlaygroundClock,
  type PlaygroundClock,
} from './platforms/playground/index.js'
import { createWeb, listen } from './web/server.js'

/** A running Drumbeat. */
export interface Drumbeat {
  port: number
  stop(): Promise<void>
}

/** Connects the parts on an open store and listens. @throws Error when the port is taken. */
export const introduce = async (config: Config, store: Store): Promise<Drumbeat> => {
  const log = createLog(config.LOG_LEVEL)
  const defaults = { language: config.DEFAULT_LANGUAGE, zone: config.DEFAULT_ZONE }
  const clock = createPlaygroundClock(store.prisma)
  const engine = createEngine({ store, features, clock, log, defaults })
  const playground = config.PLAYGROUND === 'off' ? null : await openPlayground(store, engine, clock, defaults)
  await engine.start()
  const web = createWeb({
    host: config.HOST,
    port: config.PORT,
    log,
    ready: () =>
      store.prisma.$queryRaw`SELECT 1`.then(
        () => true,
        () => false,
      ),
    metrics: () => engine.metrics.registry.metrics(),
    ...(playground ? { playground } : {}),
  })
  const server = await listen(web, { host: config.HOST, port: config.PORT })
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : config.PORT,
    async stop() {
      server.close()
      if ('closeAllConnections' in server) server.closeAllConnections()
      await engine.stop()
    },
  }
}

/** The playground with its clock, its people and its groups. */
const openPlayground = async (
  store: Store,
  engine: Engine,
  clock: PlaygroundClock,
  defaults: { language: 'zh-CN' | 'zh-TW' | 'en'; zone: string },
) => {
  await clock.load()
  await furnish(store, engine, clock, defaults.zone)
  const { platform, routes } = createPlayground(
    {
      prisma: store.prisma,
      receive: engine.receive,
      settled: () => engine.outbox.settled(),
      runDue: () => engine.scheduler.runDue(),
      nextDue: () => engine.scheduler.nextDue(),
      rewind: () => engine.scheduler.rewind(),
      upcoming: (limit) => engine.upcoming(limit),
      samples: engine.registry.samples,
      commands: (language) => engine.commands(language),
      translator: engine.translator,
      words: (language, prefix) => engine.words(language, prefix),
      defaults,
    },
    clock,
  )
  engine.connect(platform)
  return routes
}

/** The groups of a new playground; the first one greets with a tour. */
const groups = ['618大促', '新品上市']

/** Puts people, groups and a welcome into a store that knows nobody yet. */
const furnish = async (
  { prisma }: Store,
  engine: Engine,
  clock: PlaygroundClock,
  zone: string,
): Promise<void> => {
  const first = await prisma.$transaction(async (db) => {
    if (!(await seedPeople(db, clock.now(), zone, 'playground'))) return null
    const channels = []
    for (const name of groups) channels.push(await addChannel(db, name, clock.now()))
    return channels[0]?.id ?? null
  })
  if (first === null) return
  const to = { platform: 'playground', channel: first } as const
  await engine.tell(to, { view: 'help.tour', args: {} }, { because: 'welcome' })
}
