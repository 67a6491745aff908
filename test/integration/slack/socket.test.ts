/** Over Socket Mode each deed is kept before it is acknowledged, in time, and done once however often it comes. */
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import {
  eventually,
  messageIn,
  type OnSlack,
  startOnSlack,
  whisperTo,
  wordsOf,
} from '../../support/on-slack.js'
import { inDays } from '../../support/people-on-slack.js'
import type { Answer, People } from '../../support/slack/index.js'

let on: OnSlack
/** Everything they do is delivered twice at once. */
let hasty: People
beforeAll(async () => {
  on = await startOnSlack()
  const { socket } = on.slack
  hasty = on.slack.people('T1', {
    deliver: async (delivery) => {
      const [first] = await Promise.all([socket.deliver(delivery), socket.deliver(delivery)])
      return first as Answer
    },
  })
  await on.people.command('U1', 'C1', '/mkt', `new Tea launch=${inDays(9)} end=${inDays(20)}`)
  await messageIn(on.slack, 'C1', 'C-1')
})
afterAll(() => on.stop())
afterEach(() => vi.restoreAllMocks())

const adding = (name: string, owner = 'U1') => `task add ${name} <@${owner}> ${inDays(1)} ${inDays(3)}`
const tasks = (name: string) => on.store.prisma.task.count({ where: { name } })
const unfinished = () => on.store.prisma.inboxDelivery.count({ where: { doneAt: null } })
const whispers = (words: string) =>
  on.slack.ephemerals.filter((one) => one.only === 'U1' && wordsOf(one).includes(words))
const allDone = () => vi.waitFor(async () => expect(await unfinished()).toBe(0), 15_000)
const newestView = (words: string) =>
  eventually(() => on.slack.views.findLast((view) => JSON.stringify(view).includes(words)))

describe('an acknowledgement', () => {
  it('waits for the store', async () => {
    const { inboxDelivery } = on.store.prisma
    const kept = inboxDelivery.createMany.bind(inboxDelivery)
    let go = () => {}
    const busy = new Promise<void>((resolve) => {
      go = resolve
    })
    const keeping = vi.spyOn(inboxDelivery, 'createMany')
    keeping.mockImplementation(((row: never) => busy.then(() => kept(row))) as never)
    const said = on.people.command('U1', 'C1', '/mkt', adding('slow'))
    await eventually(() => keeping.mock.calls.length > 0)
    expect(on.slack.socket.envelopes.at(-1)?.ack).toBeNull()
    go()
    expect(await said).toMatchObject({ ok: true })
  })

  it('is not given for what could not be kept: it comes again and is done once', async () => {
    vi.spyOn(on.store.prisma.inboxDelivery, 'createMany').mockRejectedValueOnce(new Error('the disk is full'))
    on.slack.options.patience = 500
    expect(await on.people.mention('U1', 'C1', adding('lost'))).toMatchObject({ failure: 'timeout' })
    on.slack.options.patience = 3000
    expect(on.log.at(-1)?.msg).toBe('a delivery of Slack could not be kept')
    expect(await on.slack.socket.retryUnacked()).toMatchObject([{ ok: true }])
    await allDone()
    expect(await tasks('lost')).toBe(1)
  })

  it('comes well inside three seconds for everything people do', async () => {
    const { people } = on
    const card = await messageIn(on.slack, 'C1', 'C-1')
    const answers = [
      await people.command('U1', 'C1', '/mkt', 'task add "By hand"'),
      await people.submitView('U1', await newestView('By hand'), { owner: 'U1', start: inDays(1) }),
      await people.mention('U2', 'C1', 'tasks'),
      await people.direct('U3', '我的任务'),
      await people.press('U2', card, 0),
      await people.messageShortcut('U1', 'C1', card.ts, 'task'),
      await people.globalShortcut('U1', 'new'),
      await people.openHome('U2'),
      await people.userChange('U2', { real_name: 'Benjamin' }),
      await people.memberJoined('U3', 'C2'),
    ]
    expect(answers.filter(({ ok, ms }) => !ok || ms > 2500)).toEqual([])
    expect(on.slack.warnings).toEqual([])
  })
})

