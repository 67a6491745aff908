/** Child process: commits rows into the embedded store of a folder (argument) until killed, and prints each number once it is kept. */
import { openStore } from '../../dist/engine/db/open.js'

const { prisma } = await openStore({ dataDir: process.argv[2] })
await prisma.$executeRawUnsafe('CREATE TABLE IF NOT EXISTS probe (n int PRIMARY KEY)')
const [{ next }] = await prisma.$queryRawUnsafe('SELECT coalesce(max(n), 0) + 1 AS next FROM probe')
for (let n = next; ; n++) {
  await prisma.$transaction((tx) => tx.$executeRawUnsafe('INSERT INTO probe VALUES ($1)', n))
  process.stdout.write(`${n}\n`)
}
