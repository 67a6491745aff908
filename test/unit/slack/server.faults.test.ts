/** The local Slack's bad days: trouble on demand, as the real client meets it. */
import { WebClient, type WebClientOptions } from '@slack/web-api'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Slack, startSlack } from '../../support/slack/index.js'
import { quiet as logger } from '../../support/slack/quiet.js'

let slack: Slack
const post = (options: WebClientOptions = {}) =>
  new WebClient('xoxb-1', {
    slackApiUrl: slack.url,
    logger,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    ...options,
  }).chat.postMessage({ channel: 'C1', text: 'x' })

beforeEach(async () => {
  slack = await startSlack()
})
afterEach(() => slack.stop())

describe('a call', () => {
  it('is told to wait, or meets an error, an error page or a broken line, before anything has happened', async () => {
    slack.faults.add('chat.postMessage', { kind: 'limited', seconds: 4 })
    slack.faults.add('chat.postMessage', { kind: 'status', status: 500 })
    slack.faults.add('chat.postMessage', { kind: 'refused', error: 'fatal_error' })
    slack.faults.add('*', { kind: 'dropped' })
    await expect(post()).rejects.toMatchObject({ retryAfter: 4 })
    await expect(post()).rejects.toMatchObject({ statusCode: 500 })
    await expect(post()).rejects.toMatchObject({ data: { error: 'fatal_error' } })
    await expect(post()).rejects.toMatchObject({ code: 'slack_webapi_request_error' })
    expect(slack.messages('C1')).toEqual([])
    expect(await post()).toMatchObject({ ok: true })
  })

  it('takes effect although the answer is lost, so that a client that tries again says it twice', async () => {
    slack.faults.add('chat.postMessage', { kind: 'lost' })
    await post({ retryConfig: { retries: 1, minTimeout: 1 } })
    expect(slack.messages('C1')).toHaveLength(2)
  })

  it('is late by a time, in one channel only', async () => {
    slack.faults.add('chat.postMessage', { kind: 'late', ms: 5000 }, { channel: 'C2' })
    slack.faults.add('chat.postMessage', { kind: 'late', ms: 50 }, { channel: 'C1' })
    await expect(post({ timeout: 10 })).rejects.toMatchObject({ code: 'slack_webapi_request_error' })
  })

  it('is limited per channel to a short burst and one a second', async () => {
    slack.faults.limit()
    for (let i = 0; i < 3; i++) await post()
    await expect(post()).rejects.toMatchObject({ retryAfter: 1 })
    slack.clock.advance(1000)
    await post()
  })
})
