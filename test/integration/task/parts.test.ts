/** What a task consists of: dated points that are ticked (F41), and a done criterion that is counted (F42). */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Store } from '../../../src/engine/db/open.js'
import { buttonCalled, type Chat, profileOf, startChat } from '../../support/chat.js'
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
  await chat.say('T1/U1', 'new from card-000 Summer 2024-06-10')
  await chat.say('T1/U1', 'task add 素材制作 <@T1/U2> 2024-05-16 2024-05-25')
})
afterEach(async () => {
  await chat.engine.stop()
  await store.close()
})

const say = (text: string) => chat.say('T1/U2', text)
const status = async () => (await store.prisma.task.findFirstOrThrow({ where: { number: 4 } })).status

describe('the points of a task', () => {
  beforeEach(async () => {
    await say('task node M-004 初稿 05-16')
    await say('task node M-004 修改 05-20 18:00')
  })

  it('stand on its card in the order of their days, and are ticked one by one', async () => {
    const card = await say('task node M-004 终版 05-25')
    expect(card).toMatch(/0\/3[\s\S]*初稿 · 05-16[\s\S]*修改 · 05-20 18:00[\s\S]*终版 · 05-25/)
    expect(await say('node done M-004 初稿')).toContain('1/3')
    expect(await say('node done M-004 初稿')).toContain('is so already')
    expect(await say('node done M-004 1 open')).toContain('0/3')
    expect(await say('node done M-004 修改 removed')).toContain('0/2')
  })

  it('lie within the task, on days that are days', async () => {
    expect(await say('task node M-004 late 05-26')).toContain('2024-05-16 – 2024-05-25')
    expect(await say('task node M-004 odd 05-32')).toContain('no day of this task')
    expect(await say('task node M-004 odd 05-20 25:00')).toContain('25:00')
    expect(await chat.say('T1/U3', 'task node M-004 mine 05-20')).not.toContain('0/3')
    expect(await store.prisma.taskNode.count()).toBe(2)
  })

  it('is put on another day by its name', async () => {
    expect(await say('task node M-004 初稿 05-18')).toMatch(/0\/2[\s\S]*初稿 · 05-18/)
  })
})

describe('the done criterion of a task', () => {
  it('holds it back until it is met, or somebody says why not', async () => {
    await say('task criterion M-004 "200 晒单"')
    expect(await say('task count M-004 180')).toContain('晒单 180/200')
    await say('start M-004')
    await say('done M-004')
    expect(await status()).toBe('doing')
    await say('done M-004 reason="the shop closed"')
    expect(await status()).toBe('done')
    const entry = await store.prisma.auditEvent.findFirstOrThrow({
      where: { action: 'task.status' },
      orderBy: { id: 'desc' },
    })
    expect(entry.after).toMatchObject({ status: 'done', reason: 'the shop closed' })
  })

  it('asks for the reason in a form when the button is pressed', async () => {
    await say('task criterion M-004 "3 笔记 + 1 测评"')
    await say('start M-004')
    await say('task M-004')
    const { form } = await chat.press('T1/U2', buttonCalled(chat.posts, 'Done'))
    const asked = form?.fields.find(({ name }) => name === 'reason')
    expect(asked?.error).toContain('笔记 0/3 · 测评 0/1')
    expect(await status()).toBe('doing')
  })

  it('is met by counting, up and down, each by its name', async () => {
    await say('task criterion M-004 "3 笔记 + 1 测评"')
    await say('task count M-004 笔记=3')
    expect(await say('task count M-004 "测评 +1"')).toContain('笔记 3/3 · 测评 1/1')
    expect(await say('task count M-004 "测评 -1"')).toContain('测评 0/1')
    await say('task count M-004 测评=1')
    expect(await say('task count M-004 直播=1')).toContain('Counted: 笔记, 测评')
    await say('start M-004')
    await say('done M-004')
    expect(await status()).toBe('done')
  })

  it('is taken back with one word, and refused when it cannot be counted', async () => {
    await say('task criterion M-004 "3 笔记"')
    expect(await say('task criterion M-004 "很多笔记"')).toContain('cannot be counted')
    expect(await store.prisma.taskCriterion.count()).toBe(1)
    await say('task criterion M-004 none')
    expect(await store.prisma.taskCriterion.count()).toBe(0)
  })
})

describe('what a channel publishes', () => {
  it('becomes one counted task per kind of content, of which the owner hears once (F15)', async () => {
    const table = await chat.say(
      'T1/U1',
      'channel plan 小红书 "3 素人笔记 + 1 达人深度测评" <@T1/U3> focus=成分',
    )
    expect(table).toContain('小红书 · 素人笔记')
    await chat.say('T1/U1', 'channel plan 抖音 "2 直播 + 3 短视频" <@T1/U3> start=06-01 due=06-05')
    const counted = await store.prisma.taskCriterion.findMany({ orderBy: { taskId: 'asc' } })
    expect(counted.map(({ done, need }) => `${done}/${need}`)).toEqual(['0/3', '0/1', '0/2', '0/3'])
    const tasks = await store.prisma.task.findMany({
      where: { name: { contains: '·' } },
      orderBy: { number: 'asc' },
    })
    expect(tasks.map(({ startOn }) => startOn)).toEqual([
      '2024-06-10',
      '2024-06-10',
      '2024-06-01',
      '2024-06-01',
    ])
    expect(tasks[0]).toMatchObject({ description: '成分', ownerId: 'T1/U3', accepted: false })
    const offers = chat.posts.filter(
      ({ to, card }) => to.account === 'T1/U3' && JSON.stringify(card).includes('小红书'),
    )
    expect(offers).toHaveLength(1)
  })

  it('is planned by those who lead, in things that can be counted', async () => {
    await chat.say('T1/U2', 'channel plan 抖音 "2 直播" <@T1/U3>')
    await chat.say('T1/U1', 'channel plan 抖音 "many" <@T1/U3>')
    expect(await store.prisma.taskCriterion.count()).toBe(0)
  })
})
