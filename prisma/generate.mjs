// Writes the Prisma client to src/generated/prisma, but only when the schema or Prisma itself has changed.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const output = join(root, 'src/generated/prisma')
const hashFile = join(output, '.hash')

/** Fingerprint of everything the client is made from. */
function fingerprint() {
  const hash = createHash('sha256').update(readFileSync(join(root, 'node_modules/prisma/package.json')))
  const files = readdirSync(join(root, 'prisma'), { recursive: true }).filter((name) =>
    name.endsWith('.prisma'),
  )
  for (const name of files.sort()) {
    hash.update(name.replaceAll('\\', '/')).update(readFileSync(join(root, 'prisma', name)))
  }
  return hash.digest('hex')
}

function generate() {
  const cli = join(root, 'node_modules/prisma/build/index.js')
  return spawnSync(process.execPath, [cli, 'generate', '--schema', 'prisma', '--no-hints'], {
    cwd: root,
    encoding: 'utf8',
    env: {
      ...process.env,
      // `generate` asks for the native schema engine, never runs it, and would fetch it from the network:
      // any file that exists keeps it quiet.
      PRISMA_SCHEMA_ENGINE_BINARY: join(root, 'package.json'),
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      CHECKPOINT_DISABLE: '1',
    },
  })
}

const wanted = fingerprint()
const fresh =
  existsSync(hashFile) && existsSync(join(output, 'client.ts')) && readFileSync(hashFile, 'utf8') === wanted
if (!fresh) {
  const { status, stdout, stderr, error } = generate()
  if (status !== 0) {
    process.stderr.write(`${stdout ?? ''}${stderr ?? ''}${error ? `${error.message}\n` : ''}`)
    process.exit(status ?? 1)
  }
  writeFileSync(hashFile, wanted)
}
