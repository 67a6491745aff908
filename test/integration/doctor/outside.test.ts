/** What platforms find wrong with themselves, and a platform whose check breaks off. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Store } from '../../../src/engine/db/open.js'
import { type TestEngine, testEngine } from '../../support/engine.js'
import { openTestStore } from '../../support/store.js'

let store: Store
let test: TestEngine
beforeEach(async () => {
  store = await openTestStore()
  test = await testEngine(store)
})
afterEach(() => store.close())

const campaign = async (organisation: string, status: string, channel: string) => {
  const plain = {
    type: 'ecommerce',
    template: 'ecom-004',
    form: 'online',
    ownerId: 'ann',
    createdById: 'ann',
  }
  const dates = { launchOn: '2024-06-01', endOn: '2024-06-25', createdAt: new Date(0) }
  const data = {
    ...plain,
    ...dates,
    name: '618',
    language: 'en',
    zone: 'Asia/Shanghai',
    organisation,
    status,
  }
  const channels = { create: [{ platform: 'playground', channel }] }
  await store.prisma.campaign.create({ data: { ...data, channels } })
}

describe('a platform', () => {
  it('is asked about the channels of the open campaigns of one organisation, each once', async () => {
    await campaign('', 'active', 'c1')
    await campaign('', 'paused', 'c1')
    await campaign('', 'archived', 'c2')
    await campaign('T2', 'active', 'c3')
    const asked: unknown[] = []
    test.platform.check = async (...given) => {
      asked.push(given)
      return [{ area: 'playground', what: 'slackOk', level: 'good' }]
    }
    expect(await test.engine.outside.findings('')).toEqual([
      { area: 'playground', what: 'slackOk', level: 'good' },
    ])
    expect(asked).toEqual([['', ['c1']]])
  })

  it('whose check breaks off is a finding, and no fault of the doctor', async () => {
    test.platform.check = () => Promise.reject(new Error('x'.repeat(500)))
    const [found] = await test.engine.outside.findings('')
    expect(found).toMatchObject({ area: 'playground', what: 'checkFailed', level: 'bad' })
    expect(String(found?.params?.error)).toHaveLength(200)
  })

  it('that has nothing to check is passed over', async () => {
    expect(await test.engine.outside.findings('')).toEqual([])
  })
})
