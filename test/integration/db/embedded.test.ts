import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { StoreLockedError } from '../../../src/engine/db/lock.js'
import { openStore, type Store, type StoreOptions } from '../../../src/engine/db/open.js'
import { POSTGRES_MAJOR, StoreVersionError } from '../../../src/engine/db/version.js'
import { startChild } from '../../support/child.js'
import { testFolder } from '../../support/store.js'

const MAKING = 120_000 // milliseconds; making a database takes four seconds of an idle machine

const json = (folder: string) => JSON.parse(fs.readFileSync(join(folder, 'store.json'), 'utf8'))

describe('the embedded store', () => {
  const stores: Store[] = []
  const open = async (dataDir: string, onFault?: StoreOptions['onFault']) => {
    const store = await openStore({ dataDir, onFault })
    stores.push(store)
    return store
  }

  afterEach(async () => {
    for (const store of stores.splice(0)) await store.close()
  })

  it(
    'is made at the first start, and records which PostgreSQL wrote it',
    async () => {
      const folder = join(testFolder('nothing'), 'new', 'data')
      const { prisma, kind } = await open(folder)
      const [server] = await prisma.$queryRaw<[{ major: number }]>`
      SELECT current_setting('server_version_num')::int / 10000 AS major`
      expect({ kind, server }).toEqual({ kind: 'embedded', server: { major: POSTGRES_MAJOR } })
      expect(json(folder)).toEqual({ postgres: POSTGRES_MAJOR, pglite: expect.any(String) })
    },
    MAKING,
  )

  it('keeps what it was given, and gives up the folder when it is closed', async () => {
    const folder = testFolder('store')
    const first = await open(folder)
    await first.prisma.setting.create({ data: { key: 'kept', value: 1 } })
    await first.close()
    await first.close()
    expect(fs.existsSync(join(folder, 'store.lock'))).toBe(false)
    const again = await open(folder)
    expect(await again.prisma.setting.count()).toBe(1)
  })

  it('has one owner at a time', async () => {
    const folder = testFolder('store')
    await open(folder)
    await expect(open(folder)).rejects.toThrow(StoreLockedError)
  })

  it('of another major version is refused, untouched and unlocked', async () => {
    const folder = testFolder('store')
    fs.writeFileSync(join(folder, 'postgres/PG_VERSION'), '17\n')
    await expect(open(folder)).rejects.toThrow(StoreVersionError)
    await expect(open(folder)).rejects.toThrow(
      expect.objectContaining({ found: 17, expected: POSTGRES_MAJOR }),
    )
    expect(fs.existsSync(join(folder, 'postgres/base'))).toBe(true)
  })

  it(
    'is made anew after a start that was killed while making it',
    async () => {
      const folder = testFolder('nothing')
      const child = startChild('commit-loop.mjs', folder)
      await vi.waitUntil(
        () => fs.readdirSync(folder).some((name) => fs.existsSync(join(folder, name, 'PG_VERSION'))),
        {
          timeout: 20_000,
        },
      )
      await child.kill()
      fs.mkdirSync(join(folder, 'postgres-draft-older'))
      const { prisma } = await open(folder)
      expect(await prisma.setting.count()).toBe(0)
      expect(fs.existsSync(join(folder, 'postgres-draft-older'))).toBe(false)
    },
    MAKING,
  )

  it('is not made anew where there must be one', async () => {
    const folder = testFolder('store')
    fs.rmSync(join(folder, 'postgres'), { recursive: true })
    await expect(open(folder)).rejects.toThrow(/has none/)
  })

  it('says what is wrong when its files are damaged', async () => {
    const folder = testFolder('store')
    fs.writeFileSync(join(folder, 'postgres/global/pg_control'), 'x'.repeat(8192))
    await expect(open(folder)).rejects.toThrow(/does not start: FATAL: .*incompatible/)
  })

  it('tells of a fatal fault when its files can no longer be written, and answers nothing more', async () => {
    const onFault = vi.fn()
    const folder = testFolder('store')
    const { prisma } = await open(folder, onFault)
    fs.rmSync(join(folder, 'postgres/pg_wal'), { recursive: true })
    await expect(prisma.$queryRaw`SELECT pg_switch_wal()::text, pg_switch_wal()::text`).rejects.toThrow()
    await expect(prisma.setting.create({ data: { key: 'lost', value: 1 } })).rejects.toThrow()
    await vi.waitFor(() => expect(onFault).toHaveBeenCalledWith(expect.any(Error), true))
  })

  it('loses no acknowledged row to kill -9, and opens at once', async () => {
    const folder = testFolder('store')
    for (const rows of [1, 20, 60]) {
      const child = startChild('commit-loop.mjs', folder)
      let last = 0
      for (let n = 0; n < rows; n++) last = Number((await child.lines.next()).value)
      await child.kill()
      for await (const line of { [Symbol.asyncIterator]: () => child.lines }) last = Number(line)
      const store = await open(folder)
      const [kept] = await store.prisma.$queryRaw<[object]>`
        SELECT count(*)::int AS rows, (max(n) - ${last}) IN (0, 1) AS latest, max(n) = count(*) AS gapless FROM probe`
      expect(kept).toEqual({ rows: expect.any(Number), latest: true, gapless: true })
      await store.close()
    }
  })

  it('lets a program end that closes it', () => {
    const url = new URL('../../../dist/engine/db/open.js', import.meta.url).href
    const script = `const { openStore } = await import('${url}')
      await (await openStore({ dataDir: process.argv[1] })).close()`
    const { status, stderr } = spawnSync(
      process.execPath,
      ['--input-type=module', '-e', script, testFolder('store')],
      {
        encoding: 'utf8',
        timeout: 20_000,
      },
    )
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  })
})
