/** What waits for an access that was taken away: it fills no outbox, and goes out as soon as the access is back. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Store } from '../../../src/engine/db/open.js'
import { DeliveryError } from '../../../src/kit/errors.js'
import { type Chat, profileOf, startChat } from '../../support/chat.js'
import { openTestStore } from '../../support/store.js'

let store: Store
let chat: Chat
const people = ['T1', 'T10'].map((team) => profileOf(`${team}/U1`, 'Boss', { standing: 'admin' }))
beforeEach(async () => {
  store = await openTestStore()
  chat = await startChat(store, people)
  for (const one of people) await chat.tells(one)
  for (const { account } of people)
    await chat.say(account, 'new Summer 2024-06-01', `${account.split('/')[0]}/C1`)
  chat.refuse.post = () => {
    throw new DeliveryError('no access', 300_000, { fault: 'access', unsent: true })
  }
  for (const { account } of people) await chat.say(account, 'zone Asia/Tokyo')
})
afterEach(async () => {
  await chat.engine.stop()
  await store.close()
})

/** What waits is tried at once, as if it had been due since `at`. */
const tryAgain = async (at: Date) => {
  await store.prisma.outboxMessage.updateMany({ where: { status: 'waiting' }, data: { notBefore: at } })
  chat.engine.outbox.wake()
  await chat.engine.outbox.settled()
}
const dayMs = 86_400_000
const rows = (where: object) => store.prisma.outboxMessage.count({ where })

describe('a message that waits', () => {
  it('is told of once a day, however often it is tried', async () => {
    const told = await rows({ because: 'message.undelivered' })
    for (let i = 0; i < 4; i++) await tryAgain(new Date())
    // Around midnight it is tried on two days.
    if ((Date.now() + 600_000) % dayMs > 1_200_000)
      expect(await rows({ because: 'message.undelivered' })).toBe(told)
    await tryAgain(new Date(Date.now() - dayMs))
    expect(await rows({ because: 'message.undelivered' })).toBeGreaterThan(told)
  })

  it('goes out at once when its workspace is back, and no other with it', async () => {
    delete chat.refuse.post
    const before = chat.posts.length
    await chat.engine.hasten('slack', 'T1/')
    await chat.engine.outbox.settled()
    const places = chat.posts.slice(before).map(({ to, only }) => only ?? to.channel ?? to.account)
    expect(places).toContain('T1/U1')
    expect(new Set(places.map((place) => place?.split('/')[0]))).toEqual(new Set(['T1']))
    expect(await rows({ status: 'waiting' })).toBeGreaterThan(0)
  })
})
