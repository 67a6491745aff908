/** The program: settings in, Drumbeat up, and down again in good order when asked to stop. */
import { readConfig } from './config.js'
import { openStore } from './engine/db/open.js'
import { introduce } from './main.js'

const run = async (): Promise<void> => {
  const config = readConfig()
  const store = await openStore({ dataDir: config.DATA_DIR, databaseUrl: config.DATABASE_URL })
  const drumbeat = await introduce(config, store)
  process.stdout.write(`Drumbeat 鼓点 · http://${config.HOST}:${drumbeat.port}\n`)
  const stop = () =>
    void drumbeat
      .stop()
      .then(() => store.close())
      .then(() => process.exit(0))
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}

run().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
})
