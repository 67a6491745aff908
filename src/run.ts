/** The program: settings in, Drumbeat up, and down again in good order when asked to stop. */
import { setFlagsFromString } from 'node:v8'
import { type Config, readConfig } from './config.js'
import { diagnose } from './doctor.js'
import { openStore } from './engine/db/open.js'
import { introduce } from './main.js'

/** Whatever hangs then is taken up again at the next start. */
const stopWithinMs = 10_000

const run = async (): Promise<void> => {
  const config = readSettings()
  if (config.DATABASE_URL) saveMemory()
  const store = await openStore({ dataDir: config.DATA_DIR, databaseUrl: config.DATABASE_URL, onFault })
  const drumbeat = await introduce(config, store)
  process.stdout.write(`Drumbeat 鼓点 · http://${config.HOST}:${drumbeat.port}\n`)
  const stop = () => {
    setTimeout(() => process.exit(1), stopWithinMs).unref()
    drumbeat
      .stop()
      .then(() => store.close())
      .then(() => process.exit(0), fail)
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}

/** Settings may stand in a file `.env` where the program is started; what the environment says comes first. */
const readSettings = (): Config => {
  try {
    process.loadEnvFile()
  } catch (error) {
    if ((error as { code?: string }).code !== 'ENOENT') throw error
  }
  return readConfig()
}

/** Exit code 1: something has to be put right. */
const doctor = async (): Promise<void> => {
  const { words, bad } = await diagnose(readSettings())
  process.stdout.write(`${words}\n`, () => process.exit(bad ? 1 : 0))
}

/**
 * Prisma's query compiler is WebAssembly: optimising it costs some 60 MB for a few microseconds a query. The embedded
 * store is WebAssembly, too, and needs the optimisation.
 */
const saveMemory = (): void => setFlagsFromString('--liftoff-only')

/** Without its store it can only start anew; whoever watches over it does that. */
const onFault = (error: Error, fatal: boolean): void => {
  process.stderr.write(`${error.message}\n`)
  if (fatal) process.exit(1)
}

const fail = (error: unknown): never => {
  process.stderr.write(`${inWords(error)}\n`)
  process.exit(1)
}

/** What the machine says in codes, with what to do about it. */
const inWords = (error: unknown): string => {
  const { code, message, port } = error as { code?: string; message?: string; port?: number }
  if (code === 'EADDRINUSE') return `Port ${port} is taken by another program: choose another one with PORT=…`
  if (code === 'ECONNREFUSED')
    return 'The PostgreSQL server of DATABASE_URL does not answer: is it running there?'
  return message ?? String(error)
}

const asked = process.argv[2] === 'doctor' ? doctor : run
asked().catch(fail)
