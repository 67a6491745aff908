/** Files while processes end and platforms fail: nothing is lost, nothing is done twice, nothing is held open. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Store } from '../../../src/engine/db/open.js'
import type { Incoming } from '../../../src/kit/platform.js'
import type { FetchedFile } from '../../../src/kit/sent-file.js'
import { profileOf, startChat } from '../../support/chat.js'
import { openTestStore } from '../../support/store.js'

let store: Store
const ann = profileOf('T1/U1', 'Ann', { standing: 'admin' })
beforeAll(async () => {
  store = await openTestStore()
  const chat = await startChat(store, [ann])
  await chat.say(ann.account, 'new Summer launch=2024-06-01 end=2024-06-20', 'T1/C1')
  await chat.engine.stop()
})
afterAll(() => store.close())

const table: FetchedFile = { name: 'plan.csv', bytes: Buffer.from('Task,Owner,Due\nPhotos,Ann,2024-05-24') }
const message = (delivery: string): Incoming => ({
  platform: 'slack',
  delivery,
  account: ann.account,
  place: { platform: 'slack', account: ann.account },
  deed: { kind: 'line', text: '', files: [{ name: 'plan.csv', ref: 'F1' }] },
})
/** A platform that brings the table when it is told to. */
const held = () => {
  let release = (): void => undefined
  const waiting = new Promise<FetchedFile>((resolve) => {
    release = () => resolve(table)
  })
  return { fetch: vi.fn(() => waiting), release }
}
const drafts = () => store.prisma.importDraft.count()

describe('a file whose fetching is interrupted', () => {
  it('is fetched again at the next start, and previewed once although the first process goes on', async () => {
    const { fetch, release } = held()
    const first = await startChat(store, [ann], { fetch })
    const { durable, done } = first.engine.receive(message('interrupted'))
    expect(await durable).toBe(true)
    await vi.waitFor(() => expect(fetch).toHaveBeenCalled())
    const [row] = await store.prisma.inboxDelivery.findMany({ where: { delivery: 'interrupted' } })
    expect(row).toMatchObject({
      doneAt: null,
      incoming: { deed: { files: [{ name: 'plan.csv', ref: 'F1' }] } },
    })

    const second = await startChat(store, [ann], { fetch: async () => table })
    await second.engine.outbox.settled()
    expect(await drafts()).toBe(1)
    release()
    await done
    expect(await drafts()).toBe(1)
    expect(`${first.read(ann.account)}${second.read(ann.account)}`.match(/Import preview/g)).toHaveLength(1)
    await first.engine.stop()
    await second.engine.stop()
  })
})

describe('while a file is fetched', () => {
  it('other work goes on: no transaction is open', async () => {
    const { fetch, release } = held()
    const chat = await startChat(store, [ann], { fetch })
    const { done } = chat.engine.receive(message('slow'))
    await vi.waitFor(() => expect(fetch).toHaveBeenCalled())
    expect(await chat.say(ann.account, 'show C-1')).toContain('Summer')
    const before = await drafts()
    release()
    await done
    expect(await drafts()).toBe(before + 1)
    await chat.engine.stop()
  })

  it('a fault of ours is apologised for, and the delivery is not tried for ever', async () => {
    const chat = await startChat(store, [ann], {
      fetch: async () => {
        throw new TypeError('a fault of ours')
      },
    })
    await chat.engine.receive(message('fault')).done
    await chat.engine.outbox.settled()
    expect(chat.read(ann.account)).toContain('Something went wrong on my side')
    await chat.engine.stop()
  })
})
