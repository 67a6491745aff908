/** Acknowledgements at the local DingTalk, and messages that come again or were kept. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Dingtalk, startDingtalk } from '../../support/dingtalk/index.js'
import { connect, muteSdk, type Probe, soon } from '../../support/dingtalk/probe.js'

let dingtalk: Dingtalk
const group = 'cid1=='
const rawAck = (probe: Probe, messageId: unknown) =>
  probe.ws.send(
    JSON.stringify({
      code: 200,
      message: 'OK',
      headers: { messageId, contentType: 'application/json' },
      data: '{"response":null}',
    }),
  )
const violated = (words: string) =>
  vi.waitFor(() => expect(dingtalk.violations.join('\n')).toContain(words), soon)

beforeEach(async () => {
  muteSdk()
  dingtalk = await startDingtalk({ redeliverAfterMs: 200 })
})
afterEach(() => dingtalk.stop())

describe('redelivery', () => {
  it('is off: what nobody was there for, or nobody acknowledged, is lost', async () => {
    expect(await dingtalk.acting.say('u1', group, 'x')).toMatchObject({ ok: false, failure: 'no_connection' })
    const probe = await connect(dingtalk)
    dingtalk.faults.add('FRAME *', { kind: 'dropped' })
    dingtalk.options.patience = 100
    expect(await dingtalk.acting.say('u1', group, 'y')).toMatchObject({ ok: false, failure: 'timeout' })
    expect(probe.taken).toEqual([])
  })

  it('brings again what was not acknowledged, with the same data, and stops when it is', async () => {
    dingtalk.options.redelivery = 'unacked'
    const probe = await connect(dingtalk, ({ ack, probe: { taken } }) => taken.length > 2 && ack())
    expect(await dingtalk.acting.say('u1', group, 'x')).toMatchObject({ ok: true })
    expect(new Set(probe.taken.map(({ data }) => data)).size).toBe(1)
    expect(new Set(probe.taken.map(({ headers }) => headers.messageId)).size).toBe(1)
    Object.assign(dingtalk.options, { redeliverSameId: false, redeliverAfterMs: 10_000 })
    const late = await dingtalk.acting.say('u1', group, 'y')
    await late.again({ newId: true })
    expect(new Set(probe.taken.map(({ headers }) => headers.messageId)).size).toBe(3)
    expect(dingtalk.violations).toEqual([])
  })

  it('keeps what was said while nobody was there, and brings events put off again', async () => {
    dingtalk.options.redelivery = 'unacked'
    const waiting = dingtalk.acting.direct('u1', '早')
    const answers = ['LATER', 'SUCCESS']
    const probe = await connect(dingtalk, ({ type, ack }) =>
      type === 'EVENT' ? ack({ status: answers.shift(), message: '' }) : ack(),
    )
    expect(await waiting).toMatchObject({ ok: true })
    await dingtalk.acting.event('user_leave_org', { userId: ['u1'] })
    await vi.waitFor(() => expect(probe.taken).toHaveLength(3), soon)
    expect(probe.taken[0]?.said).toMatchObject({ conversationType: '1', text: { content: '早' } })
  })

  it('always brings even what was acknowledged', async () => {
    dingtalk.options.redelivery = 'always'
    const probe = await connect(dingtalk)
    await dingtalk.acting.say('u1', group, 'x')
    await vi.waitFor(() => expect(probe.taken).toHaveLength(2), soon)
    expect(dingtalk.violations).toEqual([])
  })
})

describe('an acknowledgement', () => {
  it('belongs to a frame that came over the same socket, once', async () => {
    const [one, two] = [await connect(dingtalk), await connect(dingtalk)]
    await dingtalk.acting.say('u1', group, 'x')
    const [got, other] = one.taken.length > 0 ? [one, two] : [two, one]
    const { messageId } = got.taken[0]?.headers ?? {}
    rawAck(got, messageId)
    await violated('the same frame twice')
    rawAck(other, messageId)
    await violated('on another socket')
    rawAck(got, 'nothing')
    await violated('never sent')
  })

  it('has to say what the kind of frame asks for', async () => {
    await connect(dingtalk, ({ ack }) => ack('no answer'))
    await dingtalk.acting.event('user_leave_org', { userId: ['u1'] })
    expect(dingtalk.violations).toMatchObject([expect.stringContaining('is no answer')])
  })
})
