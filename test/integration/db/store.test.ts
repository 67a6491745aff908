import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Store } from '../../../src/engine/db/open.js'
import { openTestStore } from '../../support/store.js'

describe('the store', () => {
  let store: Store

  beforeEach(async () => {
    store = await openTestStore()
    await store.prisma.setting.create({ data: { key: 'probe', value: 0 } })
  })

  afterEach(() => store.close())

  const keys = async () =>
    (await store.prisma.setting.findMany({ orderBy: { key: 'asc' } })).map(({ key }) => key)
  const add = (key: string) => ({ data: { key, value: 1 } })

  it('keeps all of a transaction, or nothing', async () => {
    const failing = store.prisma.$transaction(async (tx) => {
      await tx.setting.create(add('lost'))
      throw new Error('changed my mind')
    })
    await expect(failing).rejects.toThrow('changed my mind')
    await store.prisma.$transaction(async (tx) => {
      await tx.setting.create(add('kept'))
    })
    expect(await keys()).toEqual(['kept', 'probe'])
  })

  it('gives twenty transactions at once their turn', async () => {
    const names = Array.from({ length: 20 }, (_, n) => `at-once-${n}`)
    await Promise.all(names.map((name) => store.prisma.$transaction((tx) => tx.setting.create(add(name)))))
    expect(await keys()).toHaveLength(21)
  })

  it('frees itself from a transaction that takes too long', async () => {
    const forgotten = store.prisma.$transaction(
      async (tx) => {
        await tx.setting.create(add('forgotten'))
        for (;;) await tx.setting.count()
      },
      { timeout: 50 },
    )
    await expect(forgotten).rejects.toThrow(/expired transaction|Transaction already closed/)
    expect(await keys()).toEqual(['probe'])
  })

  it('goes on after a transaction that did not get its turn in time', async () => {
    let finish = () => {}
    const long = store.prisma.$transaction(async (tx) => {
      await tx.setting.create(add('long'))
      await new Promise<void>((resolve) => {
        finish = resolve
      })
    })
    const late = Array.from({ length: 10 }, (_, n) =>
      store.prisma.$transaction((tx) => tx.setting.create(add(`late-${n}`)), { maxWait: 50 }),
    )
    const outcomes = await Promise.allSettled(late)
    finish()
    await long
    const inTime = outcomes.filter(({ status }) => status === 'fulfilled').length
    if (store.kind === 'embedded') expect(inTime).toBe(0)
    expect(await keys()).toHaveLength(2 + inTime)
  })

  it('is empty when the next test gets it', async () => {
    await store.close()
    store = await openTestStore()
    expect(await keys()).toEqual([])
    const { _max } = await store.prisma.campaign.aggregate({ _max: { id: true } })
    expect(_max.id).toBeNull()
  })
})
