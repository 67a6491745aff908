/** What becomes of a message when Slack refuses it, falls silent or is not there. */
import { WebClient } from '@slack/web-api'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { DeliveryError } from '../../../src/kit/errors.js'
import { deliveryError } from '../../../src/platforms/slack/errors.js'
import { type Slack, startSlack } from '../../support/slack/index.js'
import { quiet as logger } from '../../support/slack/quiet.js'

let slack: Slack
beforeAll(async () => {
  slack = await startSlack()
})
afterAll(() => slack.stop())
beforeEach(() => slack.faults.clear())

type Fault = Parameters<Slack['faults']['add']>[1]

/** The outbox's word for what the real client makes of a trouble. */
const wordFor = async (fault: Fault, timeout = 5000): Promise<DeliveryError> => {
  slack.faults.add('chat.postMessage', fault)
  const options = { retryConfig: { retries: 0 }, rejectRateLimitedCalls: true, timeout, logger }
  const web = new WebClient('xoxb-1', { slackApiUrl: slack.url, ...options })
  return web.chat.postMessage({ channel: 'C1', text: 'x' }).then(
    () => Promise.reject(new Error('it was taken')),
    (error) => deliveryError(error),
  )
}
const refused = (error: string, extra = {}) => wordFor({ kind: 'refused', error, extra })

describe('a message', () => {
  it.each([
    ['not_in_channel', 'notMember'],
    ['channel_not_found', 'channelGone'],
    ['is_archived', 'channelArchived'],
    ['is_inactive', 'channelArchived'],
    ['user_not_found', 'personGone'],
    ['message_not_found', 'messageGone'],
    ['msg_too_long', 'refused'],
    ['no_such_luck', 'refused'],
  ])('refused with %s is given up as %s', async (code, fault) => {
    expect(await refused(code)).toMatchObject({ retryAfter: 'never', fault, detail: code, unsent: false })
  })

  it.each(['token_revoked', 'account_inactive', 'invalid_auth', 'team_disabled'])(
    'refused with %s waits until somebody has put it right',
    async (code) => {
      expect(await refused(code)).toMatchObject({ retryAfter: 300_000, fault: 'access', unsent: true })
    },
  )

  it('without a permission waits, and the permission is named', async () => {
    const word = await refused('missing_scope', { needed: 'chat:write' })
    expect(word).toMatchObject({ retryAfter: 300_000, fault: 'scope', detail: 'chat:write', unsent: true })
  })

  it('that came too fast waits as long as Slack says, and was surely not taken', async () => {
    const word = await wordFor({ kind: 'limited', seconds: 7 })
    expect(word).toMatchObject({ retryAfter: 7000, unsent: true, fault: undefined })
  })

  it.each<[string, Fault]>([
    ['an error page', { kind: 'status', status: 502 }],
    ['a broken line', { kind: 'dropped' }],
    ['a trouble of its own', { kind: 'refused', error: 'internal_error' }],
  ])('answered with %s may have been taken, and is looked for soon', async (_what, fault) => {
    expect(await wordFor(fault)).toMatchObject({ retryAfter: 'later', unsent: false, fault: undefined })
  })

  it('that was waited for in vain may still be on its way, and is not looked for at once', async () => {
    expect(await wordFor({ kind: 'late', ms: 500 }, 50)).toMatchObject({ retryAfter: 10_000, unsent: false })
  })
})
