/** The local DingTalk's robot API and session webhooks: they keep what is said and refuse what DingTalk refuses. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Dingtalk, startDingtalk } from '../../support/dingtalk/index.js'
import { type Caller, caller, muteSdk } from '../../support/dingtalk/probe.js'

let dingtalk: Dingtalk
let app: Caller
const group = '/v1.0/robot/groupMessages/send'
const people = '/v1.0/robot/oToMessages/batchSend'
const markdown = (text: string) => ({
  robotCode: 'ding1',
  msgKey: 'sampleMarkdown',
  msgParam: JSON.stringify({ title: '进度', text }),
})
const inGroup = (message: object) => ({ openConversationId: 'cid1==', ...message })

beforeEach(async () => {
  muteSdk()
  dingtalk = await startDingtalk({
    people: [
      { userId: 'u1', mobile: '13800000001' },
      { userId: 'u2', flowControlled: true },
      { userId: 'u3', hidden: true },
    ],
  })
  app = await caller(dingtalk)
})
afterEach(() => dingtalk.stop())

describe('the robot', () => {
  it('writes into a group, and takes it back', async () => {
    const { body } = await app.call('POST', group, inGroup(markdown('**三项**')))
    expect(dingtalk.messages('cid1==')).toMatchObject([
      { kind: 'robot', type: 'sampleMarkdown', title: '进度', text: '**三项**', key: body.processQueryKey },
    ])
    const back = {
      robotCode: 'ding1',
      openConversationId: 'cid1==',
      processQueryKeys: [body.processQueryKey, 'x'],
    }
    expect((await app.call('POST', '/v1.0/robot/groupMessages/recall', back)).body).toMatchObject({
      successResult: [body.processQueryKey],
      failedResult: { x: expect.any(String) },
    })
    expect(dingtalk.messages('cid1==')[0]?.recalled).toBe(true)
    expect(dingtalk.violations).toEqual([])
  })

  it('writes to people, and is told who is nobody and for whom it is held back', async () => {
    const { status, body } = await app.call('POST', people, {
      userIds: ['u1', 'u2', 'u9'],
      ...markdown('hi'),
    })
    expect(status).toBe(200)
    expect(body).toMatchObject({ invalidStaffIdList: ['u9'], flowControlledStaffIdList: ['u2'] })
    expect(dingtalk.direct('u1')).toMatchObject([{ text: 'hi' }])
    expect(dingtalk.direct('u2')).toEqual([])
  })

  it.each([
    ['another robot', { ...markdown('x'), robotCode: 'ding2' }, 'invalidParameter.robotCode.auth', 0],
    ['an unknown kind', { ...markdown('x'), msgKey: 'sampleTable' }, 'invalidParameter.msgKey.invalid', 1],
    [
      'words that are no JSON',
      { ...markdown('x'), msgParam: 'hello' },
      'invalidParameter.msgParam.invalid',
      1,
    ],
    ['words without end', markdown('长'.repeat(5000)), 'invalidParameter.msgParam.tooLong', 1],
    [
      'a group that is none',
      { ...markdown('x'), openConversationId: 'cid9==' },
      'invalid.openConversationId',
      0,
    ],
  ])('is refused %s', async (_what, message, code, violations) => {
    expect(await app.call('POST', group, inGroup(message))).toMatchObject({ status: 400, body: { code } })
    expect(dingtalk.violations).toHaveLength(violations)
    expect(dingtalk.messages('cid1==')).toEqual([])
  })

  it('is told off for tables, unknown fields and files that were never uploaded', async () => {
    await app.call('POST', group, inGroup(markdown('| a | b |\n| --- | --- |\n| 1 | 2 |')))
    const file = JSON.stringify({ mediaId: '@lx', fileName: 'a.csv', fileType: 'csv' })
    await app.call(
      'POST',
      group,
      inGroup({ robotCode: 'ding1', msgKey: 'sampleFile', msgParam: file, at: [] }),
    )
    expect(dingtalk.violations).toMatchObject([
      expect.stringContaining('table'),
      expect.stringContaining('no field at'),
      expect.stringContaining('never uploaded'),
      expect.stringContaining('type csv'),
    ])
  })
})
