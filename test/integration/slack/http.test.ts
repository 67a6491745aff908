/** Over HTTP only what Slack signed a moment ago is believed, once; all else is refused and leaves no trace. */
import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { eventually, messageIn, type OnSlack, startOnSlack, wordsOf } from '../../support/on-slack.js'
import { inDays } from '../../support/people-on-slack.js'
import type { Answer, People } from '../../support/slack/index.js'

const settings = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 'signing-secret' }
type Tamper = Parameters<OnSlack['slack']['http']>[1]

let on: OnSlack
let people: People
beforeAll(async () => {
  on = await startOnSlack({ env: settings })
  people = over()
  await people.command('U1', 'C1', '/mkt', `new Tea launch=${inDays(9)} end=${inDays(20)}`)
  await messageIn(on.slack, 'C1', 'C-1')
})
afterAll(() => on.stop())

const address = () => `${on.url}/slack/events`
const over = (tamper?: Tamper) => on.slack.people('T1', on.slack.http(address(), tamper))
const adding = (name: string) => `task add ${name} <@U1> ${inDays(1)} ${inDays(3)}`
const tasks = (name: string) => on.store.prisma.task.count({ where: { name } })
const done = async () => {
  const { inboxDelivery, outboxMessage } = on.store.prisma
  const left = async () =>
    (await inboxDelivery.count({ where: { doneAt: null } })) +
    (await outboxMessage.count({ where: { status: { in: ['waiting', 'sending'] } } }))
  await vi.waitFor(async () => expect(await left()).toBe(0), 15_000)
}
const newestView = (words: string) =>
  eventually(() => on.slack.views.findLast((view) => JSON.stringify(view).includes(words)))
/** A request as bytes, signed unless told otherwise. */
const request = (body: string, type = 'application/x-www-form-urlencoded', signed = true) => {
  const at = String(Math.floor(Date.now() / 1000))
  const hash = createHmac('sha256', settings.SLACK_SIGNING_SECRET).update(`v0:${at}:${body}`).digest('hex')
  const signature = { 'x-slack-request-timestamp': at, 'x-slack-signature': `v0=${hash}` }
  const headers = { 'content-type': type, ...(signed ? signature : {}) }
  // Whoever sends too much may find the door shut before they are through.
  const shut = { status: 413 }
  return fetch(address(), { method: 'POST', headers, body }).catch(() => shut)
}
/** What `work` leaves behind. */
const traces = async (work: () => Promise<unknown>) => {
  await done()
  const seen = async () => [
    await on.store.prisma.inboxDelivery.count(),
    await on.store.prisma.outboxMessage.count(),
    on.slack.calls.length,
  ]
  const before = await seen()
  await work()
  await done()
  return { traces: (await seen()).map((count, i) => count - (before[i] ?? 0)) }
}
const none = { traces: [0, 0, 0] }

describe('what Slack signed', () => {
  it('is a command, answered in private', async () => {
    expect(await people.command('U1', 'C1', '/mkt', adding('Commanded'))).toMatchObject({
      status: 200,
      body: '',
    })
    await eventually(() => on.slack.ephemerals.some((one) => wordsOf(one).includes('Commanded')))
  })

  it('is a form, which stays with its errors and closes without', async () => {
    await people.command('U1', 'C1', '/mkt', 'task add Formed')
    const view = await newestView('Formed')
    const wrong = await people.submitView('U1', view, { owner: 'U2', start: inDays(3), due: inDays(1) })
    expect(wrong).toMatchObject({ status: 200, payload: { response_action: 'errors' } })
    expect(on.slack.views).toContain(view)
    const right = await people.submitView('U1', view, { owner: 'U2', start: inDays(1), due: inDays(3) })
    expect(right).toMatchObject({ status: 200, body: '' })
    expect(on.slack.views).not.toContain(view)
  })

  it('is a click, a mention or an open page', async () => {
    const offer = await messageIn(on.slack, 'D2', 'Formed')
    expect(await people.press('U2', offer, 'Accept')).toMatchObject({ status: 200 })
    expect(await people.mention('U1', 'C1', adding('Mentioned'))).toMatchObject({ status: 200 })
    expect(await people.openHome('U2')).toMatchObject({ status: 200 })
    await eventually(() => wordsOf(on.slack.home('U2')).includes('Formed'))
    await done()
    expect(await tasks('Mentioned')).toBe(1)
    expect(on.slack.warnings).toEqual([])
  })

  it('is a challenge, or a look at the certificate, which is not signed', async () => {
    const slack = on.slack.http(address())
    expect(await slack.urlVerification('say this')).toMatchObject({ payload: { challenge: 'say this' } })
    const forged = on.slack.http(address(), { signature: 'missing' })
    expect(await forged.urlVerification()).toMatchObject({ status: 401, body: '' })
    expect(await traces(() => slack.sslCheck())).toEqual(none)
    expect(await slack.sslCheck()).toMatchObject({ status: 200, body: '' })
  })
})

