/** News of a subject stand below its card; cards stand for themselves. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Store } from '../../../src/engine/db/open.js'
import { type Chat, profileOf, startChat } from '../../support/chat.js'
import { openTestStore } from '../../support/store.js'

let store: Store
let chat: Chat
const boss = 'T1/U1'
const signer = profileOf('T1/U2', 'Signer')
const say = (text: string) => chat.say(boss, text, 'T1/C1')

beforeAll(async () => {
  store = await openTestStore()
  chat = await startChat(store, [profileOf(boss, 'Boss', { standing: 'admin' }), signer])
  await chat.tells(signer)
  for (const role of ['marketing-manager', 'operations-supervisor', 'finance-head']) {
    await say(`grant <@T1/U2> ${role}`)
  }
  await say('new Summer 2024-06-01 theme=Sun audience=all')
  for (const item of ['goals', 'rules', 'budget', 'owners', 'risk']) await say(`plan set ${item} ${item}!`)
  await say('submit plan')
  await say('kpi K-1 1')
  await say('report deliver D17 https://example.com/data')
  await chat.say('T1/U2', 'reject A-1 no', 'T1/C1')
  await say('campaign cancel C-1 enough')
}, 120_000)
afterAll(async () => {
  await chat.engine.stop()
  await store.close()
})

/** What everybody in the channel reads, with the message below which each stands. */
const inChannel = () =>
  chat.posts.flatMap(({ to, only, card }, i) =>
    to.channel === 'T1/C1' && only === undefined
      ? [{ id: String(i + 1), title: card.title, thread: to.thread ?? null }]
      : [],
  )
const titled = (words: string) => inChannel().filter(({ title }) => title.includes(words))

describe('in a channel', () => {
  it('the cards of a campaign and of its plan stand for themselves', () => {
    expect(titled('C-1 · Summer')[0]?.thread).toBeNull()
    expect(titled('A-1')[0]?.thread).toBeNull()
  })

  it('the decision stands below the approval, the delivery and the end below the campaign', () => {
    const [campaign, end] = titled('C-1 · Summer')
    const [approval, decision] = titled('A-1')
    expect(decision?.thread).toBe(approval?.id)
    expect(end?.thread).toBe(campaign?.id)
    expect(titled('Data report').map(({ thread }) => thread)).toEqual([campaign?.id])
  })

  it('an alarm stands for itself: nobody would see it below a card', async () => {
    const alarms = await store.prisma.outboxMessage.findMany({
      where: { because: 'kpi.red', mode: 'replace' },
    })
    expect(alarms.map(({ thread }) => thread)).toEqual([null])
  })
})
