/** The local DingTalk's session webhooks: answers for a while, and never after their end. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Dingtalk, startDingtalk } from '../../support/dingtalk/index.js'
import { type Caller, caller, connect, muteSdk } from '../../support/dingtalk/probe.js'

let dingtalk: Dingtalk
let app: Caller

beforeEach(async () => {
  muteSdk()
  dingtalk = await startDingtalk()
  app = await caller(dingtalk)
})
afterEach(() => dingtalk.stop())

describe('a session webhook', () => {
  const json = { 'content-type': 'application/json' }
  const answer = (webhook: unknown, body: object) =>
    app.call('POST', String(webhook).replace(dingtalk.url, ''), body, json)
  const asked = async () => {
    await connect(dingtalk)
    const { delivery } = await dingtalk.acting.say('u1', 'cid1==', '帮助')
    return JSON.parse(delivery.data) as { sessionWebhook: string }
  }

  it('answers in the group and notifies whom the text names', async () => {
    const { sessionWebhook } = await asked()
    const body = { msgtype: 'markdown', markdown: { title: 't', text: '@u1 好' }, at: { atUserIds: ['u1'] } }
    expect((await answer(sessionWebhook, body)).body).toMatchObject({ errcode: 0 })
    expect(dingtalk.messages('cid1==')).toMatchObject([{ kind: 'webhook', text: '@u1 好', mentions: ['u1'] }])
    expect(dingtalk.violations).toEqual([])
    await answer(sessionWebhook, { msgtype: 'text', text: { content: '好' }, at: { atUserIds: ['u1'] } })
    expect(dingtalk.violations).toMatchObject([expect.stringContaining('@u1')])
  })

  it('that ended early may be tried once, and one that was announced to end never', async () => {
    const { sessionWebhook } = await asked()
    dingtalk.endSessions()
    const hi = { msgtype: 'text', text: { content: 'hi' } }
    expect((await answer(sessionWebhook, hi)).body).toMatchObject({ errcode: 300001 })
    expect(dingtalk.violations).toEqual([])
    await answer(sessionWebhook, hi)
    expect(dingtalk.violations).toMatchObject([expect.stringContaining('said to be gone')])
    dingtalk.options.webhookLifeMs = -1
    const { sessionWebhook: old } = await asked()
    await answer(old, hi)
    expect(dingtalk.violations).toMatchObject([expect.anything(), expect.stringContaining('after its end')])
    expect(dingtalk.messages('cid1==')).toEqual([])
  })

  it('refuses what is no message', async () => {
    const { sessionWebhook } = await asked()
    const answers = [
      await answer(sessionWebhook, { msgtype: 'card' }),
      await answer(sessionWebhook, { msgtype: 'markdown', markdown: { text: 'x' } }),
    ]
    expect(answers.map(({ body }) => body.errcode)).toEqual([400402, 400402])
    expect(dingtalk.violations).toHaveLength(2)
  })
})
