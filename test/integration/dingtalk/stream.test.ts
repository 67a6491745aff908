/** Over Stream mode each deed is kept before it is acknowledged and done once, whatever becomes of sockets and frames. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { trouble } from '../../support/dingtalk/index.js'
import { eventually, type OnDingtalk, startOnDingtalk } from '../../support/on-dingtalk.js'
import { inDays } from '../../support/people-on-slack.js'

let on: OnDingtalk
beforeAll(async () => {
  on = await startOnDingtalk()
  await on.people.say('ann', 'cidA==', ` 新建活动 茶 ${inDays(9)} ${inDays(20)}`)
  await on.cardIn('cidA==', 'C-1')
})
afterAll(() => on.stop())
beforeEach(() => {
  Object.assign(on.dingtalk.options, { redelivery: 'off', redeliverAfterMs: 300, pressStyle: 'actionIds' })
  on.dingtalk.faults.clear()
})
afterEach(() => {
  vi.restoreAllMocks()
  expect(on.dingtalk.violations).toEqual([])
})

const patience = { timeout: 15_000, interval: 20 }
const add = (name: string) =>
  on.people.say('ann', 'cidA==', ` 新建任务 ${name} ${inDays(1)} ${inDays(3)}`, { mention: ['ben'] })
const tasks = (name: string) => on.store.prisma.task.count({ where: { name } })
const done = (name: string) => vi.waitFor(async () => expect(await tasks(name)).toBe(1), patience)
const handled = () =>
  vi.waitFor(
    async () => expect(await on.store.prisma.inboxDelivery.count({ where: { doneAt: null } })).toBe(0),
    patience,
  )
/** The offer of a task to whoever was mentioned. */
const offer = async (name: string) => {
  await add(name)
  const { card } = await on.directTo('ben', name)
  if (!card) throw new Error('it was not offered on a card')
  return card
}
const connected = () => eventually(() => on.dingtalk.gateway.live.length === 1)

describe('an acknowledgement', () => {
  it('is not given for what could not be kept, which comes again and is done once', async () => {
    on.dingtalk.options.redelivery = 'unacked'
    vi.spyOn(on.store.prisma.inboxDelivery, 'createMany').mockRejectedValueOnce(new Error('the disk is full'))
    expect(await add('kept')).toMatchObject({ ok: true })
    await done('kept')
  })

  it('may be lost: what comes again is done once', async () => {
    on.dingtalk.options.redelivery = 'unacked'
    on.dingtalk.faults.add('FRAME /v1.0/im/bot/messages/get', { kind: 'lost' })
    await add('lost')
    await done('lost')
    await handled()
    expect(await tasks('lost')).toBe(1)
  })
})

describe('what comes again', () => {
  it.each([true, false])('although it was acknowledged is done once (same id: %s)', async (same) => {
    const said = await add(`again-${same}`)
    await said.again({ newId: !same })
    await done(`again-${same}`)
    await handled()
    expect(await tasks(`again-${same}`)).toBe(1)
  })

  it('as a press is answered, and done once', async () => {
    const card = await offer('pressed')
    const first = await on.people.press('ben', card, '接受')
    expect(await first.again()).toMatchObject({ ok: true })
    await handled()
    const { id } = await on.store.prisma.task.findFirstOrThrow({ where: { name: 'pressed' } })
    const taken = { action: 'task.take', subject: `task:${id}` }
    expect(await on.store.prisma.auditEvent.count({ where: taken })).toBe(1)
  })
})

describe('a button', () => {
  it.each(['actionIds', 'paramsId', 'ownParams'] as const)(
    'is known wherever its identity stands: %s',
    async (style) => {
      const card = await offer(`button-${style}`)
      expect(await on.people.press('ben', card, '接受', { style })).toMatchObject({ ok: true })
      await vi.waitFor(async () => {
        const task = await on.store.prisma.task.findFirstOrThrow({ where: { name: `button-${style}` } })
        expect(task.accepted).toBe(true)
      }, patience)
    },
  )

  it('pressed twice at once decides once', async () => {
    const card = await offer('twice')
    const presses = await on.people.pressTwice('ben', card, '接受')
    expect(presses).toMatchObject([{ ok: true }, { ok: true }])
    await handled()
    const { id } = await on.store.prisma.task.findFirstOrThrow({ where: { name: 'twice' } })
    const taken = { action: 'task.take', subject: `task:${id}` }
    expect(await on.store.prisma.auditEvent.count({ where: taken })).toBe(1)
  })

  it('still says what it means after the person’s own acceptance, whatever their card shows yet', async () => {
    const card = await offer('accepted')
    const inGroup = await on.cardIn('cidA==', 'accepted')
    on.dingtalk.faults.add('PUT /v1.0/card/instances', trouble.busy, { times: 3 })
    await on.people.press('ben', card, '接受')
    await on.people.press('ben', inGroup, '进行中')
    await vi.waitFor(async () => {
      const task = await on.store.prisma.task.findFirstOrThrow({ where: { name: 'accepted' } })
      expect(task.status).toBe('doing')
    }, patience)
  })

  it('of somebody else’s task changes nothing', async () => {
    await offer('foreign')
    const inGroup = await on.cardIn('cidA==', 'foreign')
    const pressed = await on.people.press('chen', inGroup, '已完成')
    expect(pressed.shown?.tips).toContain('“foreign”不归你处理')
    expect(inGroup.seenBy('ben').tips).toBe('')
    expect(await on.store.prisma.task.findFirstOrThrow({ where: { name: 'foreign' } })).toMatchObject({
      status: 'todo',
    })
  })
})

describe('a connection', () => {
  it('that DingTalk is about to end is replaced before: nothing is lost in between', async () => {
    const [old] = on.dingtalk.gateway.live
    on.dingtalk.gateway.disconnectSoon()
    await connected()
    expect(on.dingtalk.gateway.live[0]?.id).not.toBe(old?.id)
    expect(await add('moved')).toMatchObject({ ok: true })
    await done('moved')
  })

  it('that breaks is opened anew, and what was said meanwhile is heard', async () => {
    on.dingtalk.options.redelivery = 'unacked'
    on.dingtalk.gateway.dropSockets()
    expect(await add('broken')).toMatchObject({ ok: true })
    await done('broken')
  })

  it('survives frames that make no sense', async () => {
    const [before] = on.dingtalk.gateway.live
    on.dingtalk.gateway.malformed()
    expect(await on.dingtalk.gateway.ping()).toBe(true)
    expect(await add('sense')).toMatchObject({ ok: true })
    await done('sense')
    expect(on.dingtalk.gateway.live[0]?.id).toBe(before?.id)
  })

  it('that is half-open is noticed and replaced', { timeout: 60_000 }, async () => {
    on.dingtalk.options.redelivery = 'unacked'
    on.dingtalk.gateway.halfOpen()
    await vi.waitFor(() => expect(on.dingtalk.gateway.live).toHaveLength(1), { timeout: 40_000 })
    expect(await add('silent')).toMatchObject({ ok: true })
    await done('silent')
  })

  it('that cannot be opened is not stormed', async () => {
    const opens = () => on.dingtalk.calls.filter(({ path }) => path.endsWith('/connections/open')).length
    const before = opens()
    on.dingtalk.faults.add(
      'POST /v1.0/gateway/connections/open',
      { kind: 'refused', status: 503, answer: {} },
      { times: 3 },
    )
    on.dingtalk.gateway.dropSockets()
    await connected()
    expect(opens() - before).toBeLessThanOrEqual(5)
    expect(await add('stormy')).toMatchObject({ ok: true })
    await done('stormy')
  })
})
