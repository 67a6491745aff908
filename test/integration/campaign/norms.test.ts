/** Phases that are longer than normal are warned of, one by one, until somebody says why (F4). */
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Store } from '../../../src/engine/db/open.js'
import { type Chat, profileOf, startChat } from '../../support/chat.js'
import { openTestStore } from '../../support/store.js'

let store: Store
let chat: Chat
const boss = profileOf('T1/U1', 'Boss', { standing: 'admin' })

beforeEach(async () => {
  store = await openTestStore()
  chat = await startChat(store, [boss])
  await chat.tells(boss)
})
afterEach(async () => {
  await chat.engine.stop()
  await store.close()
})

const say = (text: string) => chat.say('T1/U1', text)
const phase = (key: string) => store.prisma.phase.findFirstOrThrow({ where: { key } })

it('warns three times of the 10 / 10 / 5 days of 004-T1, and keeps the reason with who said it', async () => {
  const created = await say('new "618" 2024-06-01 2024-06-25 template=ecom-004')
  expect(created).toContain('Warm-up lasts 10 days; normal are 3–7')
  expect(created).toContain('Burst lasts 10 days; normal are 1–3')
  expect(created).toContain('lasts 5 days; normal are 1–2')
  const card = await say('phase reason warm-up "618 platform calendar"')
  expect(card).not.toContain('normal are 3–7')
  expect(card).toContain('normal are 1–3')
  expect((await phase('warmup')).reason).toBe('618 platform calendar')
  const { actorId, after } = await store.prisma.auditEvent.findFirstOrThrow({
    where: { action: 'campaign.phase-reason' },
  })
  expect([actorId, after]).toEqual(['T1/U1', { key: 'warmup', days: 10, reason: '618 platform calendar' }])
})

it('says so when a phase is set, takes the days all the same, and asks again when they change', async () => {
  await say('new "618" 2024-06-01 2024-06-07 template=ecom-004')
  const set = await say('phase set tail 2024-06-20 2024-06-24')
  expect(set).toContain('lasts 5 days; normal are 1–2')
  expect((await phase('tail')).toOn).toBe('2024-06-24')
  await say('phase reason tail "stock to clear"')
  await say('phase set tail 2024-06-21 2024-06-25')
  expect((await phase('tail')).reason).toBe('stock to clear')
  await say('phase set tail 2024-06-21 2024-06-26')
  expect((await phase('tail')).reason).toBeNull()
})

it('says nothing of the template whose documents name no norm, and has nothing to explain there', async () => {
  expect(await say('new from strategy-003 Seeding 2024-06-01')).not.toContain('normal are')
  expect(await say('phase reason burst "because"')).toContain('nothing to explain')
})

it('takes the rhythm 7 / 3 / 5 of 002 for normal: its printed tail is one day over (R12)', async () => {
  const created = await say('new from plan-002 Summer first=2024-06-01')
  expect(created).toContain('lasts 6 days; normal are 5')
  expect(created.match(/normal are/g)).toHaveLength(1)
})
