/** Introduces everybody to everybody; the only file that knows all of them. */
import { readFileSync } from 'node:fs'
import type { Logger } from 'pino'
import { type Config, dingtalkOf, playgroundWanted, slackOf } from './config.js'
import type { Store } from './engine/db/open.js'
import { createDrawing, type Drawing } from './engine/drawing/drawing.js'
import { createEngine, type Engine } from './engine/index.js'
import { createLog } from './engine/log.js'
import { keepShared } from './features/calendar/index.js'
import { features } from './features/index.js'
import { admit, seedPeople } from './features/people/index.js'
import { machineClock } from './kit/clock.js'
import type { Scarce } from './kit/event.js'
import type { Profile } from './kit/platform.js'
import type { createDingtalk as CreateDingtalk } from './platforms/dingtalk/index.js'
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

/** The parts on an open store, connected with one another; nothing runs yet. */
export const assemble = async (config: Config, store: Store, log = createLog(config.LOG_LEVEL)) => {
  const defaults = { language: config.DEFAULT_LANGUAGE, zone: config.DEFAULT_ZONE }
  const timeMachine = playgroundWanted(config) ? createPlaygroundClock(store.prisma) : null
  const drawing = createDrawing()
  const clock = timeMachine ?? machineClock
  const [draw, print] = [drawing.sketch, drawing.document]
  const engine = createEngine({ store, features, clock, log, defaults, admit, draw, print })
  const playground = timeMachine && createPlayground(hostOf(store, engine, defaults), timeMachine)
  const common = { ...commonHostOf(store, engine, log, drawing), defaults }
  const settings = slackOf(config)
  // Bolt weighs 30 MB and a quarter of a second: who does not use it does not load it.
  const slack = settings
    ? (await import('./platforms/slack/index.js')).createSlack(
        { ...common, ...slackHostOf(engine) },
        settings,
      )
    : null
  const dingtalk = await dingtalkFor(config, { ...common, ...dingtalkHostOf(engine) })
  for (const one of [playground?.platform, slack?.platform, dingtalk]) if (one) engine.connect(one)
  return { log, defaults, timeMachine, engine, playground, slack, drawing }
}

/** Starts the parts and listens. @throws Error when the port is taken: nothing has run then. */
export const introduce = async (config: Config, store: Store, given?: Logger): Promise<Drumbeat> => {
  const parts = await assemble(config, store, given)
  const { log, defaults, timeMachine, engine, playground, slack, drawing } = parts
  let started = false
  const answers = () => store.prisma.$queryRaw`SELECT 1`.then(Boolean, () => false)
  const web = createWeb({
    host: config.HOST,
    log,
    ready: async () => started && (await answers()),
    metrics: () => engine.metrics.registry.metrics(),
    platforms: slack ? { '/slack': slack.routes } : {},
    playground: playground?.routes ?? null,
  })
  await keepShared(store, calendarFile(config), engine.translator(defaults.language))
  const server = await listen(web, config.HOST, config.PORT)
  if (timeMachine) await furnish(store, engine, timeMachine, defaults.zone)
  await engine.start()
  started = true
  return {
    port: server.port,
    async stop() {
      server.close()
      await engine.stop()
      await drawing.stop()
    },
  }
}

/** @throws Error when there is no such file */
const calendarFile = ({ CALENDAR_FILE: path }: Config): string | null => {
  try {
    return path === undefined ? null : readFileSync(path, 'utf8')
  } catch (error) {
    throw new Error(`CALENDAR_FILE cannot be read: ${(error as Error).message}`)
  }
}

const dingtalkFor = async (config: Config, host: Parameters<typeof CreateDingtalk>[0]) => {
  const settings = dingtalkOf(config)
  return settings && (await import('./platforms/dingtalk/index.js')).createDingtalk(host, settings)
}

/** What both chat platforms need of the house. */
const commonHostOf = ({ prisma }: Store, engine: Engine, log: Logger, drawing: Drawing) => ({
  prisma,
  log,
  translator: engine.translator,
  file: engine.file,
  picture: drawing.chart,
})

const dingtalkHostOf = (engine: Engine) => ({
  metrics: engine.metrics.registry,
  admit: (profile: Profile) => engine.admit('dingtalk', profile),
  hasten: () => engine.hasten('dingtalk', ''),
  settled: () => engine.outbox.settled(),
  scarce: (news: Omit<Scarce, 'platform'>) =>
    engine.happen('messages.scarce', { platform: 'dingtalk', ...news }),
  line: engine.line,
})

const slackHostOf = (engine: Engine) => ({
  admit: (profile: Profile) => engine.admit('slack', profile),
  revive: engine.revive,
  hasten: (workspace: string) => engine.hasten('slack', `${workspace}/`),
})

const hostOf = (store: Store, engine: Engine, defaults: Host['defaults']): Host => ({
  prisma: store.prisma,
  receive: engine.receive,
  settled: () => engine.outbox.settled(),
  runDue: () => engine.scheduler.runDue(),
  nextDue: () => engine.scheduler.nextDue(),
  rewind: (db, now) => engine.scheduler.rewind(db, now),
  upcoming: (limit) => engine.upcoming(limit),
  file: engine.file,
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
