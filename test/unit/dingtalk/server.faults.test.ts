/** The local DingTalk's bad days: trouble on demand, as an app meets it. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Dingtalk, startDingtalk, trouble } from '../../support/dingtalk/index.js'
import { type Caller, caller, connect, muteSdk, soon } from '../../support/dingtalk/probe.js'
import { createAndDeliver, someCard } from '../../support/dingtalk/some-card.js'

let dingtalk: Dingtalk
let app: Caller
const path = '/v1.0/robot/groupMessages/send'
const send = (content = 'x') =>
  app.call('POST', path, {
    robotCode: 'ding1',
    openConversationId: 'cid1==',
    msgKey: 'sampleText',
    msgParam: JSON.stringify({ content }),
  })

beforeEach(async () => {
  muteSdk()
  dingtalk = await startDingtalk({ qps: 1000 })
  app = await caller(dingtalk)
})
afterEach(() => dingtalk.stop())

describe('a call', () => {
  it('meets refusals in the order in which they were added, before anything has happened', async () => {
    dingtalk.faults.add(path, trouble.tooFast, { times: 2 })
    dingtalk.faults.add(`POST ${path}`, trouble.quota)
    dingtalk.faults.add('/v1.0/robot/*', trouble.scope('qyapi_robot_sendmsg'))
    dingtalk.faults.add('*', { kind: 'page', status: 502 })
    const codes = []
    for (let i = 0; i < 4; i++) codes.push((await send()).body.code)
    expect(codes).toEqual([
      'send.too.fast',
      'send.too.fast',
      'Forbidden.AccessDenied.ApiCountLimitForOrg',
      'Forbidden.AccessDenied.AccessTokenPermissionDenied',
    ])
    await expect(send()).rejects.toThrow()
    expect(dingtalk.messages('cid1==')).toEqual([])
    expect((await send()).status).toBe(200)
  })

  it('is dropped before, or takes effect although the answer is lost', async () => {
    dingtalk.faults.add(path, { kind: 'dropped' })
    dingtalk.faults.add(path, { kind: 'lost' })
    await expect(send('before')).rejects.toThrow()
    await expect(send('after')).rejects.toThrow()
    expect(dingtalk.messages('cid1==').map(({ text }) => text)).toEqual(['after'])
    expect(dingtalk.calls.filter((call) => call.path === path).map(({ status }) => status)).toEqual([
      null,
      null,
    ])
  })

  it('hangs until the caller gives up', async () => {
    dingtalk.faults.add(path, { kind: 'hang' })
    const signal = AbortSignal.timeout(50)
    await expect(fetch(dingtalk.url + path, { method: 'POST', signal })).rejects.toThrow()
  })

  it('fails every third time, or by chance that is the same each time', async () => {
    const failed = async (count: number) => {
      const codes = []
      for (let i = 0; i < count; i++) codes.push((await send()).status)
      return codes.flatMap((status, i) => (status === 200 ? [] : i))
    }
    const end = dingtalk.faults.add(path, trouble.busy, { every: 3 })
    expect(await failed(7)).toEqual([2, 5])
    end()
    dingtalk.faults.add(path, trouble.busy, { share: 0.3 })
    const some = await failed(40)
    expect(some.length).toBeGreaterThan(5)
    expect(some.length).toBeLessThan(20)
    const again = await startDingtalk({ qps: 1000 })
    await dingtalk.stop()
    dingtalk = again
    app = await caller(dingtalk)
    dingtalk.faults.add(path, trouble.busy, { share: 0.3 })
    expect(await failed(40)).toEqual(some)
  })

  it('delivers a card nowhere although all is well, and holds messages to people back', async () => {
    dingtalk.faults.add(createAndDeliver, {
      kind: 'deliverFailed',
      message: 'robot is gone',
    })
    dingtalk.faults.add('/v1.0/robot/oToMessages/batchSend', { kind: 'flowControlled' })
    const { status, body } = await app.call('POST', createAndDeliver, someCard())
    expect(status).toBe(200)
    expect(body).toMatchObject({
      success: true,
      result: { deliverResults: [{ success: false, errorMsg: 'robot is gone' }] },
    })
    const message = { robotCode: 'ding1', msgKey: 'sampleText', msgParam: '{"content":"x"}', userIds: ['u1'] }
    const sent = await app.call('POST', '/v1.0/robot/oToMessages/batchSend', message)
    expect(sent.body).toMatchObject({ flowControlledStaffIdList: ['u1'] })
    expect([...dingtalk.messages('cid1=='), ...dingtalk.direct('u1')]).toEqual([])
  })
})

describe('a frame', () => {
  it('comes late, or its acknowledgement is lost, or its socket ends with it', async () => {
    const probe = await connect(dingtalk)
    dingtalk.faults.add('FRAME *', { kind: 'late', ms: 40 })
    dingtalk.faults.add('FRAME /v1.0/im/bot/messages/get', { kind: 'lost' })
    dingtalk.faults.add('FRAME *', { kind: 'cut' })
    expect(await dingtalk.acting.say('u1', 'cid1==', 'late')).toMatchObject({ ok: true })
    dingtalk.options.patience = 100
    expect(await dingtalk.acting.say('u1', 'cid1==', 'deaf')).toMatchObject({ ok: false })
    await dingtalk.acting.say('u1', 'cid1==', 'cut')
    await vi.waitFor(() => expect(dingtalk.gateway.connections).toEqual([]), soon)
    expect(probe.taken).toHaveLength(3)
  })

  it('finds no way: the door is refused, or never opens', async () => {
    dingtalk.faults.add('UPGRADE /connect', trouble.unavailable)
    await expect(connect(dingtalk)).rejects.toThrow('503')
    dingtalk.faults.add('UPGRADE /connect', { kind: 'dropped' })
    await expect(connect(dingtalk)).rejects.toThrow()
    await connect(dingtalk)
    dingtalk.gateway.dropSockets()
    await vi.waitFor(() => expect(dingtalk.gateway.live).toEqual([]), soon)
  })
})
