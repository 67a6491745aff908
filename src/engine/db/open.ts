/** Opens the one store of the bot, in a folder or on a server, with every migration applied. */
import { fileURLToPath } from 'node:url'
import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from '../../generated/prisma/client.js'
import type { Database } from './database.js'
import { type OnFault, openEmbedded, openInMemory } from './embedded.js'
import { migrate } from './migrate.js'
import { connectServer } from './server.js'

export interface StoreOptions {
  /** Folder of the embedded store; unused with a databaseUrl. */
  dataDir: string
  /** postgresql://… of a server, version 14 or later. */
  databaseUrl?: string | undefined
  /** For tests: in memory, optionally from a dump (tar) of a migrated store. */
  memory?: { snapshot?: string | undefined } | undefined
  /** Told of what goes wrong beside any query; without it a fatal fault is thrown where nobody catches it. */
  onFault?: OnFault | undefined
}

export interface Store {
  prisma: PrismaClient
  kind: 'embedded' | 'server'
  /** Rolls back what is still open, flushes, and gives up the folder. May be called again. */
  close(): Promise<void>
}

const MIGRATIONS = fileURLToPath(new URL('../../../prisma/migrations', import.meta.url))

/**
 * Milliseconds. The embedded store has a single connection that transactions take turns on, so they wait longer
 * than Prisma's 2 s. Inside a transaction only its own client may be used: another would wait for it in vain.
 */
const TURNS = { maxWait: 10_000, timeout: 10_000 }

/** @throws StoreLockedError, StoreVersionError, MigrationError, or what the server says */
export async function openStore(options: StoreOptions): Promise<Store> {
  const database = await openDatabase(options)
  try {
    await migrate(database.pool, MIGRATIONS)
  } catch (error) {
    await database.close()
    throw error
  }
  const prisma = new PrismaClient({ adapter: new PrismaPg(database.pool), transactionOptions: TURNS })
  let closing: Promise<void> | undefined
  const close = () => (closing ??= prisma.$disconnect().then(() => database.close()))
  return { prisma, kind: database.kind, close }
}

function openDatabase({
  dataDir,
  databaseUrl,
  memory,
  onFault = panic,
}: StoreOptions): Promise<Database> | Database {
  if (databaseUrl) return connectServer(databaseUrl, (error) => onFault(error, false))
  return memory ? openInMemory(memory.snapshot) : openEmbedded(dataDir, onFault)
}

function panic(error: Error, fatal: boolean): void {
  if (fatal)
    process.nextTick(() => {
      throw error
    })
}
