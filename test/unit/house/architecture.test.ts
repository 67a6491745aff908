/** The rules of the house that a compiler cannot see: who may import whom, and how long a file may be. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../../..')
const filesBelow = (folder: string): string[] =>
  readdirSync(join(root, folder)).flatMap((name) => {
    const path = `${folder}/${name}`
    if (statSync(join(root, path)).isDirectory()) return name === 'generated' ? [] : filesBelow(path)
    return /\.tsx?$/.test(name) ? [path] : []
  })
const sources = filesBelow('src')
const textOf = (file: string): string => readFileSync(join(root, file), 'utf8')

/** Imports of our own files, as paths from the root. */
const importsOf = (file: string): string[] =>
  [...textOf(file).matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)].map(([, path]) =>
    relative(root, join(root, dirname(file), path ?? '')).replace(/\.js$/, '.ts'),
  )
const arrows = sources.flatMap((file) => importsOf(file).map((to) => ({ file, to })))
const room = (file: string): string => file.split('/')[1] ?? ''
const feature = (file: string): string | null => /^src\/features\/([^/]+)\//.exec(file)?.[1] ?? null

/** Features in the order in which features/index.ts lists them, lower ones first. */
const order = [...(/=\s*\[([^\]]+)\]/.exec(textOf('src/features/index.ts'))?.[1] ?? '').matchAll(/\w+/g)].map(
  ([name]) => name,
)
const named = (arrow: { file: string; to: string }) => `${arrow.file} → ${arrow.to}`

describe('the house', () => {
  it('keeps the kit below everyone', () => {
    const upward = arrows.filter(
      ({ file, to }) => room(file) === 'kit' && !['kit', 'generated'].includes(room(to)),
    )
    expect(upward.map(named)).toEqual([])
  })

  it('lets features, engine, platforms and web stand side by side on the kit', () => {
    const sides = ['features', 'engine', 'platforms', 'web']
    const across = arrows.filter(
      ({ file, to }) => sides.includes(room(file)) && ![room(file), 'kit', 'generated'].includes(room(to)),
    )
    expect(across.map(named)).toEqual([])
  })

  it('lets a feature use only features listed above it, through their index', () => {
    const between = arrows.filter(
      ({ file, to }) => feature(file) && feature(to) && feature(file) !== feature(to),
    )
    const wrong = between.filter(({ file, to }) => {
      const lower = order.indexOf(feature(to) ?? '') < order.indexOf(feature(file) ?? '')
      return !lower || !to.endsWith('/index.ts')
    })
    expect(wrong.map(named)).toEqual([])
    expect(between.length).toBeGreaterThan(0)
  })

  it('lets only repositories of a feature write its tables', () => {
    const inFeature = sources.filter((file) => feature(file) && !file.endsWith('.repo.ts'))
    const writing = inFeature.filter((file) => /\.db\.\w+\.(create|update|upsert|delete)/.test(textOf(file)))
    expect(writing).toEqual([])
  })

  it('reads the environment in one file', () => {
    expect(sources.filter((file) => textOf(file).includes('process.env'))).toEqual(['src/config.ts'])
  })

  it('keeps files short enough to be read in one go', () => {
    const long = sources
      .map((file) => ({ file, lines: textOf(file).split('\n').length }))
      .filter(({ lines }) => lines > 200)
    expect(long).toEqual([])
  })

  it('opens every file with a sentence saying what it is for', () => {
    const silent = sources.filter((file) => !textOf(file).startsWith('/**'))
    expect(silent).toEqual([])
  })
})
