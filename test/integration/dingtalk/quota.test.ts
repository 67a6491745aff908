/** The month's quota: counted, told, saved, and waited for when it is used up. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { localDate } from '../../../src/kit/time.js'
import { trouble } from '../../support/dingtalk/index.js'
import { type OnDingtalk, startOnDingtalk } from '../../support/on-dingtalk.js'
import { inDays } from '../../support/people-on-slack.js'
import { tellingOn } from '../../support/telling-on-dingtalk.js'

let on: OnDingtalk
let messages: ReturnType<typeof tellingOn>
const env = { DINGTALK_MONTHLY_API_QUOTA: '1000', DINGTALK_MONTHLY_STREAM_QUOTA: '500' }
const begin = async () => {
  on = await startOnDingtalk({ env })
  messages = tellingOn(on)
  await on.people.say('ann', 'cidA==', ` 新建活动 茶 ${inDays(9)} ${inDays(20)}`)
  await on.cardIn('cidA==', 'C-1')
  await messages.quiet()
}
beforeAll(begin)
afterAll(() => on.stop())
beforeEach(() => on.dingtalk.faults.clear())
afterEach(() => expect(on.dingtalk.violations).toEqual([]))

const patience = { timeout: 15_000, interval: 50 }
const month = () => localDate(new Date(), 'Asia/Shanghai').slice(0, 7)
const counted = async (kind: 'api' | 'stream') =>
  (await on.store.prisma.dingtalkUsage.findUnique({ where: { month_kind: { month: month(), kind } } }))
    ?.count ?? 0
const metrics = async () => (await fetch(`${on.url}/metrics`)).text()
const gauge = async (name: string, kind: string) =>
  Number(new RegExp(`^drumbeat_dingtalk_${name}\\{kind="${kind}"\\} (\\d+)`, 'm').exec(await metrics())?.[1])
/** As if so much had been used before; known to the process after a restart. */
const pretend = async (kind: 'api' | 'stream', count: number) => {
  await on.store.prisma.dingtalkUsage.upsert({
    where: { month_kind: { month: month(), kind } },
    create: { month: month(), kind, count },
    update: { count },
  })
  await on.restart()
}
/** Calls that count, as this DingTalk has taken them. */
const taken = () =>
  on.dingtalk.calls.filter(
    ({ path, status, answer }) =>
      status === 200 &&
      (answer?.errcode ?? 0) === 0 &&
      !/oauth2|gateway|topapi|contact|sendBySession/.test(path),
  ).length
const frames = () =>
  on.dingtalk.gateway.deliveries.reduce((sum, { attempts }) => sum + attempts.length, 0) +
  messages.calls('/robot/sendBySession').filter(({ answer }) => answer?.errcode === 0).length

describe('what was used', () => {
  it('is each call that was taken, each message heard and each answer over the session', async () => {
    on.dingtalk.faults.add('POST /v1.0/card/instances/createAndDeliver', trouble.template)
    await messages.tell('cidB==', ['words', 'card'])
    await messages.arrived('cidB==', 'card')
    await on.people.say('chen', 'cidA==', ' 语言 zh-CN')
    await on.messageIn('cidA==', '@chen')
    await messages.quiet()
    await vi.waitFor(async () => expect(await counted('api')).toBe(taken()), patience)
    await vi.waitFor(async () => expect(await counted('stream')).toBe(frames()), patience)
    expect(await gauge('used', 'api')).toBe(taken())
    expect(await gauge('used', 'stream')).toBe(frames())
    expect(await gauge('quota', 'api')).toBe(1000)
    expect(await gauge('quota', 'stream')).toBe(500)
  })

  it('is known after a restart', async () => {
    const before = await counted('api')
    await on.restart()
    expect(await gauge('used', 'api')).toBe(before)
  })

  it('is told by the doctor', async () => {
    await on.people.say('ann', 'cidA==', ' 体检')
    const report = await messages.arrived('cidA==', 'API 调用已用')
    expect(report.text).toMatch(/API 调用已用 \d+／1000/)
    expect(report.text).toMatch(/Stream 与 Webhook 消息已用 \d+／500/)
  })
})

