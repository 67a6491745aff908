/** Slack is slow, limited or away: every message arrives once, in order, and one channel holds no other. */
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { acme, eventually, messageIn, type OnSlack, startOnSlack, wordsOf } from '../../support/on-slack.js'
import { inDays } from '../../support/people-on-slack.js'
import type { Message } from '../../support/slack/index.js'
import { telling } from '../../support/telling.js'

let on: OnSlack
let messages: ReturnType<typeof telling>
const channels = ['C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C7'].map((id) => ({ id }))
/** By how much time has been moved on. */
let ahead = 0
beforeAll(async () => {
  const { now } = Date
  vi.spyOn(Date, 'now').mockImplementation(() => now() + ahead)
  on = await startOnSlack({ teams: [{ ...acme, channels }] })
  messages = telling(on)
  await on.people.command('U1', 'C7', '/mkt', `new Tea launch=${inDays(9)} end=${inDays(20)}`)
  await messageIn(on.slack, 'C7', 'C-1')
})
afterAll(() => on.stop())
beforeEach(() => on.slack.faults.clear())

const calls = (method: string, channel?: string) =>
  on.slack.calls.filter(
    (call) => call.method === method && (channel === undefined || call.args.channel === channel),
  )
const card = () => messageIn(on.slack, 'C7', 'C-1')
const tasksOn = (message: Message) => Number(/(\d+) tasks/.exec(wordsOf(message))?.[1])
const add = (name: string) =>
  on.people.command('U1', 'C7', '/mkt', `task add ${name} <@U1> ${inDays(1)} ${inDays(3)}`)
/** Resolves when the next message of a lane has been tried before its time. */
const sentAway = (lane: string) =>
  vi.waitFor(async () => {
    await messages.hurry()
    const where = { lane, status: 'waiting', error: 'waiting for its turn' }
    expect(await on.store.prisma.outboxMessage.count({ where })).toBeGreaterThan(0)
  }, 15_000)
const titles = (channel: string) => on.slack.messages(channel).map((one) => wordsOf(one))

describe('429 for a message', () => {
  it('silences that method in that channel for as long as Slack says, and nothing else', async () => {
    on.slack.faults.add('chat.postMessage', { kind: 'limited', seconds: 30 }, { channel: 'C1' })
    await messages.tell('C1', ['one', 'two', 'three'])
    await eventually(() => calls('chat.postMessage', 'C1').length > 0)
    await messages.tell('C2', ['other'])
    await on.people.command('U1', 'C1', '/mkt', 'task add Modal')
    await eventually(() => on.slack.views.length > 0)
    await messages.arrived('C2', 'other')
    await sentAway('slack:T1/C1')
    expect(calls('chat.postMessage', 'C1')).toHaveLength(1)
    ahead += 30_000
    await messages.arrived('C1', 'three')
    expect(titles('C1')).toEqual(['one', 'two', 'three'])
    expect(calls('chat.postMessage', 'C1')).toHaveLength(4)
  })
})

describe('429 for an edit', () => {
  it('silences edits for as long as Slack says; then the card shows how things stand', async () => {
    const shown = tasksOn(await card())
    on.slack.faults.add('chat.update', { kind: 'limited', seconds: 30 })
    await add('First')
    await eventually(() => calls('chat.update', 'C7').length > 0)
    await add('Second')
    await messages.tell('C2', ['beside'])
    await messages.arrived('C2', 'beside')
    await sentAway('slack:T1/C7')
    expect(calls('chat.update', 'C7')).toHaveLength(1)
    ahead += 30_000
    await messages.hurry()
    await eventually(() => calls('chat.update', 'C7').length > 1)
    await vi.waitFor(async () => expect(tasksOn(await card())).toBe(shown + 2), 15_000)
  })
})

describe('a message whose sending fails', () => {
  it.each([
    ['with an error of Slack’s', { kind: 'status', status: 503 }],
    ['with a trouble that passes', { kind: 'refused', error: 'internal_error' }],
    ['on the way there', { kind: 'dropped' }],
    ['on the way back', { kind: 'lost' }],
  ] as const)('%s arrives once, before what was said later', async (how, fault) => {
    on.slack.faults.add('chat.postMessage', fault, { channel: 'C3' })
    await messages.tell('C3', [`${how}, early`, `${how}, late`])
    await messages.arrived('C3', `${how}, late`)
    expect(titles('C3').slice(-2)).toEqual([`${how}, early`, `${how}, late`])
  })

  it('arrives once in a conversation and in a thread, too', async () => {
    const top = on.people.write('U1', 'C4', 'the top')
    on.slack.faults.add('chat.postMessage', { kind: 'lost' }, { times: 2 })
    await messages.tell('U2', ['to you'])
    await messages.tell('C4', ['below'], { thread: top.ts })
    expect((await messages.arrived('C4', 'below')).thread_ts).toBe(top.ts)
    await messages.arrived('D2', 'to you')
    expect([messages.said('C4', 'below').length, messages.said('D2', 'to you').length]).toEqual([1, 1])
    expect(calls('chat.postMessage').filter(({ answer }) => answer === null).length).toBeGreaterThan(1)
  })

  it.each(['lost', 'dropped'] as const)('is edited again when an edit is %s', async (kind) => {
    const shown = tasksOn(await card())
    const from = calls('chat.update', 'C7').length
    on.slack.faults.add('chat.update', { kind }, { channel: 'C7' })
    await add(kind)
    await vi.waitFor(async () => {
      await messages.hurry()
      const edits = calls('chat.update', 'C7').slice(from)
      expect(edits.map(({ answer }) => answer?.ok)).toEqual([undefined, true])
    }, 15_000)
    expect(tasksOn(await card())).toBe(shown + 1)
  })
})

describe('with Slack’s published limits on', () => {
  it('a dozen messages to one channel arrive in order, and Slack never has to refuse', async () => {
    on.slack.faults.limit()
    const before = on.slack.calls.length
    const many = Array.from({ length: 12 }, (_, i) => `number ${i}.`)
    await messages.tell('C5', many)
    await messages.tell('C6', ['meanwhile'])
    await messages.arrived('C6', 'meanwhile')
    expect(on.slack.messages('C5').length).toBeLessThan(12)
    await eventually(() => on.slack.messages('C5').length === 12)
    expect(titles('C5')).toEqual(many)
    const refused = on.slack.calls.slice(before).filter(({ answer }) => answer?.ok === false)
    expect(refused).toEqual([])
  })
})