describe('what cannot be believed', () => {
  const tampers: [string, Tamper][] = [
    ['unsigned', { signature: 'missing' }],
    ['signed by somebody else', { signature: 'wrong' }],
    ['of no known time', { timestamp: 'missing' }],
    ['six minutes old', { timestamp: -360 }],
    ['six minutes ahead', { timestamp: 360 }],
    ['changed on its way', { body: (signed) => signed.replace('U1', 'U2') }],
  ]
  it.each(tampers)('is refused when it is %s, and leaves no trace', async (_how, tamper) => {
    const answers: Answer[] = []
    const forger = over(tamper)
    const left = await traces(async () => {
      answers.push(await forger.command('U1', 'C1', '/mkt', adding('forged')))
      answers.push(await forger.mention('U1', 'C1', adding('forged')))
      answers.push(await forger.openHome('U1'))
    })
    expect(answers.map(({ status, body }) => [status, body])).toEqual(Array(3).fill([401, '']))
    expect(left).toEqual(none)
  })
})

describe('a request sent again', () => {
  const all = async () => {
    await people.command('U1', 'C1', '/mkt', adding('Offered').replace('U1', 'U2'))
    const offer = await messageIn(on.slack, 'D2', 'Offered')
    return [
      await people.command('U1', 'C1', '/mkt', adding('replayed')),
      await people.mention('U1', 'C1', adding('replayed')),
      await people.press('U2', offer, 'Accept'),
    ]
  }
  const again = (answers: Answer[], options = {}) =>
    Promise.all(answers.map((answer) => answer.again({ identical: true, ...options })))

  it('by somebody who overheard it is refused, also after a restart', async () => {
    const answers = await all()
    const refused = Array(3).fill({ status: 401, body: '' })
    expect(await traces(async () => expect(await again(answers)).toMatchObject(refused))).toEqual(none)
    await on.restart()
    expect(await traces(async () => expect(await again(answers)).toMatchObject(refused))).toEqual(none)
    expect(await tasks('replayed')).toBe(2)
  })

  it('while it is being handled is refused', async () => {
    const wire = on.slack.http(address())
    const statuses: unknown[] = []
    const eager = on.slack.people('T1', {
      async deliver(delivery) {
        const both = await Promise.all([wire.deliver(delivery), wire.deliver(delivery)])
        statuses.push(...both.map(({ status }) => status))
        return both[0]
      },
    })
    await eager.command('U1', 'C1', '/mkt', adding('hurried'))
    await done()
    expect(statuses.toSorted()).toEqual([200, 401])
    expect(await tasks('hurried')).toBe(1)
  })

  it('by Slack, which says so, is done once', async () => {
    const first = await people.mention('U1', 'C1', adding('retried'))
    const retry = { num: 1, reason: 'http_timeout' }
    // In the same second, and so with the same signature, and later with another one.
    expect(await first.again({ retry })).toMatchObject({ status: 200 })
    on.slack.clock.advance(60_000)
    expect(await first.again({ retry: { ...retry, num: 2 } })).toMatchObject({ status: 200 })
    await done()
    expect(await tasks('retried')).toBe(1)
  })

  it('with Slack’s word for it is refused where Slack never says it', async () => {
    const first = await people.command('U1', 'C1', '/mkt', adding('pretended'))
    const retry = { num: 1, reason: 'http_timeout' }
    expect(await first.again({ retry })).toMatchObject({ status: 401 })
  })
})

describe('a body that makes no sense', () => {
  it.each([
    ['of broken JSON', () => request('{"type":', 'application/json'), 400],
    ['of JSON that is no object', () => request('"hello"', 'application/json'), 400],
    ['with a broken payload', () => request('payload=%7B'), 400],
    ['of another type', () => request('{"type":"event_callback"}', 'text/plain'), 415],
    ['of no known kind', () => request('{"type":"something_new"}', 'application/json'), 200],
    ['over a megabyte', () => request(`text=${'a'.repeat(1_100_000)}`), 413],
    ['over a megabyte that nobody signed', () => request('a'.repeat(1_100_000), undefined, false), 413],
  ])('%s is answered, and leaves no trace', async (_what, send, status) => {
    expect(await traces(async () => expect((await send()).status).toBe(status))).toEqual(none)
  })
})

describe('an event of a workspace that is not served', () => {
  it('is acknowledged, kept nowhere and answered nowhere', async () => {
    const event = { type: 'app_mention', user: 'U1', channel: 'C1', ts: '1.2', text: '<@UT1BOT> campaigns' }
    const authorizations = [{ team_id: 'T9', user_id: 'U9', is_bot: true, is_enterprise_install: false }]
    const body = { type: 'event_callback', team_id: 'T9', event_id: 'Ev9', event, authorizations }
    const send = () => request(JSON.stringify(body), 'application/json')
    expect(await traces(async () => expect((await send()).status).toBe(200))).toEqual(none)
  })
})
