/** The access token: fetched once for all, renewed early, dropped when DingTalk does not take it; answers over the session. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { trouble } from '../../support/dingtalk/index.js'
import { eventually, type OnDingtalk, startOnDingtalk } from '../../support/on-dingtalk.js'
import { tellingOn } from '../../support/telling-on-dingtalk.js'

let on: OnDingtalk
let messages: ReturnType<typeof tellingOn>
beforeAll(async () => {
  on = await startOnDingtalk()
  messages = tellingOn(on)
})
afterAll(() => on.stop())
beforeEach(() => {
  on.dingtalk.faults.clear()
  on.dingtalk.options.webhookLifeMs = 5_400_000
})
afterEach(() => expect(on.dingtalk.violations).toEqual([]))

const tokens = () => messages.calls('/v1.0/oauth2/accessToken').length
const replies = () => messages.calls('/robot/sendBySession').length

describe('the access token', () => {
  it('is fetched once for many who need it at the same time', async () => {
    on.dingtalk.faults.add('POST /v1.0/oauth2/accessToken', { kind: 'late', ms: 300 })
    for (const to of ['cidA==', 'cidB==', 'ann', 'ben', 'chen']) await messages.tell(to, ['hello'])
    for (const to of ['cidA==', 'cidB==', 'ann', 'ben', 'chen']) await messages.arrived(to, 'hello')
    expect(tokens()).toBe(1)
  })

  it('that is taken back is fetched anew, once for all', async () => {
    const before = tokens()
    on.dingtalk.endToken()
    for (const to of ['cidA==', 'cidB==', 'ann']) await messages.tell(to, ['again'])
    for (const to of ['cidA==', 'cidB==', 'ann']) await messages.arrived(to, 'again', true)
    expect(tokens() - before).toBe(1)
  })

  it('that the old interface does not take is fetched anew', async () => {
    on.dingtalk.faults.add('POST /topapi/v2/user/get', trouble.oapi.token)
    await on.people.direct('dong', '帮助')
    await on.directTo('dong', '帮助')
    expect(await on.store.prisma.person.findFirst({ where: { name: '董岩' } })).not.toBeNull()
  })

  it('that is refused again and again is waited for, without hammering', async () => {
    on.dingtalk.faults.add('POST /v1.0/card*', trouble.token, { times: 100 })
    const creating = () => messages.calls('/v1.0/card/instances/createAndDeliver').length
    const before = creating()
    await messages.tell('cidA==', ['patient'])
    await eventually(() => creating() - before === 2)
    await new Promise((resolve) => setTimeout(resolve, 2500))
    expect(creating() - before).toBe(2)
    on.dingtalk.faults.clear()
    await messages.arrived('cidA==', 'patient')
  })
})

describe('an answer over the session', () => {
  it('is not tried when its announced end is near: the robot says it', async () => {
    on.dingtalk.options.webhookLifeMs = 20_000
    const before = replies()
    await on.people.say('chen', 'cidA==', ' 时区 Asia/Tokyo')
    expect(await messages.arrived('cidA==', 'Asia/Tokyo')).toMatchObject({ kind: 'robot' })
    expect(replies()).toBe(before)
  })

  it('that ended before its time is tried once: the robot says it', async () => {
    const before = replies()
    const said = on.people.say('chen', 'cidB==', ' 时区 Asia/Seoul')
    on.dingtalk.endSessions()
    await said
    expect(await messages.arrived('cidB==', 'Asia/Seoul')).toMatchObject({ kind: 'robot' })
    await messages.tell('cidB==', ['later'])
    await messages.arrived('cidB==', 'later')
    expect(replies() - before).toBe(1)
  })

  it.each([
    ['too often', trouble.oapi.qps],
    ['busy', trouble.oapi.busy],
    ['away', trouble.unavailable],
    ['a page', { kind: 'page', status: 502 } as const],
  ])('is given again where DingTalk was %s', async (why, fault) => {
    on.dingtalk.faults.add('POST /robot/sendBySession', fault)
    const zone = {
      'too often': 'Asia/Tokyo',
      busy: 'Asia/Seoul',
      away: 'Asia/Dubai',
      'a page': 'Asia/Macau',
    }[why]
    const before = on.dingtalk.direct('chen').length
    await on.people.direct('chen', `时区 ${zone}`)
    await vi.waitFor(async () => {
      await messages.hurry()
      expect(on.dingtalk.direct('chen').slice(before)).toMatchObject([{ kind: 'webhook' }])
    }, 15_000)
    await messages.quiet()
    expect(on.dingtalk.direct('chen')).toHaveLength(before + 1)
  })

  it('names nobody where somebody is alone with the robot', async () => {
    await on.people.direct('ben', '语言 zh-CN')
    const answer = await eventually(() => on.dingtalk.direct('ben').find(({ kind }) => kind === 'webhook'))
    expect(answer).toMatchObject({ mentions: [] })
    expect(answer.text).not.toContain('@ben')
  })
})
