/** The program is killed in the middle of what people do in Slack: nothing acknowledged is lost, nothing is said twice. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { acme, eventually, wordsOf } from '../support/on-slack.js'
import { type Program, startProgram } from '../support/program.js'
import { type Slack, startSlack } from '../support/slack/index.js'
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
const said = () => slack.messages('D1').filter(({ bot_id }) => bot_id)
const cardsOf = (name: string) =>
  said().filter((message) => wordsOf(message).startsWith(`M-`) && wordsOf(message).includes(name))
const line = (name: string) => `task add ${name} owner=<@U1> start=2030-03-01 due=2030-03-02`

it('keeps everything that was acknowledged, and does everything once', { timeout: 180_000 }, async () => {
  const folder = testFolder('store')
  const people = slack.people()
  let program = await start(folder)
  await people.direct('U1', 'new Tea launch=2030-03-01 end=2030-03-20')
  await eventually(() => said().find((message) => wordsOf(message).includes('C-1')))
  const names: string[] = []
  for (let round = 0; round < 3; round++) {
    const batch = [0, 1, 2, 3].map((i) => `crash-${round}${i}`)
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
  const markers = said().map(({ metadata }) => metadata?.event_payload.marker)
  expect(new Set(markers).size).toBe(markers.length)
  await program.end('SIGTERM')
})
