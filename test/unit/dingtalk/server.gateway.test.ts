/** The local DingTalk's Stream gateway, with the real SDK at the other end. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import WebSocket from 'ws'
import { type Dingtalk, malformedKinds, startDingtalk } from '../../support/dingtalk/index.js'
import { connect, muteSdk, soon, type Taken } from '../../support/dingtalk/probe.js'

let dingtalk: Dingtalk
const group = 'cid1=='
const open = (body: object, headers: Record<string, string> = { accept: 'application/json' }) =>
  fetch(`${dingtalk.url}/v1.0/gateway/connections/open`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ clientId: 'ding1', clientSecret: 'secret', ...body }),
  })
const subscriptions = [{ type: 'CALLBACK', topic: '/v1.0/im/bot/messages/get' }]
const violated = (words: string) =>
  vi.waitFor(() => expect(dingtalk.violations.join('\n')).toContain(words), soon)

beforeEach(async () => {
  muteSdk()
  dingtalk = await startDingtalk()
})
afterEach(() => dingtalk.stop())

describe('the door', () => {
  it('is shut for a wrong secret, and for an app that wants nothing', async () => {
    const refused = await open({ clientSecret: 'x', subscriptions })
    expect(refused.status).toBe(401)
    expect(await refused.json()).toMatchObject({ code: 'authFailed', message: '鉴权失败' })
    expect((await open({ subscriptions: [] })).status).toBe(400)
  })

  it('speaks XML with whoever does not ask for JSON, and calls haste a storm', async () => {
    const { headers } = await open({ subscriptions }, {})
    expect(headers.get('content-type')).toContain('xml')
    await violated('Accept')
    dingtalk.options.opensPerSecond = 2
    await Promise.all([1, 2, 3].map(() => open({ subscriptions })))
    await violated('connections within a second')
  })

  it('takes a ticket once, in time, and escaped', async () => {
    const ticketed = async () =>
      (await (await open({ subscriptions })).json()) as { endpoint: string; ticket: string }
    const enter = (address: string) =>
      new Promise<string>((resolve) => {
        const socket = new WebSocket(address)
        socket.on('open', () => resolve('open'))
        socket.on('error', ({ message }) => resolve(message))
      })
    const { endpoint, ticket } = await ticketed()
    expect(await enter(`${endpoint}?ticket=${encodeURIComponent(ticket)}`)).toBe('open')
    expect(await enter(`${endpoint}?ticket=${encodeURIComponent(ticket)}`)).toContain('401')
    expect(await enter(`${endpoint}?ticket=${(await ticketed()).ticket}`)).toContain('401')
    dingtalk.options.ticketLifeMs = -1
    expect(await enter(`${endpoint}?ticket=${encodeURIComponent((await ticketed()).ticket)}`)).toContain(
      '401',
    )
    expect(dingtalk.violations).toMatchObject([
      expect.stringContaining('twice'),
      expect.stringContaining('not URL encoded'),
      expect.stringContaining('after its end'),
    ])
  })
})

describe('a connection', () => {
  it('answers pings with what they came with', async () => {
    const probe = await connect(dingtalk)
    expect(await dingtalk.gateway.ping()).toBe(true)
    expect(dingtalk.violations).toEqual([])
    probe.ws.removeAllListeners('message')
    probe.ws.on('message', (data) => {
      const { headers } = JSON.parse(String(data))
      probe.ws.send(JSON.stringify({ code: 200, message: 'OK', headers, data: '{}' }))
    })
    await dingtalk.gateway.ping()
    expect(dingtalk.violations).toEqual(['answered a ping with other data than it came with'])
  })

  it('gets each message over one socket only, by chance', async () => {
    const probes = [await connect(dingtalk), await connect(dingtalk)]
    for (let i = 0; i < 12; i++)
      expect(await dingtalk.acting.say('u1', group, `${i}`)).toMatchObject({ ok: true })
    const counts = probes.map(({ taken }) => taken.length)
    expect(counts[0]).toBeGreaterThan(0)
    expect(counts[1]).toBeGreaterThan(0)
    expect((counts[0] ?? 0) + (counts[1] ?? 0)).toBe(12)
  })

  it('that has to go is told, gets nothing more, may still acknowledge, and ends after some silence', async () => {
    dingtalk.options.silenceMs = 1000
    const held: Taken[] = []
    const old = await connect(dingtalk, (taken) => held.push(taken))
    const closed = new Promise((resolve) => old.ws.on('close', resolve))
    const said = dingtalk.acting.say('u1', group, 'first')
    await vi.waitFor(() => expect(held).toHaveLength(1), soon)
    dingtalk.gateway.disconnectSoon()
    const fresh = await connect(dingtalk)
    expect(await dingtalk.acting.say('u1', group, 'second')).toMatchObject({ ok: true })
    held[0]?.ack()
    expect(await said).toMatchObject({ ok: true })
    await closed
    expect([held.length, fresh.taken.length, dingtalk.gateway.live.length]).toEqual([1, 1, 1])
    expect(dingtalk.violations).toEqual([])
  })

  it('that is half-open answers nothing, not even a ping, and swallows what is sent', async () => {
    dingtalk.options.patience = 100
    const probe = await connect(dingtalk)
    const pong = vi.fn()
    probe.ws.on('pong', pong)
    dingtalk.gateway.halfOpen()
    probe.ws.ping()
    expect(await dingtalk.acting.say('u1', group, 'lost')).toMatchObject({ ok: false, failure: 'timeout' })
    expect(pong).not.toHaveBeenCalled()
    expect(probe.taken).toEqual([])
  })

  it('meets broken frames of every kind, none of which counts against it', async () => {
    const probe = await connect(dingtalk)
    dingtalk.gateway.malformed()
    expect(await dingtalk.acting.say('u1', group, 'still here')).toMatchObject({ ok: true })
    expect(malformedKinds.length).toBeGreaterThan(20)
    expect(probe.taken.at(-1)?.said).toMatchObject({ text: { content: ' still here' } })
    expect(dingtalk.violations).toEqual([])
  })
})