describe('what is nearly used up', () => {
  it('is told to the administrators at 80 and at 95 percent, once each', async () => {
    await pretend('api', 799)
    await messages.tell('cidB==', ['eighty'])
    await messages.arrived('ann', '额度即将用完')
    await messages.tell('cidB==', ['eighty-one'])
    await messages.quiet()
    expect(messages.said('ann', '额度即将用完')).toHaveLength(1)
    expect(messages.said('ben', '额度即将用完')).toEqual([])
    await pretend('api', 949)
    await messages.tell('cidB==', ['ninety-five'])
    await vi.waitFor(async () => {
      await messages.hurry()
      expect(messages.said('ann', '额度即将用完')).toHaveLength(2)
    }, patience)
    await messages.tell('cidB==', ['ninety-six'])
    await messages.quiet()
    expect(messages.said('ann', '额度即将用完')).toHaveLength(2)
  })

  it('is saved: what waits for one group is one message, courtesy is left out', async () => {
    await pretend('api', 960)
    await messages.quiet()
    const before = taken()
    await messages.tell('cidB==', ['first news', 'second news', 'third news'])
    await messages.tell('cidB==', ['only nice'], { courtesy: true })
    const one = await messages.arrived('cidB==', 'third news')
    expect(one.text).toContain('first news')
    await messages.quiet()
    expect(messages.said('cidB==', 'only nice')).toEqual([])
    expect(taken() - before).toBe(1)
  })

  it('is nothing in a new month', async () => {
    const { prisma } = on.store
    await prisma.dingtalkUsage.updateMany({ where: { month: month() }, data: { month: '2020-01' } })
    await on.restart()
    expect(await gauge('used', 'api')).toBeLessThan(5)
    await messages.tell('cidB==', ['new one', 'new two'])
    await messages.arrived('cidB==', 'new two')
    expect(messages.said('cidB==', 'new one')).toHaveLength(1)
  })
})

describe('calls that are used up', () => {
  beforeAll(async () => {
    await on.stop()
    await begin()
  })
  const refuseAll = () => {
    for (const path of ['POST /v1.0/card*', 'PUT /v1.0/card*', 'POST /v1.0/robot*']) {
      on.dingtalk.faults.add(path, trouble.quota, { times: 1000 })
    }
  }
  const sends = () => on.dingtalk.calls.filter(({ path }) => /\/v1\.0\/(card|robot)/.test(path)).length

  it('are told to whoever has spoken to the robot alone', async () => {
    await on.people.direct('ann', '时区 Asia/Shanghai')
    await messages.quiet()
    refuseAll()
    await messages.tell('cidA==', ['nobody hears'])
    expect(await messages.arrived('ann', '1000／1000')).toMatchObject({ kind: 'webhook' })
  })

  it('hold messages without a call for each, and these arrive when there are calls again', async () => {
    refuseAll()
    const before = sends()
    await messages.tell('ben', ['held one', 'held two', 'held three'])
    await vi.waitFor(async () => {
      expect((await messages.waiting('ben')).some(({ error }) => error?.includes('ApiCountLimit'))).toBe(true)
    }, patience)
    await new Promise((resolve) => setTimeout(resolve, 2500))
    expect(sends() - before).toBeLessThanOrEqual(4)
    on.dingtalk.faults.clear()
    await messages.arrived('ben', 'held three')
  })

  it('leave answers where somebody has spoken, with what may be typed', async () => {
    refuseAll()
    await on.people.say('ann', 'cidB==', ' 体检')
    const answer = await messages.arrived('cidB==', 'API 调用已用')
    expect(answer).toMatchObject({ kind: 'webhook' })
    expect(answer.text).toMatch(/100\d／1000（100%）/)
  })
})

describe('messages that are used up', () => {
  it('are no words of anybody, and the administrators are told', async () => {
    await messages.quiet()
    const before = on.dingtalk.messages('cidA==').length
    expect(await on.people.overQuota('ben', 'cidA==')).toMatchObject({ ok: true })
    await messages.arrived('ann', '500／500')
    expect(on.dingtalk.messages('cidA==')).toHaveLength(before)
  })
})
