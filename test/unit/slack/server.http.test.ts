/** The local Slack's signed requests, with Bolt at the other end. */
import { App } from '@slack/bolt'
import { WebClient } from '@slack/web-api'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Slack, startSlack } from '../../support/slack/index.js'
import { quiet as logger } from '../../support/slack/quiet.js'

let slack: Slack
let app: App
let url: string
let mentions: string[]

beforeEach(async () => {
  slack = await startSlack()
  mentions = []
  const clientOptions = { slackApiUrl: slack.url }
  app = new App({ signingSecret: 'signing-secret', token: 'xoxb-1', logger, clientOptions })
  app.command('/mkt', async ({ ack }) => void (await ack('done')))
  app.action('b0', async ({ ack }) => void (await ack()))
  app.event('app_mention', async ({ event }) => void mentions.push(event.text))
  const server = await app.start({ port: 0, host: '127.0.0.1' })
  url = `http://127.0.0.1:${(server.address() as { port: number }).port}/slack/events`
})
afterEach(async () => {
  await app.stop()
  await slack.stop()
})

describe('a signed request', () => {
  it('is taken and acknowledged, whatever it carries', async () => {
    const people = slack.people('T1', slack.http(url))
    const done = { ok: true, status: 200, payload: { text: 'done' } }
    expect(await people.command('U1', 'C1', '/mkt', 'x')).toMatchObject(done)
    const button = {
      type: 'button' as const,
      text: { type: 'plain_text' as const, text: 'Yes' },
      action_id: 'b0',
    }
    await new WebClient('xoxb-1', { slackApiUrl: slack.url, logger }).chat.postMessage({
      channel: 'U1',
      text: 'A decision',
      blocks: [{ type: 'actions', elements: [button] }],
    })
    for (const message of slack.messages('D1')) {
      expect(await people.press('U1', message, 'Yes')).toMatchObject({ ok: true, status: 200 })
    }
    expect(slack.warnings).toEqual([])
  })

  it('comes again with the same event', async () => {
    const answer = await slack.people('T1', slack.http(url)).mention('U1', 'C1', 'hello')
    await answer.again({ retry: { num: 1, reason: 'http_timeout' } })
    await vi.waitFor(() => expect(mentions).toEqual(['<@UT1BOT> hello', '<@UT1BOT> hello']))
  })

  it.each([
    { signature: 'wrong' },
    { signature: 'missing' },
    { timestamp: -301 },
    { timestamp: 'missing' },
  ] as const)('is refused with %j', async (tamper) => {
    const people = slack.people('T1', slack.http(url, tamper))
    expect(await people.command('U1', 'C1', '/mkt', 'x')).toMatchObject({ ok: false, failure: 'http_401' })
  })

  it('may also be a challenge or the unsigned check of a certificate', async () => {
    expect(await slack.http(url).urlVerification('abc')).toMatchObject({ payload: { challenge: 'abc' } })
    expect(await slack.http(url).sslCheck()).toMatchObject({ status: 200 })
  })

  it('fails where nobody listens', async () => {
    const answer = await slack.people('T1', slack.http('http://127.0.0.1:1/')).direct('U1', 'hello')
    expect(answer).toMatchObject({ ok: false, failure: 'connection_failed' })
  })
})

describe('an answer address', () => {
  it('takes five answers for half an hour, which only the writer sees', async () => {
    const people = slack.people('T1', slack.http(url))
    const say = (to: string) => fetch(to, { method: 'POST', body: JSON.stringify({ text: 'psst' }) })
    const given: string[] = []
    app.command('/later', async ({ ack, command }) => {
      given.push(command.response_url)
      await ack()
    })
    await people.command('U1', 'C1', '/later', '')
    await people.command('U1', 'C1', '/later', '')
    const [first = '', second = ''] = given
    for (let i = 0; i < 5; i++) expect((await say(first)).status).toBe(200)
    expect((await say(first)).status).toBe(404)
    slack.clock.advance(31 * 60_000)
    expect((await say(second)).status).toBe(404)
    expect(slack.ephemerals).toMatchObject(Array(5).fill({ only: 'U1', text: 'psst' }))
    expect(slack.responses.map(({ uses }) => uses.length)).toEqual([6, 1])
  })
})
