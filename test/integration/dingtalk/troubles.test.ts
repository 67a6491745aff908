/** DingTalk refuses, is slow or away: everything is said in the end, once, and as a card where that is possible. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Fault } from '../../support/dingtalk/faults.js'
import { type Message, refusal, trouble } from '../../support/dingtalk/index.js'
import { eventually, type OnDingtalk, startOnDingtalk } from '../../support/on-dingtalk.js'
import { inDays } from '../../support/people-on-slack.js'
import { tellingOn } from '../../support/telling-on-dingtalk.js'

let on: OnDingtalk
let messages: ReturnType<typeof tellingOn>
beforeAll(async () => {
  on = await startOnDingtalk({ showsTwice: true })
  messages = tellingOn(on)
  await on.people.say('ann', 'cidA==', ` 新建活动 茶 ${inDays(9)} ${inDays(20)}`)
  await on.cardIn('cidA==', 'C-1')
})
afterAll(() => on.stop())
beforeEach(() => on.dingtalk.faults.clear())
afterEach(() => expect(on.dingtalk.violations).toEqual([]))

const creating = 'POST /v1.0/card/instances/createAndDeliver'
const patience = { timeout: 20_000, interval: 20 }
const add = (name: string) =>
  on.people.say('ann', 'cidA==', ` 新建任务 ${name} ${inDays(1)} ${inDays(3)}`, { mention: ['ben'] })
const task = (name: string) => on.store.prisma.task.findFirstOrThrow({ where: { name } })
/** The typed command printed for a button. */
const printed = ({ text }: Message, label: string): string =>
  new RegExp(`• ${label}: (.+?)\\s*$`, 'm').exec(text)?.[1] ?? ''

const refusals: [string, Fault][] = [
  ['for a missing permission', trouble.scope('Card.Instance.Write')],
  ['for an unknown template', trouble.template],
  ['for an unpublished template', trouble.unpublished],
  ['by moderation', trouble.unsafe],
  ['at its place only', { kind: 'deliverFailed' }],
]

describe('a card that is refused', () => {
  it.each(refusals)('%s is said in words, once, with commands that work when typed', async (_why, fault) => {
    const name = `海报${on.dingtalk.calls.length}`
    on.dingtalk.faults.add(creating, fault, { times: 100 })
    await add(name)
    const offer = await messages.arrived('ben', name)
    expect(offer).toMatchObject({ kind: 'robot', type: 'sampleMarkdown' })
    expect(printed(offer, '接受')).not.toBe('')
    on.dingtalk.faults.clear()
    await on.people.direct('ben', printed(offer, '接受'))
    await vi.waitFor(async () => expect((await task(name)).accepted).toBe(true), patience)
    await messages.quiet()
    expect(messages.said('ben', name).filter(({ kind }) => kind === 'robot')).toHaveLength(1)
  })

  it.each([
    ['for a missing permission', trouble.scope('Card.Instance.Write')],
    ['at its place only', { kind: 'deliverFailed' } as const],
  ])('%s is said in words also where these fail at first', async (why, fault) => {
    on.dingtalk.faults.add(creating, fault, { times: 100 })
    on.dingtalk.faults.add(
      'PUT /v1.0/card/instances',
      fault.kind === 'refused' ? fault : { kind: 'late', ms: 0 },
    )
    on.dingtalk.faults.add('POST /v1.0/robot/groupMessages/send', trouble.unavailable)
    await messages.tell('cidB==', [`words ${why}`])
    expect(await messages.arrived('cidB==', `words ${why}`)).toMatchObject({ kind: 'robot' })
    await messages.quiet()
    expect(messages.said('cidB==', `words ${why}`)).toHaveLength(1)
  })

  it('and said in words is not edited later; told anew it is a card again', async () => {
    const view = (used: string) => ({
      view: 'doctor.scarce',
      args: { kind: 'api', percent: '80', used, quota: '5000' },
    })
    const told = { mode: 'replace', place: 'test:scarce', subjects: ['campaign:1'] }
    on.dingtalk.faults.add(creating, trouble.template)
    await messages.tell('cidB==', [view('4001')], told)
    expect(await messages.arrived('cidB==', '4001')).toMatchObject({ kind: 'robot' })
    const before = on.dingtalk.messages('cidB==').length
    await add('beside')
    await messages.quiet()
    expect(on.dingtalk.messages('cidB==')).toHaveLength(before)
    await messages.tell('cidB==', [view('4002')], told)
    const anew = await messages.arrived('cidB==', '4002')
    expect(anew.kind).toBe('card')
    await messages.tell('cidB==', [view('4003')], told)
    await eventually(() => anew.text.includes('4003'))
    expect(on.dingtalk.messages('cidB==')).toHaveLength(before + 1)
  })
})

