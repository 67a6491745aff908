/** On a platform that cuts mentions out of the text, people are named all the same, also those nobody knew before. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Store } from '../../../src/engine/db/open.js'
import { type Chat, profileOf, startChat } from '../../support/chat.js'
import { openTestStore } from '../../support/store.js'

let store: Store
let chat: Chat
const ann = 'T1/U1'
const channel = 'T1/C1'
beforeAll(async () => {
  store = await openTestStore()
})
afterAll(() => store.close())
beforeEach(async () => {
  await store.prisma.task.deleteMany()
  await store.prisma.campaign.updateMany({ data: { status: 'cancelled' } })
  const people = [
    profileOf(ann, 'Ann', { language: 'zh-CN' }),
    profileOf('T1/U2', '李四'),
    profileOf('T1/U3', '王五'),
  ]
  chat = await startChat(store, people, { formless: true })
  await chat.say(ann, '新建活动 夏季 2024-06-01', channel)
  await store.prisma.task.deleteMany()
})
afterEach(() => chat.engine.stop())

const say = (text: string, ...mentioned: string[]) => chat.say(ann, text, channel, mentioned)
const idOf = async (account: string) =>
  (await store.prisma.account.findFirst({ where: { account } }))?.personId
const newest = () => store.prisma.task.findFirst({ orderBy: { id: 'desc' } })

describe('a line whose mentions were cut out', () => {
  it('names an owner nobody knew before', async () => {
    await say('新建任务 海报  5月20日 5月23日', 'T1/U2')
    expect(await newest()).toMatchObject({ name: '海报', startOn: '2024-05-20', dueOn: '2024-05-23' })
    expect((await newest())?.ownerId).toBe(await idOf('T1/U2'))
  })

  it('names owner and approver, each where they were typed', async () => {
    await say('新建任务 海报  5月20日 5月23日 审批人= ', 'T1/U2', 'T1/U3')
    expect(await newest()).toMatchObject({ ownerId: await idOf('T1/U2'), approverId: await idOf('T1/U3') })
  })

  it('with two people where there must be one creates nothing', async () => {
    expect(await say('新建任务 海报  5月20日 5月23日', 'T1/U2', 'T1/U3')).toContain('李四, 王五')
    expect(await newest()).toBeNull()
  })

  it('with two people where there must be one is a question in a direct message', async () => {
    const alone = (text: string, ...mentioned: string[]) => chat.say(ann, text, undefined, mentioned)
    expect(await alone('新建任务 海报  5月20日 5月23日', 'T1/U2', 'T1/U3')).toContain('李四, 王五')
    await alone('', 'T1/U3')
    expect(await newest()).toMatchObject({ name: '海报', ownerId: await idOf('T1/U3') })
  })

  it('of somebody the platform does not know names nobody', async () => {
    await say('新建任务 海报  5月20日 5月23日', 'T1/U9')
    expect(await newest()).toBeNull()
  })
})
