/** What is found out before the plan stands beside it, with who wrote it and when (F13). */
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Store } from '../../../src/engine/db/open.js'
import { type Chat, profileOf, startChat } from '../../support/chat.js'
import { openTestStore } from '../../support/store.js'

let store: Store
let chat: Chat
const boss = profileOf('T1/U1', 'Boss', { standing: 'admin' })
const pete = profileOf('T1/U2', 'Pete')
const ann = profileOf('T1/U3', 'Ann')

beforeEach(async () => {
  store = await openTestStore()
  chat = await startChat(store, [boss, pete, ann])
  for (const one of [boss, pete, ann]) await chat.tells(one)
  await say('T1/U1', 'new from ecom-004 Summer 2024-06-01')
})
afterEach(async () => {
  await chat.engine.stop()
  await store.close()
})

const say = (account: string, text: string) => chat.say(account, text)

it('appears under the inputs of the plan, which is not written by it', async () => {
  const hash = async () => (await say('T1/U1', 'plan')).match(/\d+ sections? (?:is|are) missing/)?.[0]
  const before = await hash()
  await say('T1/U2', 'research add segment 高净值客户 定制化服务')
  await say('T1/U2', 'research add competitor 价格不透明 swot=weakness')
  const plan = await say('T1/U1', 'plan')
  expect(plan).toContain('Inputs: 高净值客户 → 定制化服务')
  expect(plan).toContain('价格不透明 (W)')
  expect(await hash()).toBe(before)
  const list = await say('T1/U3', 'research')
  expect(list).toContain('weakness (W)')
  expect(list).toContain('Pete, 2024-05-13')
})

it('is removed by whoever wrote it or leads the campaign, and by nobody else', async () => {
  await say('T1/U2', 'research add need "too few sizes"')
  expect(await say('T1/U3', 'research remove 1')).toContain('that takes planner or general owner')
  expect(await store.prisma.researchNote.count()).toBe(1)
  await say('T1/U2', 'research remove 1')
  expect(await store.prisma.researchNote.count()).toBe(0)
  expect(await say('T1/U1', 'plan')).not.toContain('Inputs')
})

it('takes links that are links', async () => {
  expect(await say('T1/U2', 'research add link "javascript:alert(1)"')).toContain('is not a web address')
  expect(await store.prisma.researchNote.count()).toBe(0)
  expect(await say('T1/U2', 'research add link https://example.com/report')).toContain(
    'https://example.com/report',
  )
})
