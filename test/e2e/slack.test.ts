/** The program is killed in the middle of what people do in Slack: nothing acknowledged is lost, nothing is said twice. */
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openStore } from '../../src/engine/db/open.js'
import { acme, eventually, messageIn, wordsOf } from '../support/on-slack.js'
import { type Program, startProgram } from '../support/program.js'
import { type Answer, type Message, type Slack, startSlack } from '../support/slack/index.js'
import { testFolder } from '../support/store.js'

let slack: Slack
beforeEach(async () => {
  slack = await startSlack({ teams: [acme] })
})
afterEach(() => slack.stop())

const start = async (folder: string): Promise<Program> => {
  const program = await startProgram(folder, {
    SLACK_BOT_TOKEN: 'xoxb-1',
    SLACK_APP_TOKEN: slack.options.appToken,
    SLACK_API_URL: slack.url,
  })
  await eventually(() => slack.socket.connections.length >= 2)
  return program
}
const line = (name: string) => `task add ${name} owner=<@U1> start=2030-03-01 due=2030-03-02`
const numbered = (round: number, count: number) =>
  Array.from({ length: count }, (_, i) => `crash-${round}${i}`)
const said = (channel: string) => slack.messages(channel).filter(({ bot_id }) => bot_id)
const nothingIsDoubled = (...channels: string[]) => {
  const markers = channels.flatMap(said).map(({ metadata }) => metadata?.event_payload.marker)
  expect(new Set(markers).size).toBe(markers.length)
}

it('keeps every line said to it that was acknowledged or comes again, once', {
  timeout: 120_000,
}, async () => {
  const folder = testFolder('store')
  const people = slack.people()
  const cardsOf = (name: string) =>
    said('D1').filter((message) => wordsOf(message).startsWith('M-') && wordsOf(message).includes(name))
  let program = await start(folder)
  await people.direct('U1', 'new Tea launch=2030-03-01 end=2030-03-20')
  await messageIn(slack, 'D1', 'C-1')
  const names: string[] = []
  for (let round = 0; round < 2; round++) {
    const batch = numbered(round, 4)
    names.push(...batch)
    const sending = batch.map((name) => people.direct('U1', line(name)))
    // One is acknowledged, the others are somewhere on their way.
    await Promise.race(sending)
    await program.end('SIGKILL')
    await Promise.all(sending)
    program = await start(folder)
    await slack.socket.retryUnacked()
  }
  await eventually(() => names.every((name) => cardsOf(name).length > 0))
  expect(names.map((name) => [name, cardsOf(name).length])).toEqual(names.map((name) => [name, 1]))
  nothingIsDoubled('D1')
  await program.end('SIGTERM')
})

/** Deeds that Slack does not deliver again, by the name of their task, and whether they were acknowledged. */
type Deeds = Map<string, boolean>

/** How often each deed took effect, and how many tasks there are in the end. */
const effects = async (folder: string, added: Deeds, begun: Deeds) => {
  const { prisma, close } = await openStore({ dataDir: folder })
  const tasks = await prisma.task.findMany()
  const audit = await prisma.auditEvent.findMany({ where: { action: 'task.status' } })
  await close()
  const named = (name: string) => tasks.filter((task) => task.name === name)
  const started = (name: string) =>
    audit.filter(({ subject }) => named(name).some(({ id }) => subject === `task:${id}`))
  return {
    added: [...added].map(([name, acknowledged]) => ({ name, acknowledged, times: named(name).length })),
    begun: [...begun].map(([name, acknowledged]) => ({ name, acknowledged, times: started(name).length })),
    count: tasks.length,
  }
}

it('does each acknowledged command and click once, others at most once', { timeout: 180_000 }, async () => {
  const folder = testFolder('store')
  const people = slack.people()
  const command = (text: string) => people.command('U1', 'C1', '/mkt', text)
  const [added, begun]: [Deeds, Deeds] = [new Map(), new Map()]
  const noted = async (deeds: Deeds, name: string, doing: Promise<Answer>) =>
    deeds.set(name, (await doing).ok)
  const add = (name: string) => noted(added, name, command(line(name)))
  const begin = async (name: string, card: Message) =>
    noted(begun, name, people.press('U1', card, 'In progress'))
  const cardOf = (name: string): Promise<Message> =>
    eventually(() => slack.ephemerals.findLast((one) => wordsOf(one).includes(name)))

  let program = await start(folder)
  await command('new Tea launch=2030-03-01 end=2030-03-20')
  const card = await messageIn(slack, 'C1', 'C-1')
  await Promise.all(numbered(0, 9).map(add))
  for (let round = 1; round <= 3; round++) {
    const names = numbered(0, 9).slice(round * 3 - 3, round * 3)
    const cards = await Promise.all(names.map(async (name) => [name, await cardOf(name)] as const))
    const deeds = [...numbered(round, 7).map(add), ...cards.map(([name, one]) => begin(name, one))]
    await pause(Math.random() * 200)
    await program.end('SIGKILL')
    await Promise.all(deeds)
    program = await start(folder)
  }
  // What was under way when it was killed is done and said by now, or never.
  for (let calls = -1; calls !== slack.calls.length; await pause(1500)) calls = slack.calls.length
  await program.end('SIGTERM')
  const end = await effects(folder, added, begun)
  const wrong = [...end.added, ...end.begun].filter(
    ({ acknowledged, times }) => times > 1 || (acknowledged && times === 0),
  )
  expect(wrong).toEqual([])
  expect([...begun.values(), ...added.values()]).toContain(true)
  expect(wordsOf(card)).toContain(`${end.count} tasks`)
  nothingIsDoubled('C1', 'D1')
  expect(slack.warnings).toEqual([])
})
