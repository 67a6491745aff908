/** What must not get out, and who must not get in: secrets in the log, foreign pages, the playground beside Slack. */
import { request } from 'node:http'
import { pino } from 'pino'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { readConfig } from '../../../src/config.js'
import { type Drumbeat, introduce } from '../../../src/main.js'
import { install, oauth } from '../../support/installing.js'
import { eventually } from '../../support/on-slack.js'
import { type Slack, startSlack } from '../../support/slack/index.js'
import { openTestStore } from '../../support/store.js'
import { alpha, beta } from '../../support/two-workspaces.js'

const secrets = {
  ...oauth,
  SLACK_BOT_TOKEN: 'xoxb-1-bot-token',
  SLACK_APP_TOKEN: 'xapp-1-app-token',
  SLACK_SIGNING_SECRET: 'a-signing-secret',
}
const teams = [
  { ...alpha, token: secrets.SLACK_BOT_TOKEN },
  { ...beta, token: 'xoxb-2-token-in-the-store' },
]

let drumbeat: Drumbeat
let slack: Slack
let stop: () => Promise<void>
afterEach(() => stop())

/** Everything it says, on all ways. */
const start = async (more: Record<string, string> = {}) => {
  slack = await startSlack({
    teams,
    appToken: secrets.SLACK_APP_TOKEN,
    signingSecret: secrets.SLACK_SIGNING_SECRET,
  })
  const store = await openTestStore()
  const said: string[] = []
  const say = (...parts: unknown[]) => void said.push(...parts.map(String))
  const keep = (part: string | Uint8Array): boolean => Boolean(said.push(String(part)))
  const spies = [
    ...[process.stdout, process.stderr].map((stream) => vi.spyOn(stream, 'write').mockImplementation(keep)),
    ...(['log', 'info', 'warn', 'error', 'debug'] as const).map((way) =>
      vi.spyOn(console, way).mockImplementation(say),
    ),
  ]
  const log = pino({ level: 'debug' }, { write: (line) => said.push(line) })
  const config = readConfig({ PORT: '0', SLACK_API_URL: slack.url, ...secrets, ...more })
  drumbeat = await introduce(config, store, log)
  await eventually(() => slack.socket.connections.length >= 2)
  stop = async () => {
    await drumbeat.stop()
    await slack.stop()
    await store.close()
    for (const spy of spies) spy.mockRestore()
  }
  return { said, store, url: `http://127.0.0.1:${drumbeat.port}` }
}

/** `fetch` does not let anybody choose the name of the host. */
const ask = (url: string, path: string, headers: Record<string, string>): Promise<number> =>
  new Promise((resolve, reject) => {
    request(`${url}${path}`, { headers }, (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
      .on('error', reject)
      .end()
  })

describe('the log', () => {
  it('has no token and no secret in it, whatever goes wrong and however much it says', async () => {
    const { said, store, url } = await start()
    const over = slack.http(`${url}/slack/events`)
    const people = slack.people('T1', over)
    expect((await install({ url, slack }, 'T2')).status).toBe(200)
    await people.command('U1', 'C1', '/mkt', 'zone Asia/Tokyo')
    await eventually(() => slack.team('T1').ephemerals[0])
    for (const fault of [
      { kind: 'status', status: 500 },
      { kind: 'dropped' },
      { kind: 'limited', seconds: 1 },
      { kind: 'refused', error: 'invalid_auth' },
      { kind: 'refused', error: 'internal_error' },
    ] as const) {
      slack.faults.add('chat.postEphemeral', fault)
      slack.faults.add('views.open', fault)
      slack.faults.add('users.info', fault)
      slack.faults.add('apps.connections.open', fault)
      slack.faults.add('oauth.v2.access', fault)
      await people.command('U1', 'C1', '/mkt', 'new')
      await people.direct('U3', 'help')
      await install({ url, slack }, 'T2')
      slack.socket.refuseUpgrade(1)
      if (slack.socket.connections.length > 0) slack.socket.drop()
    }
    for (const tamper of [{ signature: 'wrong' }, { timestamp: -900 }, {}] as const) {
      const wire = slack.http(`${url}/slack/events`, tamper)
      await slack.people('T2', wire).command('U1', 'C1', '/mkt', 'zone Asia/Seoul')
    }
    await store.prisma.slackInstallation.updateMany({ data: { sealed: 'broken' } })
    await slack.people('T2', over).command('U3', 'C1', '/mkt', 'help')
    await eventually(() => said.some((line) => line.includes('other_secret')))
    const all = said.join('\n')
    expect(all.length).toBeGreaterThan(1000)
    for (const secret of [...Object.values(secrets), 'xoxb-', 'xapp-', 'token-in-the-store']) {
      if (secret !== oauth.SLACK_CLIENT_ID) expect(all).not.toContain(secret)
    }
    expect(all).not.toMatch(/ticket=|\bcode=[0-9a-f]{24}|state=eyJ|eyJhbGci/)
  })
})

describe('the web server', () => {
  it('has no playground beside Slack unless it is asked for', async () => {
    const { url } = await start()
    for (const path of ['/', '/api/playground/state', '/page/app.js']) {
      expect((await fetch(url + path)).status).toBe(404)
    }
  })

  it('answers Slack under any name, and the playground beside it under its own only', async () => {
    const { url } = await start({ PLAYGROUND: 'on' })
    const foreign = { host: 'drumbeat.example.com' }
    const own = { host: new URL(url).host }
    expect(await ask(url, '/slack/install', foreign)).toBe(302)
    expect(await ask(url, '/slack/oauth_redirect?code=1&state=2', { host: '"><b>' })).toBe(400)
    for (const path of ['/', '/api/playground/state', '/page/app.js']) {
      expect(await ask(url, path, foreign)).toBe(403)
    }
    expect(await ask(url, '/api/playground/state', own)).toBe(200)
    expect(await ask(url, '/api/playground/state', { ...own, origin: 'https://evil.example.com' })).toBe(403)
  })

  it('gives unsigned requests nothing, also beside the playground', async () => {
    const { url, store } = await start({ PLAYGROUND: 'on' })
    const wire = slack.http(`${url}/slack/events`, { signature: 'missing' })
    expect(await slack.people('T1', wire).command('U1', 'C1', '/mkt', 'campaigns')).toMatchObject({
      status: 401,
    })
    expect(await store.prisma.inboxDelivery.count({ where: { platform: 'slack' } })).toBe(0)
  })
})
