/** Where somebody is reached who has accounts on several platforms. */
import { describe, expect, it } from 'vitest'
import { destinationsOf } from '../../../src/engine/work/reach.js'
import type { Origin } from '../../../src/engine/work/tell.js'
import type { Db } from '../../../src/kit/store.js'

const account = (platform: string, account: string, left?: true) => ({ platform, account, profile: { left } })
const reached = async (from: Origin['platform'], accounts: object[], everywhere?: boolean) => {
  const person = { id: 'anna', language: 'en', zone: 'UTC', organisation: '', accounts }
  const db = { person: { findUnique: async () => person } } as unknown as Db
  const found = await destinationsOf(db, { person: 'anna' }, { platform: from } as Origin, everywhere)
  return found.map(({ to }) => `${to.platform} ${to.account}`)
}

const all = [account('playground', 'anna'), account('slack', 'T1/U2'), account('dingtalk', 'anna')]

describe('somebody on several platforms', () => {
  it('is told on the one where the work was done', async () => {
    expect(await reached('slack', all)).toEqual(['slack T1/U2'])
    expect(await reached('playground', all)).toEqual(['playground anna'])
  })

  it('is told by the clock where people work, not in the playground', async () => {
    expect(await reached('clock', all)).toEqual(['dingtalk anna'])
    expect(await reached('clock', all.slice(0, 2))).toEqual(['slack T1/U2'])
    expect(await reached('clock', all.slice(0, 1))).toEqual(['playground anna'])
  })

  it('is asked on each of them once', async () => {
    const twice = [...all, account('slack', 'T2/U7')]
    expect(await reached('slack', twice, true)).toEqual(['slack T1/U2', 'dingtalk anna', 'playground anna'])
  })

  it('is not told where they have left', async () => {
    expect(await reached('slack', [account('slack', 'T1/U2', true), all[2] ?? {}], true)).toEqual([
      'dingtalk anna',
    ])
    expect(await reached('slack', [account('slack', 'T1/U2', true)])).toEqual([])
  })
})
