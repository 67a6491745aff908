/** The program is killed in the middle of what people do in Slack: nothing acknowledged is lost, nothing is done twice. */
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openStore } from '../../src/engine/db/open.js'
import { acme, eventually, messageIn, wordsOf } from '../support/on-slack.js'
import { type Program, startProgram } from '../support/program.js'
import { type Answer, type Message, type Slack, startSlack } from '../support/slack/index.js'
import { testFolder } from '../support/store.js'

let slack: Slack
beforeAll(async () => {
  slack = await startSlack({ teams: [acme] })
})
afterAll(() => slack.stop())

const start = async (folder: string): Promise<Program> => {
  const program = await startProgram(folder, {
    SLACK_BOT_TOKEN: 'xoxb-1',
    SLACK_APP_TOKEN: slack.options.appToken,
    SLACK_API_URL: slack.url,
  })
  await eventually(() => slack.socket.connections.length >= 2)
  return program
}

/** What somebody did with the task of a name, and whether it was acknowledged. */
interface Deed {
  name: string
  acknowledged: boolean
}
const noted = async (name: string, doing: Promise<Answer>): Promise<Deed> => {
  const { ok } = await doing
  return { name, acknowledged: ok }
}

/** How often tasks were added and begun, and how many there are in the end. */
const effects = async (folder: string) => {
  const { prisma, close } = await openStore({ dataDir: folder })
  const tasks = await prisma.task.findMany()
  const begun = await prisma.auditEvent.findMany({ where: { action: 'task.status' } })
  await close()
  const named = (name: string) => tasks.filter((task) => task.name === name)
  return {
    added: ({ name }: Deed) => named(name).length,
    begun: ({ name }: Deed) =>
      begun.filter(({ subject }) => named(name).some(({ id }) => subject === `task:${id}`)).length,
    count: tasks.length,
  }
}

const cardsOf = (name: string) =>
  ['C1', 'D1']
    .flatMap((channel) => slack.messages(channel))
    .filter((one) => wordsOf(one).startsWith('M-') && wordsOf(one).includes(name))

it('does what was acknowledged, or is delivered again, once', { timeout: 180_000 }, async () => {
  const folder = testFolder('store')
  const people = slack.people()
  const line = (name: string) => `task add ${name} owner=<@U1> start=2030-03-01 due=2030-03-02`
  const several = (name: string, count: number) => Array.from({ length: count }, (_, i) => `${name}-${i}.`)
  const command = (name: string) => noted(name, people.command('U1', 'C1', '/mkt', line(name)))
  const say = (name: string) => noted(name, people.direct('U1', line(name)))
  const cardOf = (name: string): Promise<Message> =>
    eventually(() => slack.ephemerals.findLast((one) => wordsOf(one).includes(name)))

  let program = await start(folder)
  await people.command('U1', 'C1', '/mkt', 'new Tea launch=2030-03-01 end=2030-03-20')
  const card = await messageIn(slack, 'C1', 'C-1')
  const old = several('old', 6)
  const commanded = await Promise.all(old.map(command))
  const [said, begun]: [Deed[], Deed[]] = [[], []]
  for (let round = 0; round < 2; round++) {
    const names = old.slice(round * 3, round * 3 + 3)
    const cards = await Promise.all(names.map(cardOf))
    const presses = cards.map((one, i) => noted(names[i] ?? '', people.press('U1', one, 'In progress')))
    const commands = several(`commanded-${round}`, 4).map(command)
    const lines = several(`said-${round}`, 3).map(say)
    await pause(Math.random() * 200)
    await program.end('SIGKILL')
    begun.push(...(await Promise.all(presses)))
    commanded.push(...(await Promise.all(commands)))
    said.push(...(await Promise.all(lines)))
    program = await start(folder)
    // Slack delivers again what people say, but neither commands nor clicks.
    while ((await slack.socket.retryUnacked()).length > 0);
  }
  // What was left over is done and said when nothing more comes.
  for (let calls = -1; calls !== slack.calls.length; await pause(1500)) calls = slack.calls.length
  const shown = slack.ephemerals.length
  await people.command('U1', 'C1', '/mkt', 'show C-1')
  const now = await eventually(() => slack.ephemerals[shown])
  const tasksOn = (message: Message) => /\d+ tasks/.exec(wordsOf(message))?.[0]
  await eventually(() => tasksOn(card) === tasksOn(now))
  for (const { name } of said) await eventually(() => cardsOf(name).length > 0)
  await program.end('SIGTERM')

  const after = await effects(folder)
  for (const deed of said) expect([deed.name, after.added(deed)]).toEqual([deed.name, 1])
  const times = [
    ...commanded.map((deed) => ({ ...deed, times: after.added(deed) })),
    ...begun.map((deed) => ({ ...deed, times: after.begun(deed) })),
  ]
  expect(times.filter((one) => one.times > 1 || (one.acknowledged && one.times === 0))).toEqual([])
  expect(tasksOn(card)).toBe(`${after.count} tasks`)
  const posts = ['C1', 'D1'].flatMap((channel) => slack.messages(channel)).filter(({ bot_id }) => bot_id)
  const markers = posts.map(({ metadata }) => metadata?.event_payload.marker)
  expect(new Set(markers).size).toBe(posts.length)
  for (const { name } of said) {
    expect([name, cardsOf(name).length]).toEqual([name, 1])
  }
  expect(slack.warnings).toEqual([])
})
