/** The rules of a campaign for its customers (F14, R35). */
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Store } from '../../../src/engine/db/open.js'
import { buttonCalled, type Chat, profileOf, startChat } from '../../support/chat.js'
import { openTestStore } from '../../support/store.js'

let store: Store
let chat: Chat
const boss = profileOf('T1/U1', 'Boss', { standing: 'admin', language: 'zh-CN' })
const pete = profileOf('T1/U2', 'Pete')

beforeEach(async () => {
  store = await openTestStore()
  chat = await startChat(store, [boss, pete])
  for (const one of [boss, pete]) await chat.tells(one)
  await say('从模板新建 ecom-004 618 2024-06-01')
})
afterEach(async () => {
  await chat.engine.stop()
  await store.close()
})

const say = (text: string) => chat.say('T1/U1', text)

it('stand in one line on the card, and on the rules page', async () => {
  expect(await say('设置优惠 300 50 1000')).toContain('满300减50，每日前1000名，不可叠加')
  expect(await say('show')).toContain('满300减50，每日前1000名，不可叠加')
  expect(await say('设置优惠 300 50 1000 不可叠加 优惠=1')).toContain('满300减50，每日前1000名，不可叠加 ·')
  const page = await chat.say('T1/U2', 'doc rules')
  expect(page).toContain('Campaign rules · 618')
  expect(page).toContain('50 off from 300; first 1000/day; not cumulative')
  expect(page).toContain('2024-06-01 – 06-10')
})

it('count what is left of each day anew', async () => {
  await say('设置优惠 300 50 1000')
  expect(await say('优惠已用 320')).toContain('今日剩余 680 名')
  expect(await say('优惠已用 1200')).toContain('今日名额已用完')
  chat.clock.set('2024-05-14T01:00:00Z')
  expect(await say('优惠')).toContain('今日剩余 1000 名')
})

it('are changed and removed by those who lead, and nothing of a wrong one is stored', async () => {
  expect(await chat.say('T1/U2', 'offer set 300 50')).toContain(
    'that takes planner, finance, or general owner',
  )
  expect(await say('设置优惠 300 300')).toContain('优惠不能达到或超过门槛')
  expect(await say('设置优惠 300 many')).toContain('无法识别力度')
  expect(await store.prisma.offer.count()).toBe(0)
  await say('设置优惠 300 8折')
  expect(await say('设置优惠 200 8折 优惠=1')).toContain('满200打8折，不可叠加')
  const remove = buttonCalled(chat.posts, '删除')
  await say('设置优惠 100 8折 优惠=1')
  await chat.press('T1/U1', remove)
  expect(await store.prisma.offer.count()).toBe(1)
  await say('删除优惠 1')
  expect(await store.prisma.offer.count()).toBe(0)
})
