/** Introduces everybody to everybody; the only file that knows all of them. */
import type { Config } from './config.js'
import type { Store } from './engine/db/open.js'
import { createEngine, type Engine } from './engine/index.js'
import { createLog } from './engine/log.js'
import { features } from './features/index.js'
import { seedPeople } from './features/people/index.js'
import { machineClock } from './kit/clock.js'
import {
  addChannel,
  createPlayground,
  createPlaygroundClock,
  type Host,
  type PlaygroundClock,
} from './platforms/playground/index.js'
import { createWeb, listen } from './web/server.js'

/** A running Drumbeat. */
export interface Drumbeat {
  port: number
  stop(): Promise<void>
}

/** Connects the parts on an open store and listens. @throws Error when the port is taken: nothing has run then. */
export const introduce = async (config: Config, store: Store): Promise<Drumbeat> => {
  const log = createLog(config.LOG_LEVEL)
  const defaults = { language: config.DEFAULT_LANGUAGE, zone: config.DEFAULT_ZONE }
  const timeMachine = config.PLAYGROUND === 'off' ? null : createPlaygroundClock(store.prisma)
  const engine = createEngine({ store, features, clock: timeMachine ?? machineClock, log, defaults })
  const playground = timeMachine && createPlayground(hostOf(store, engine, defaults), timeMachine)
  let started = false
  const answers = () => store.prisma.$queryRaw`SELECT 1`.then(Boolean, () => false)
  const web = createWeb({
    host: config.HOST,
    log,
    ready: async () => started && (await answers()),
    metrics: () => engine.metrics.registry.metrics(),
    playground: playground?.routes ?? null,
  })
  const server = await listen(web, config.HOST, config.PORT)
  if (playground) engine.connect(playground.platform)
  if (timeMachine) await furnish(store, engine, timeMachine, defaults.zone)
  await engine.start()
  started = true
  return {
    port: server.port,
    async stop() {
      server.close()
      await engine.stop()
    },
  }
}

const hostOf = (store: Store, engine: Engine, defaults: Host['defaults']): Host => ({
  prisma: store.prisma,
  receive: engine.receive,
  settled: () => engine.outbox.settled(),
  runDue: () => engine.scheduler.runDue(),
  nextDue: () => engine.scheduler.nextDue(),
  rewind: (db, now) => engine.scheduler.rewind(db, now),
  upcoming: (limit) => engine.upcoming(limit),
  samples: engine.registry.samples,
  commands: (language) => engine.commands(language),
  translator: engine.translator,
  words: (language, prefix) => engine.words(language, prefix),
  defaults,
})

/** The groups of a new playground; the first one greets with a tour. */
const groups = ['618大促', '新品上市']

/** Sets the clock, and puts people, groups and a welcome into a store that knows nobody yet. */
const furnish = async (
  { prisma }: Store,
  engine: Engine,
  clock: PlaygroundClock,
  zone: string,
): Promise<void> => {
  await clock.load()
  await prisma.$transaction(async (db) => {
    if (!(await seedPeople(db, clock.now(), zone, 'playground'))) return
    const channels = []
    for (const name of groups) channels.push(await addChannel(db, name, clock.now()))
    const to = { platform: 'playground', channel: channels[0]?.id ?? '' } as const
    await engine.tell(db, to, { view: 'help.tour', args: {} }, { because: 'welcome' })
  })
}
