/** The program ends in the middle of what people do in DingTalk: nothing acknowledged is lost, nothing is done twice. */
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openStore } from '../../src/engine/db/open.js'
import { type Card, type Dingtalk, startDingtalk } from '../support/dingtalk/index.js'
import { corp, eventually } from '../support/on-dingtalk.js'
import { inDays } from '../support/people-on-slack.js'
import { type Program, startProgram } from '../support/program.js'
import { testFolder } from '../support/store.js'

let dingtalk: Dingtalk
beforeEach(async () => {
  // A card that is sent twice is seen twice; and people wait until what they did was taken.
  dingtalk = await startDingtalk({ ...corp, showsTwice: true, patience: 30_000 })
})
afterEach(() => dingtalk.stop())

const start = async (folder: string): Promise<Program> => {
  const { clientId, clientSecret } = dingtalk.options
  const app = { DINGTALK_CLIENT_ID: clientId, DINGTALK_CLIENT_SECRET: clientSecret }
  const program = await startProgram(folder, { ...app, DINGTALK_API_URL: dingtalk.url, LOG_LEVEL: 'error' })
  await eventually(() => dingtalk.gateway.live.length > 0)
  return program
}
const say = (line: string, mention: string[] = []) =>
  dingtalk.acting.say('ann', 'cidA==', ` ${line}`, { mention })
const add = (name: string) => say(`新建任务 ${name} ${inDays(1)} ${inDays(3)}`, ['ann'])
const press = (card: Card) => dingtalk.acting.press('ann', card, '进行中')
const several = (name: string, count: number) => Array.from({ length: count }, (_, i) => `${name}-${i}.`)

const cards = () => [...dingtalk.cards.values()]
/** The cards in the group that stand for the task of a name. */
const cardsOf = (name: string) =>
  cards().filter(({ data }) => data.title?.match(/^M-\d+ (.*)$/)?.[1] === name)
const cardOf = (name: string) => eventually(() => cardsOf(name)[0])
const campaignCard = () => eventually(() => cards().find(({ data }) => data.title?.includes('C-1 · 茶')))
/** A campaign with tasks of these names, each on a card. */
const furnish = async (names: readonly string[]) => {
  await say(`新建活动 茶 ${inDays(9)} ${inDays(20)}`)
  await campaignCard()
  await Promise.all(names.map(add))
  await Promise.all(names.map(cardOf))
}

/** A press that comes again to a program that has just started; whoever pressed has seen it fail long ago. */
const late = 'a press was not answered within 2000 ms'

/** Whether the latest `count` deeds have been sent to the program. */
const arrived = (count: number) =>
  dingtalk.gateway.deliveries.slice(-count).every(({ attempts }) => attempts.length > 0)
const taken = (path: string) =>
  dingtalk.calls.filter((call) => call.path === path && call.status === 200).length
const webhooks = () => taken('/robot/sendBySession')
/** Calls that count against the month. */
const counted = () =>
  ['/v1.0/card/instances', '/v1.0/card/instances/createAndDeliver', '/v1.0/robot/oToMessages/batchSend']
    .map(taken)
    .reduce((sum, one) => sum + one, 0)

/** Resolves when everything was said. */
const quiet = ({ url }: Program) =>
  vi.waitFor(
    async () => {
      const metrics = await (await fetch(`${url}/metrics`)).text()
      expect(metrics).toContain('drumbeat_outbox_waiting 0')
    },
    { timeout: 30_000, interval: 200 },
  )

