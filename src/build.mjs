// Builds what is out of date: the store's client, the types of message keys, the server, the page, an empty store to
// copy, the font of pictures.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const stamp = join(root, 'dist/build.stamp')
const inputs = ['src', 'prisma', 'locales/en', 'locales/generate.mjs', 'package-lock.json', 'tsconfig.json']
const made = join('src', 'generated')

/** Every file below `path`, in a fixed order; what the build itself makes is left out. */
const filesIn = (path) => {
  if (path === made) return []
  const here = join(root, path)
  try {
    return readdirSync(here, { withFileTypes: true })
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .flatMap((entry) => filesIn(join(path, entry.name)))
  } catch (error) {
    if (error.code === 'ENOTDIR') return [path]
    throw error
  }
}

const hashOf = (paths) => {
  const hash = createHash('sha256')
  for (const path of paths) hash.update(path).update(readFileSync(join(root, path)))
  return hash.digest('hex')
}

const textOf = (path) => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

const run = (...args) => {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}

/** A start that finds no data copies this instead of making a database, which takes seconds. */
const makeStore = () => {
  const { version } = JSON.parse(
    readFileSync(join(root, 'node_modules/@electric-sql/pglite/package.json'), 'utf8'),
  )
  const folder = join(root, `dist/new-store-${version}`)
  if (existsSync(folder)) return
  const draft = `${folder}.draft`
  rmSync(draft, { recursive: true, force: true })
  run('dist/engine/db/embedded-create.js', draft)
  renameSync(draft, folder)
}

/** Pictures bring their letters along: a server may have none, or others. */
const makeFonts = () => {
  const cutter = 'src/engine/drawing/cut-fonts.mjs'
  const of = ['@expo-google-fonts/noto-sans-sc', 'subset-font', 'harfbuzzjs']
  const hash = hashOf([cutter, ...of.map((name) => `node_modules/${name}/package.json`)])
  const folder = join(root, 'dist/fonts')
  if (textOf(join(folder, 'fonts.stamp')) === hash) return
  rmSync(folder, { recursive: true, force: true })
  run(cutter, folder)
  writeFileSync(join(folder, 'fonts.stamp'), hash)
}

const hash = hashOf(inputs.flatMap(filesIn))
if (textOf(stamp) !== hash || !existsSync(join(root, made))) {
  const tsc = 'node_modules/typescript/bin/tsc'
  run('prisma/generate.mjs')
  run('locales/generate.mjs')
  run(tsc, '-p', '.')
  run(tsc, '-p', 'src/platforms/playground/page')
  makeStore()
  makeFonts()
  mkdirSync(join(root, 'dist'), { recursive: true })
  writeFileSync(stamp, hash)
}
