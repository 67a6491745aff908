/** Installing the app in a workspace: Slack's consent page and the way back, in a browser that is not to be trusted. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { scopes } from '../../../src/platforms/slack/scopes.js'
import { allow, comeBack, install, oauth, type Visit, visit } from '../../support/installing.js'
import { acme, eventually, messageIn, type OnSlack, startOnSlack } from '../../support/on-slack.js'

const beta = { ...acme, id: 'T2', name: 'Beta <script>alert(1)</script>', token: 'xoxb-two' }
const env: Record<string, string> = { ...oauth }
let on: OnSlack
beforeAll(async () => {
  on = await startOnSlack({ teams: [acme, beta], env })
})
afterAll(() => on.stop())
afterEach(async () => {
  on.slack.faults.clear()
  await on.store.prisma.slackInstallation.deleteMany()
})

const rows = () => on.store.prisma.slackInstallation.findMany()
const exchanges = () => on.slack.calls.filter(({ method }) => method === 'oauth.v2.access').length

describe('the way to Slack', () => {
  it('leads to the consent page with all permissions and a state, and no redirect address of its own', async () => {
    const { consent } = await visit(on)
    expect(consent.href).toContain(on.slack.authorizeUrl)
    expect(consent.searchParams.get('scope')?.split(',')).toEqual(Object.keys(scopes))
    expect(consent.searchParams.get('client_id')).toBe('1.2')
    expect(consent.searchParams.get('state')).toMatch(/.{40,}/)
    expect(consent.searchParams.has('redirect_uri')).toBe(false)
  })

  it('sets a cookie that no script reads and no other site sends', async () => {
    const { setCookie } = await visit(on)
    for (const part of ['Secure', 'HttpOnly', 'SameSite=Lax', 'Max-Age=600'])
      expect(setCookie).toContain(`; ${part}`)
  })

  it('shows pages that load nothing, stand in no frame and are kept nowhere', async () => {
    const { headers, page } = await visit(on, { 'accept-language': 'zh-TW,zh;q=0.9' })
    expect(page).toContain('將鼓點新增到 Slack')
    expect(page).not.toMatch(/&(?!amp;)/)
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('cache-control')).toBe('no-store')
  })
})

describe('the way back', () => {
  it('keeps the installation so that nobody can read a token in the store', async () => {
    const page = await install(on, 'T2')
    expect(page.status).toBe(200)
    const [row] = await rows()
    expect(row).toMatchObject({ workspace: 'T2', organisation: 'T2' })
    const kept = JSON.stringify(row) + Buffer.from(row?.sealed ?? '', 'base64').toString('latin1')
    for (const secret of ['xoxb', 'two', 'client-secret', 'alert']) expect(kept).not.toContain(secret)
  })

  it('says where it is installed, with names of Slack as data', async () => {
    const text = await (await install(on, 'T2')).text()
    expect(text).toContain('Beta &lt;script&gt;alert(1)&lt;/script&gt;')
    expect(text).not.toContain('<script')
    expect(text).toContain('/app_redirect?app=A0001&amp;team=T2')
  })

  const forged: [string, (back: URL, visit: Visit) => { back: URL; cookie: string }][] = [
    ['without a state', (back, { cookie }) => ({ back: without(back, 'state'), cookie })],
    ['with another state', (back, { cookie }) => ({ back: set(back, 'state', 'mine'), cookie })],
    ['in another browser', (back) => ({ back, cookie: '' })],
    [
      'with a state of another secret',
      (back) => ({ back: set(back, 'state', foreign), cookie: `slack-app-oauth-state=${foreign}` }),
    ],
  ]
  it.each(forged)('is refused %s: nothing is asked of Slack, nothing is kept', async (_how, forge) => {
    const before = exchanges()
    const seen = await visit(on)
    const { back, cookie } = forge(await allow(seen.consent, 'T2'), seen)
    const page = await comeBack(back, cookie, { 'accept-language': 'en' })
    expect(page.status).toBe(400)
    expect(await page.text()).toContain('did not begin in this browser')
    expect(exchanges()).toBe(before)
    expect(await rows()).toEqual([])
  })

  it('takes a code once', async () => {
    const { consent, cookie } = await visit(on)
    const back = await allow(consent, 'T2')
    expect((await comeBack(back, cookie)).status).toBe(200)
    await on.store.prisma.slackInstallation.deleteMany()
    const again = await comeBack(back, cookie, { 'accept-language': 'en' })
    expect(again.status).toBe(400)
    expect(await again.text()).toContain('each is good for one installation')
    expect(await rows()).toEqual([])
  })

  const troubles: [string, () => void, (back: URL) => URL, number, string][] = [
    [
      'was cancelled',
      () => undefined,
      (back) => set(without(back, 'code'), 'error', 'access_denied'),
      400,
      '取消',
    ],
    ['has no code', () => undefined, (back) => without(back, 'code'), 400, '缺少 Slack 的授权码'],
    [
      'is refused by Slack',
      () => on.slack.faults.add('oauth.v2.access', { kind: 'refused', error: 'bad_client_secret' }),
      (back) => back,
      400,
      'bad_client_secret',
    ],
    [
      'gets no answer of Slack',
      () => on.slack.faults.add('oauth.v2.access', { kind: 'status', status: 503 }),
      (back) => back,
      500,
      'Slack 没有回应',
    ],
  ]
  it.each(troubles)('says so when it %s', async (_what, trouble, changed, status, words) => {
    trouble()
    const { consent, cookie } = await visit(on)
    const page = await comeBack(changed(await allow(consent, 'T2')), cookie, { 'accept-language': 'zh-CN' })
    expect(page.status).toBe(status)
    expect(await page.text()).toContain(words)
    expect(await rows()).toEqual([])
  })
})

describe('installing again', () => {
  it('puts the new token in the place of the old one, at once', async () => {
    await install(on, 'T1')
    await on.people.direct('U2', 'help')
    await messageIn(on.slack, 'D2', 'What I can do')
    on.slack.team('T1').token = 'xoxb-renewed'
    await install(on, 'T1')
    expect(await rows()).toHaveLength(1)
    on.slack.team('T1').channels.get('D2')?.messages.splice(0)
    await on.people.direct('U2', 'help')
    await messageIn(on.slack, 'D2', 'What I can do')
    expect(on.slack.calls.filter(({ answer }) => answer?.error === 'invalid_auth')).toEqual([])
  })
})

/** Last: it ends with settings that do not fit. */
describe('another state secret', () => {
  it('opens no token: nothing breaks, and what is to be said waits for the next installation', async () => {
    await install(on, 'T1')
    await on.people.command('U1', 'C1', '/mkt', 'language en')
    await eventually(() => on.slack.ephemerals.length > 0)
    env.SLACK_STATE_SECRET = 'another-one'
    await on.restart()
    const before = on.slack.ephemerals.length
    expect(await on.people.command('U1', 'C1', '/mkt', 'doctor')).toMatchObject({ ok: true })
    await eventually(
      async () => (await on.store.prisma.outboxMessage.count({ where: { status: 'waiting' } })) > 0,
    )
    expect(on.slack.ephemerals).toHaveLength(before)
    await install(on, 'T1')
    const answer = await eventually(() => on.slack.ephemerals[before])
    expect(JSON.stringify(answer)).toContain('SLACK_STATE_SECRET')
  })
})

/** A token signed with another secret: `{"installOptions":{"scopes":["admin"]},"now":…}`. */
const foreign =
  'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpbnN0YWxsT3B0aW9ucyI6eyJzY29wZXMiOlsiYWRtaW4iXX0sIm5vdyI6IjIwOTktMDEtMDFUMDA6MDA6MDBaIn0.8m3Qq5p5G7l1jGQm0i1W1r3vQ0h5m0wY0f0m3c0kq1U'

const set = (url: URL, name: string, value: string): URL => {
  url.searchParams.set(name, value)
  return url
}
const without = (url: URL, name: string): URL => {
  url.searchParams.delete(name)
  return url
}
