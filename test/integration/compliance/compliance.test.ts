/** Nothing is sent to be signed before it was checked against law and platform rules (F16, R85). */
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Store } from '../../../src/engine/db/open.js'
import { type Chat, profileOf, startChat } from '../../support/chat.js'
import { openTestStore } from '../../support/store.js'

let store: Store
let chat: Chat
const boss = profileOf('T1/U1', 'Boss', { standing: 'admin' })
const signer = profileOf('T1/U3', 'Signer')
const guest = profileOf('T1/U2', 'Guest', { standing: 'guest' })

beforeEach(async () => {
  store = await openTestStore()
  chat = await startChat(store, [boss, guest, signer])
  for (const one of [boss, guest, signer]) await chat.tells(one)
  await say('new from ecom-004 Summer 2024-06-01')
  for (const role of ['marketing-manager', 'operations-supervisor', 'finance-head'])
    await say(`grant <@T1/U3> ${role}`)
})
afterEach(async () => {
  await chat.engine.stop()
  await store.close()
})

const say = (text: string) => chat.say('T1/U1', text)
const approvals = () => store.prisma.approval.count()

it('blocks the plan while a check is open, and lets it through when all are ticked', async () => {
  await say('compliance add "platform rule for flash sales"')
  for (const item of ['1', '2', '3', '4']) await say(`compliance tick ${item} "seen by legal"`)
  expect(await say('submit plan')).toContain('Blocked: 1 compliance item open')
  expect(await approvals()).toBe(0)
  expect(await say('compliance tick "Platform rule for flash sales"')).toContain(
    'checked by Boss on 2024-05-13',
  )
  await say('submit plan')
  expect(await approvals()).toBe(1)
})

it('begins with the four usual checks, and keeps who ticked what, when and with which note', async () => {
  const words = await say('compliance')
  for (const check of ['Advertising law', 'Data privacy', 'Fair competition', 'Rules of the platforms'])
    expect(words).toContain(check)
  await say('compliance tick 2 "seen by legal"')
  const item = await store.prisma.complianceItem.findFirstOrThrow({ where: { number: 2 } })
  expect(item).toMatchObject({ doneById: 'T1/U1', note: 'seen by legal', doneAt: chat.clock.now() })
  expect(await say('compliance tick 2')).toContain('checked already')
  expect(await say('show')).toContain('compliance: 1 of 4 checked')
  expect(await say('compliance tick 9')).toContain('There is no check “9”')
})

it('asks nothing of a campaign whose checklist nobody has begun, and guests and viewers begin none', async () => {
  expect(await chat.say('T1/U2', 'compliance')).toContain('that takes viewer')
  await say('grant Guest viewer')
  expect(await chat.say('T1/U2', 'compliance')).toContain('Nobody has begun')
  expect(await store.prisma.complianceItem.count()).toBe(0)
  await say('submit plan')
  expect(await approvals()).toBe(1)
})
