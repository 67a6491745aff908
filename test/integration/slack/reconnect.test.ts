/** Connections of Socket Mode break in every way there is: nobody's command is lost, and the process lives on. */
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { eventually, type OnSlack, startOnSlack } from '../../support/on-slack.js'
import { openTestStore } from '../../support/store.js'

let on: OnSlack
beforeAll(async () => {
  // What is lost here, not what is late.
  on = await startOnSlack({ patience: 10_000 })
})
afterAll(() => on.stop())
afterEach(() => connected())

const ids = () => on.slack.socket.connections.filter(({ greeted }) => greeted).map(({ id }) => id)
const connected = () => eventually(() => ids().length >= 2)
/** Connections that were not there before. */
const fresh = (before: readonly string[]) => ids().filter((id) => !before.includes(id))
const opened = () => on.slack.calls.filter(({ method }) => method === 'apps.connections.open')
const drop = async (id = '') => {
  on.slack.socket.drop(id)
  await eventually(() => !ids().includes(id))
}
/** `count` commands at once. @returns those that failed */
const commands = async (count: number) => {
  const asked = Array.from({ length: count }, () => on.people.command('U2', 'C1', '/mkt', 'help approve'))
  return (await Promise.all(asked)).filter(({ ok }) => !ok)
}
const helped = () => on.slack.ephemerals.length

describe('a connection that ends', () => {
  it.each(['warning', 'refresh_requested'] as const)(
    'for a %s is replaced first: of twenty commands meanwhile each is handled once',
    async (reason) => {
      const [before, answered] = [ids(), helped()]
      const early = commands(7)
      for (const id of before) on.slack.socket.disconnect(reason, id)
      const during = commands(6)
      await eventually(() => fresh(before).length >= 2)
      const failed = [...(await early), ...(await during), ...(await commands(7))]
      expect(failed).toEqual([])
      await eventually(() => helped() >= answered + 20)
      expect(helped()).toBe(answered + 20)
    },
  )

  it('without a word leaves another one, and is replaced soon', async () => {
    const before = ids()
    const at = Date.now()
    await drop(before.at(-1))
    expect(await commands(4)).toEqual([])
    await eventually(() => fresh(before).length > 0)
    expect(Date.now() - at).toBeLessThan(5000)
  })

  it('in silence is noticed and replaced', async () => {
    const before = ids()
    on.slack.socket.freeze(before.at(-1))
    await eventually(() => fresh(before).length > 0)
    // The other end has not noticed.
    await drop(before.at(-1))
    expect(await commands(4)).toEqual([])
  })
})

describe('a connection that does not begin', () => {
  it.each([
    ['breaks', { kind: 'dropped' }],
    ['is an error of Slack’s', { kind: 'status', status: 500 }],
    ['is refused for the moment', { kind: 'refused', error: 'internal_error' }],
    ['is refused', { kind: 'refused', error: 'invalid_auth' }],
  ] as const)('because asking for it %s is tried again soon', async (_how, fault) => {
    const before = ids()
    on.slack.faults.add('apps.connections.open', fault, { times: 2 })
    await drop(before.at(-1))
    expect(await commands(2)).toEqual([])
    await eventually(() => fresh(before).length > 0)
    const words = fault.kind === 'refused' && fault.error === 'invalid_auth' ? 'SLACK_APP_TOKEN' : 'is tried'
    expect(on.log.splice(0).map(({ msg }) => msg)).toContainEqual(expect.stringContaining(words))
  })

  it('because Slack wants silence is tried again when it may', async () => {
    const before = ids()
    on.slack.faults.add('apps.connections.open', { kind: 'limited', seconds: 2 })
    await drop(before.at(-1))
    await eventually(() => fresh(before).length > 0)
    const [refused, taken] = opened().slice(-2)
    expect((taken?.at ?? 0) - (refused?.at ?? 0)).toBeGreaterThanOrEqual(2000)
  })

  it('because it is refused at the door, or never greeted, is tried again', async () => {
    const before = ids()
    on.slack.socket.refuseUpgrade(2)
    on.slack.socket.withholdHello()
    await drop(before.at(-1))
    expect(await commands(2)).toEqual([])
    await eventually(() => fresh(before).length > 0)
    await vi.waitFor(() => expect(on.slack.socket.connections.every(({ greeted }) => greeted)).toBe(true))
  })
})

describe('a stop', () => {
  it('waits for what came in: it is acknowledged and done', async () => {
    const store = await openTestStore()
    const other = await startOnSlack({ store })
    const { inboxDelivery } = store.prisma
    const kept = inboxDelivery.createMany.bind(inboxDelivery)
    const keeping = vi.spyOn(inboxDelivery, 'createMany')
    keeping.mockImplementation(((row: never) => pause(300).then(() => kept(row))) as never)
    const said = other.people.command('U2', 'C1', '/mkt', 'help approve')
    await eventually(() => keeping.mock.calls.length > 0)
    const { connections } = other.slack.socket
    await other.stop()
    vi.restoreAllMocks()
    expect(connections).toEqual([])
    expect(await said).toMatchObject({ ok: true })
    expect(await store.prisma.inboxDelivery.findMany()).toMatchObject([{ doneAt: expect.any(Date) }])
    await store.close()
  })

  it('does not wait for connections that are dead or never begin', async () => {
    const other = await startOnSlack()
    const [dead, dropped] = other.slack.socket.connections
    other.slack.socket.freeze(dead?.id)
    other.slack.socket.withholdHello(9)
    other.slack.socket.drop(dropped?.id)
    await eventually(() => other.slack.socket.connections.some(({ greeted }) => !greeted))
    const at = Date.now()
    await other.stop()
    expect(Date.now() - at).toBeLessThan(5000)
  })
})