/** How often tasks were added and begun, and what else is in the store in the end. */
const effects = async (folder: string) => {
  const { prisma, close } = await openStore({ dataDir: folder })
  const tasks = await prisma.task.findMany()
  const begun = await prisma.auditEvent.findMany({ where: { action: 'task.status' } })
  const unfinished = await prisma.inboxDelivery.count({ where: { doneAt: null } })
  const unsaid = await prisma.outboxMessage.count({ where: { status: { notIn: ['sent', 'dropped'] } } })
  const used = await prisma.dingtalkUsage.findMany()
  await close()
  const named = (name: string) => tasks.filter((task) => task.name === name)
  return {
    added: (name: string) => named(name).length,
    begun: (name: string) =>
      begun.filter(({ subject }) => named(name).some(({ id }) => subject === `task:${id}`)).length,
    count: tasks.length,
    unfinished,
    unsaid,
    used: (kind: string) => used.find((one) => one.kind === kind)?.count,
  }
}
const times = (names: readonly string[], count: (name: string) => number) =>
  names.map((name) => [name, count(name)])
const once = (names: readonly string[]) => names.map((name) => [name, 1])

describe('killed with kill -9', () => {
  it('does each line and each press once, and shows it once', { timeout: 180_000 }, async () => {
    Object.assign(dingtalk.options, { redelivery: 'unacked', redeliverAfterMs: 3000 })
    const folder = testFolder('store')
    const [begun, added] = [several('old', 9), [...several('old', 9)]]
    let program = await start(folder)
    await furnish(begun)
    for (let round = 0; round < 3; round++) {
      // What comes again may come under another id; of presses nothing else says that it is the same.
      dingtalk.options.redeliverSameId = round !== 1
      const names = several(`new-${round}`, 4)
      const [twice, ...others] = await Promise.all(begun.slice(round * 3, round * 3 + 3).map(cardOf))
      // Of every other one the acknowledgement is lost: it was kept, and comes again all the same.
      const heard = dingtalk.faults.add('FRAME *', { kind: 'lost' }, { every: 2 })
      const deeds = Promise.all([
        ...(twice ? [press(twice), press(twice)] : []),
        ...others.map(press),
        ...names.map(add),
      ])
      await pause(Math.random() * 400)
      await program.end('SIGKILL')
      heard()
      program = await start(folder)
      expect((await deeds).map(({ ok }) => ok)).toEqual(Array(8).fill(true))
      added.push(...names)
    }
    await quiet(program)
    expect(await program.end('SIGTERM')).toBe(0)

    const after = await effects(folder)
    expect(times(added, after.added)).toEqual(once(added))
    expect(times(begun, after.begun)).toEqual(once(begun))
    expect(after).toMatchObject({ unfinished: 0, unsaid: 0 })
    expect(cards().filter(({ places }) => places.length !== 1)).toEqual([])
    expect(times(added, (name) => cardsOf(name).length)).toEqual(once(added))
    for (const name of begun) expect((await cardOf(name)).data.markdown).toContain('进行中')
    expect((await campaignCard()).data.markdown).toContain(`${after.count} 个任务`)
    expect(dingtalk.violations.filter((what) => what !== late)).toEqual([])
  })
})

describe('stopped in good order', () => {
  it('answers what is pressed and said, and keeps the count', {
    timeout: 120_000,
  }, async () => {
    const folder = testFolder('store')
    const names = several('old', 3)
    const program = await start(folder)
    await furnish(names)
    await quiet(program)
    const [toPress, last] = [await Promise.all(names.map(cardOf)), several('last', 4)]
    const deeds = Promise.all([...toPress.map(press), ...last.map(add)])
    await eventually(() => arrived(7))
    expect(await program.end('SIGTERM')).toBe(0)
    expect((await deeds).map(({ ok }) => ok)).toEqual(Array(7).fill(true))
    expect(program.said).toEqual([])

    const after = await effects(folder)
    expect(times(names, after.begun)).toEqual(once(names))
    expect(after).toMatchObject({ unfinished: 0 })
    expect(times(last, after.added)).toEqual(once(last))
    expect(after.used('api')).toBe(counted())
    expect(after.used('stream')).toBe(dingtalk.gateway.deliveries.length + webhooks())
    expect(dingtalk.violations).toEqual([])

    // What was still to be said is said by the next one.
    const next = await start(folder)
    await quiet(next)
    expect(times(last, (name) => cardsOf(name).length)).toEqual(once(last))
    expect(await next.end('SIGTERM')).toBe(0)
  })
})
