/** What the local DingTalk tells an app of the people who talk to it. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Dingtalk, startDingtalk } from '../../support/dingtalk/index.js'
import { caller, connect, muteSdk, type Probe } from '../../support/dingtalk/probe.js'

let dingtalk: Dingtalk
let probe: Probe
const last = () => probe.taken.at(-1)?.said

beforeEach(async () => {
  muteSdk()
  dingtalk = await startDingtalk({
    people: [
      { userId: 'u1', isAdmin: true },
      { userId: 'u2', name: '李四' },
      { userId: 'x1', outside: true },
    ],
  })
  probe = await connect(dingtalk)
})
afterEach(() => dingtalk.stop())

it('mentions are cut out of the text and come in their order, the robot first', async () => {
  await dingtalk.acting.say('u1', 'cid1==', '创建 双11 @李四', { mention: ['u2', 'x1'] })
  expect(last()).toMatchObject({
    conversationType: '2',
    conversationId: 'cid1==',
    senderStaffId: 'u1',
    isAdmin: true,
    robotCode: 'ding1',
    text: { content: ' 创建 双11 ' },
    atUsers: [{ dingtalkId: expect.any(String) }, { staffId: 'u2' }, { dingtalkId: expect.any(String) }],
  })
  expect(Object(last()?.atUsers)[2]).not.toHaveProperty('staffId')
})

it('whoever is from outside has no staffId', async () => {
  await dingtalk.acting.say('x1', 'cid1==', '你好')
  expect(last()).not.toHaveProperty('senderStaffId')
})

it('a message beyond the quota has no text', async () => {
  await dingtalk.acting.overQuota('u1', 'cid1==')
  expect(last()).toMatchObject({ errorCode: 20001 })
  expect(last()).not.toHaveProperty('text')
})

it('files come to somebody alone only, and can be fetched', async () => {
  expect(() => dingtalk.acting.say('u1', 'cid1==', '', { msgtype: 'file' })).toThrow('in groups')
  await dingtalk.acting.say('u1', 'cid1==', '看', { msgtype: 'richText' })
  expect(last()).toMatchObject({
    msgtype: 'richText',
    content: { richText: [{ text: ' 看' }, { type: 'picture' }] },
  })
  const file = { name: 'plan.xlsx', bytes: Buffer.from('plan') }
  await dingtalk.acting.direct('u1', '', { msgtype: 'file', file })
  const { downloadCode } = (last()?.content ?? {}) as { downloadCode: string }
  const app = await caller(dingtalk)
  const asked = { downloadCode, robotCode: 'ding1' }
  const { body } = await app.call('POST', '/v1.0/robot/messageFiles/download', asked)
  expect(await (await fetch(String(body.downloadUrl))).text()).toBe('plan')
})

it('only people of a group speak in it', () => {
  dingtalk.groups.get('cid1==')?.members.delete('u2')
  expect(() => dingtalk.acting.say('u2', 'cid1==', 'x')).toThrow('u2 is not in cid1==')
})
