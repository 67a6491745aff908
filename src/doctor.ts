/** `npm run doctor`: looks at the set-up without starting anything, says what is wrong and what cures it. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Config } from './config.js'
import { StoreLockedError } from './engine/db/lock.js'
import { openStore, type Store } from './engine/db/open.js'
import { within } from './engine/db/organisation.js'
import type { Engine } from './engine/index.js'
import { doctorCard, examine, houseFindings, worstOf } from './features/doctor/index.js'
import type { Finding } from './kit/finding.js'
import { plainCard } from './kit/plain.js'
import { cut } from './kit/text.js'
import { assemble } from './main.js'

/** What was found, and whether any of it is bad. */
export interface Diagnosis {
  words: string
  bad: boolean
}

/** Looks at everything; at all but people, campaigns and channels where the store is in use or cannot be opened. */
export const diagnose = async (given: Config): Promise<Diagnosis> => {
  const config = { ...given, LOG_LEVEL: 'silent' as const }
  const { store, trouble, close } = await storeOrStandIn(config)
  try {
    const { engine } = await assemble(config, store)
    const found = trouble ? [await withoutStore(engine, config, trouble)] : await all(engine, store, config)
    const t = engine.translator(config.DEFAULT_LANGUAGE)
    const words = found.map(({ organisation, findings }) =>
      [organisation, plainCard(doctorCard(findings)(t))].filter((part) => part !== '').join('\n'),
    )
    const bad = found.some(({ findings }) => worstOf(findings) === 'bad')
    return { words: words.join('\n\n'), bad }
  } finally {
    await close()
  }
}

/** What was found of one organisation; the house's own has no name. */
interface Found {
  organisation: string
  findings: Finding[]
}

interface Opened {
  store: Store
  /** Why it is not the store of the settings. */
  trouble: Finding | null
  close(): Promise<void>
}

/** Platforms keep what they learn: where there is no store they are given an empty one for the while. */
const storeOrStandIn = async ({ DATA_DIR, DATABASE_URL }: Config): Promise<Opened> => {
  try {
    const store = await openStore({ dataDir: DATA_DIR, databaseUrl: DATABASE_URL })
    return { store, trouble: null, close: () => store.close() }
  } catch (error) {
    const folder = mkdtempSync(join(tmpdir(), 'drumbeat-doctor-'))
    const store = await openStore({ dataDir: folder })
    const close = () => store.close().then(() => rmSync(folder, { recursive: true, force: true }))
    return { store, trouble: troubleOf(error), close }
  }
}

const troubleOf = (error: unknown): Finding => {
  const inUse = error instanceof StoreLockedError
  if (inUse) return { area: 'store', what: 'storeInUse', level: 'warn', params: { pid: error.pid ?? '?' } }
  // Of a connection that was refused at several addresses only the code says something.
  const { message, code } = error as { message: string; code?: string }
  const params = { error: cut(message || code || String(error), 300) }
  return { area: 'store', what: 'storeFault', level: 'bad', params }
}

const withoutStore = async (engine: Engine, config: Config, trouble: Finding): Promise<Found> => {
  const house = houseFindings(config.DEFAULT_ZONE, new Date(), { people: [], campaigns: [] })
  return { organisation: '', findings: [trouble, ...(await engine.outside.findings('')), ...house] }
}

const all = async (engine: Engine, store: Store, config: Config): Promise<Found[]> => {
  const found: Found[] = []
  for (const organisation of await organisationsIn(store, config)) {
    const reading = { db: within(store.prisma, organisation), at: new Date() }
    const own = await examine(reading, config.DEFAULT_ZONE, organisation)
    found.push({ organisation, findings: [...(await engine.outside.findings(organisation)), ...own] })
  }
  return found
}

/** Those with people here, workspaces that installed the app and have not spoken yet, and the house's own. */
const organisationsIn = async ({ prisma }: Store, config: Config): Promise<string[]> => {
  const select = { organisation: true }
  const people = await prisma.person.findMany({ select, distinct: ['organisation'] })
  const installed = await prisma.slackInstallation.findMany({ select, distinct: ['organisation'] })
  const names = new Set([...people, ...installed].map(({ organisation }) => organisation))
  if (config.SLACK_BOT_TOKEN || config.DINGTALK_CLIENT_ID || names.size === 0) names.add('')
  return [...names].sort()
}
