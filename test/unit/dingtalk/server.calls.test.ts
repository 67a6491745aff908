/** Calls at the local DingTalk: tokens, scopes, limits, the address book and files. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Dingtalk, startDingtalk } from '../../support/dingtalk/index.js'
import { type Caller, caller, muteSdk } from '../../support/dingtalk/probe.js'

let dingtalk: Dingtalk
let app: Caller
const group = '/v1.0/robot/groupMessages/send'
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

describe('a call', () => {
  it('needs a token that is good, as text and JSON', async () => {
    const json = { 'content-type': 'application/json' }
    const signed = { 'x-acs-dingtalk-access-token': app.token }
    const tries = [
      await app.call('POST', group, inGroup(markdown('x')), json),
      await app.call('POST', group, inGroup(markdown('x')), {
        ...json,
        'x-acs-dingtalk-access-token': 'old',
      }),
      await app.call('POST', group, inGroup(markdown('x')), { ...signed, 'content-type': 'text/plain' }),
    ]
    expect(tries).toMatchObject([
      { status: 400, body: { code: 'InvalidAuthentication' } },
      { status: 400, body: { code: 'InvalidAuthentication' } },
      { status: 400, body: { code: 'Missingbody' } },
    ])
    expect(dingtalk.violations).toHaveLength(2)
    dingtalk.endToken()
    expect(await app.call('POST', group, inGroup(markdown('x')))).toMatchObject({ status: 400 })
  })

  it('of what the app may not do names the scope that is missing', async () => {
    dingtalk.options.scopes = []
    expect(await app.call('POST', group, inGroup(markdown('x')))).toMatchObject({
      status: 403,
      body: {
        code: 'Forbidden.AccessDenied.AccessTokenPermissionDenied',
        accessdenieddetail: { requiredScopes: ['qyapi_robot_sendmsg'] },
      },
    })
    const asked = await app.call('POST', `/topapi/v2/user/get?access_token=${app.token}`, { userid: 'u1' })
    expect(asked).toMatchObject({ status: 200, body: { errcode: 88, sub_code: '60011' } })
  })

  it('asks about people whom the app may see', async () => {
    const get = (userid: string) =>
      app.call('POST', `/topapi/v2/user/get?access_token=${app.token}`, { userid })
    expect((await get('u1')).body).toMatchObject({
      errcode: 0,
      result: { userid: 'u1', unionid: 'union-u1' },
    })
    expect((await get('u3')).body).toMatchObject({ errcode: 33012 })
    const by = `/topapi/v2/user/getbymobile?access_token=${app.token}`
    expect((await app.call('POST', by, { mobile: '13800000001' })).body).toMatchObject({
      result: { userid: 'u1' },
    })
    expect((await app.call('POST', by, { mobile: '13900000000' })).body).toMatchObject({ errcode: 60121 })
  })

  it('uploads a picture, which messages may then show', async () => {
    const form = new FormData()
    form.set('media', new Blob(['png']), 'chart.png')
    const to = `${dingtalk.url}/media/upload?access_token=${app.token}&type=image`
    const { media_id } = (await (await fetch(to, { method: 'POST', body: form })).json()) as {
      media_id: string
    }
    expect(dingtalk.media.get(media_id)).toMatchObject({ name: 'chart.png', bytes: Buffer.from('png') })
    const msgParam = JSON.stringify({ photoURL: media_id })
    await app.call('POST', group, inGroup({ robotCode: 'ding1', msgKey: 'sampleImageMsg', msgParam }))
    expect(dingtalk.violations).toEqual([])
  })

  it('too often in a second is refused', async () => {
    dingtalk.options.qps = 2
    const tries = await Promise.all(
      ['a', 'b', 'c'].map((text) => app.call('POST', group, inGroup(markdown(text)))),
    )
    expect(tries.map(({ status }) => status).sort()).toEqual([200, 200, 403])
  })
})