const moments: [string, Fault][] = [
  ['too many calls a second', trouble.qps],
  ['too many calls of all', trouble.qpsOfAll],
  ['a fault of DingTalk', trouble.busy],
  ['a DingTalk that is away', trouble.unavailable],
  ['a fault of DingTalk as 400', refusal(400, 'system.error')],
  ['a call that broke off before', { kind: 'dropped' }],
  ['an answer that is lost', { kind: 'lost' }],
  ['a call that hangs', { kind: 'hang' }],
  ['a page of a proxy', { kind: 'page', status: 502 }],
  ['a page of a ban', { kind: 'page', status: 200 }],
  ['a token that is taken back', trouble.token],
  ['a group that is written to too often', trouble.tooFast],
]

describe('a card that is refused for a moment', () => {
  it.each(moments)('by %s is a card in the end, once', { timeout: 60_000 }, async (why, fault) => {
    on.dingtalk.faults.add(creating, fault)
    await messages.tell('cidB==', [`card ${why}`, `next ${why}`])
    expect(await messages.arrived('cidB==', `card ${why}`)).toMatchObject({ kind: 'card' })
    await messages.arrived('cidB==', `next ${why}`)
    await messages.quiet()
    expect(messages.said('cidB==', why).map(({ title }) => title)).toEqual([`card ${why}`, `next ${why}`])
  })
})

describe('too many messages', () => {
  it('for one group hold nobody else', async () => {
    const tried = () =>
      messages
        .calls('/v1.0/card/instances/createAndDeliver')
        .filter(({ body }) => body?.openSpaceId === 'dtv1.card//IM_GROUP.cidA==').length
    const before = tried()
    on.dingtalk.faults.add(creating, trouble.tooFast)
    await messages.tell('cidA==', ['fast one', 'fast two'])
    await eventually(() => tried() > before)
    await messages.tell('chen', ['not held'])
    await messages.arrived('chen', 'not held', true)
    expect(messages.said('cidA==', 'fast')).toEqual([])
    expect(tried() - before).toBe(1)
    await messages.arrived('cidA==', 'fast two', true)
    expect(messages.said('cidA==', 'fast').map(({ title }) => title)).toEqual(['fast one', 'fast two'])
  })

  it('a second make all wait for a second, and go on', async () => {
    on.dingtalk.faults.add(creating, trouble.qps)
    const from = Date.now()
    await messages.tell('cidA==', ['slow A'])
    await messages.tell('cidB==', ['slow B'])
    const both = await Promise.all([
      messages.arrived('cidA==', 'slow A', true),
      messages.arrived('cidB==', 'slow B', true),
    ])
    for (const { at } of both) expect(at - from).toBeGreaterThan(900)
  })
})

describe('the log', () => {
  it('holds neither secrets nor what was said', () => {
    const all = JSON.stringify(on.log)
    expect(all).not.toContain(on.dingtalk.options.clientSecret)
    for (const { path, answer } of on.dingtalk.calls) {
      if (path === '/v1.0/oauth2/accessToken') expect(all).not.toContain(String(answer?.accessToken))
    }
    expect(all).not.toMatch(/海报|sendBySession|fast one/)
  })
})