describe('what is delivered again, at once and later', () => {
  it('a command or a mention is done and answered once', async () => {
    const command = await hasty.command('U1', 'C1', '/mkt', adding('commanded'))
    const mention = await hasty.mention('U1', 'C1', adding('mentioned'))
    await allDone()
    for (const answer of [command, mention]) {
      expect(await answer.again({ retry: { num: 1, reason: 'timeout' } })).toMatchObject({ ok: true })
    }
    await whisperTo(on.slack, 'U1', 'mentioned')
    for (const name of ['commanded', 'mentioned']) {
      expect([await tasks(name), whispers(name).length], name).toEqual([1, 1])
    }
  })

  it('a shortcut shows one form, and a form sent is one deed', async () => {
    const before = on.slack.views.length
    const { ts } = on.people.write('U2', 'C1', 'shortcut')
    const used = await hasty.messageShortcut('U1', 'C1', ts, 'task')
    const view = await newestView('"shortcut"')
    await used.again()
    const sent = await hasty.submitView('U1', view, { owner: 'U1', start: inDays(1), due: inDays(3) })
    expect(await sent.again()).toMatchObject({ ok: true, payload: null })
    await allDone()
    expect(await tasks('shortcut')).toBe(1)
    expect(on.slack.views).toHaveLength(before)
  })

  it('a press is one decision, and a line said in private is answered once', async () => {
    await on.people.command('U1', 'C1', '/mkt', adding('pressed', 'U2'))
    const offer = await messageIn(on.slack, 'D2', 'pressed')
    const pressed = await hasty.press('U2', offer, 'Accept')
    await pressed.again()
    const said = await hasty.direct('U3', '现在几点了')
    await said.again()
    const answers = () => on.slack.messages('D3').filter((one) => one.bot_id && wordsOf(one).includes('现在'))
    await eventually(() => answers().length > 0)
    await allDone()
    expect(await on.store.prisma.auditEvent.count({ where: { action: 'task.take' } })).toBe(1)
    expect(answers()).toHaveLength(1)
  })
})

describe('a button pressed twice', () => {
  it('decides once, and the second press is answered politely', async () => {
    await on.people.command('U1', 'C1', '/mkt', adding('twice', 'U2'))
    const offer = await messageIn(on.slack, 'D2', 'twice')
    const presses = await Promise.all([0, 1].map(() => on.people.press('U2', offer, 'Accept')))
    expect(presses).toMatchObject([{ ok: true }, { ok: true }])
    await messageIn(on.slack, 'D2', 'already')
    const task = await on.store.prisma.task.findFirstOrThrow({ where: { name: 'twice' } })
    const taken = { action: 'task.take', subject: `task:${task.id}` }
    expect(await on.store.prisma.auditEvent.count({ where: taken })).toBe(1)
  })
})

describe('frames that make no sense', () => {
  const frames: (string | Buffer)[] = [
    Buffer.from([0, 255, 1]),
    '{',
    'null',
    '[1]',
    '"hello"',
    '{}',
    '{"type":"events_api","envelope_id":"e1"}',
    '{"type":"events_api","envelope_id":"e2","payload":{"type":"event_callback"}}',
    '{"type":"events_api","envelope_id":"e3","payload":{"event":{"type":"app_mention"}}}',
    '{"type":"events_api","envelope_id":"e4","payload":{"team_id":"T1","event":{"type":"message"}}}',
    '{"type":"slash_commands","envelope_id":"e5"}',
    '{"type":"slash_commands","envelope_id":"e6","payload":{"command":"/mkt"}}',
    '{"type":"interactive","envelope_id":"e7","payload":{}}',
    '{"type":"interactive","envelope_id":"e8","payload":{"type":"block_actions","actions":[]}}',
    '{"type":"interactive","envelope_id":"e9","payload":{"type":"view_submission","view":{}}}',
    '{"type":"interactive","envelope_id":"e0","payload":{"type":"view_submission","team":{"id":"T1"},"user":{"id":"U1"},"view":{"private_metadata":"{"}}}',
    '{"type":"something_new","envelope_id":"e0","payload":{}}',
    '{"type":"error","error":"out of the blue"}',
  ]

  it('are survived on the same connections, and nothing is kept of them', async () => {
    const connections = on.slack.socket.connections.map(({ id }) => id)
    const before = await on.store.prisma.inboxDelivery.count()
    for (const { socket } of on.slack.socket.connections) for (const frame of frames) socket.send(frame)
    expect(await on.people.command('U1', 'C1', '/mkt', adding('after'))).toMatchObject({ ok: true })
    expect(await on.people.mention('U1', 'C1', adding('after'))).toMatchObject({ ok: true })
    await allDone()
    expect(await tasks('after')).toBe(2)
    expect(await on.store.prisma.inboxDelivery.count()).toBe(before + 2)
    expect(on.slack.socket.connections.map(({ id }) => id)).toEqual(connections)
  })
})
