/** What DingTalk's refusals mean: wait, try again, say it in words, or give up and say why. */
import { expect, it } from 'vitest'
import { ApiError, deliveryError, isCardRefusal, reasonOf } from '../../../src/platforms/dingtalk/errors.js'

const of = (code: string, status = 400) => new ApiError(code, '', status)

it.each([
  ['Forbidden.AccessDenied.QpsLimitForAppkeyAndApi', 403],
  ['90018', 200],
  ['90002', 200],
  ['send.too.fast', 400],
  ['1111', 200],
  ['Throttling', 429],
] as const)('%s is waited for, and no attempt', (code, status) => {
  const { retryAfter, unsent, fault } = deliveryError(of(code, status))
  expect(retryAfter).toBeGreaterThanOrEqual(1000)
  expect({ unsent, fault }).toEqual({ unsent: true, fault: undefined })
  expect(isCardRefusal(of(code, status))).toBe(false)
})

it.each([
  ['noJson', 200],
  ['noJson', 403],
  ['noJson', 502],
  ['-1', 200],
  ['system.error', 400],
  ['system.busy', 500],
  ['ServiceUnavailable', 503],
] as const)('%s (%i) is tried again later, as a card', (code, status) => {
  expect(deliveryError(of(code, status))).toMatchObject({ retryAfter: 'later', fault: undefined })
  expect(isCardRefusal(of(code, status))).toBe(false)
})

it.each([
  ['Forbidden.AccessDenied.AccessTokenPermissionDenied', 403],
  ['param.templateNotExist', 400],
  ['param.templateUnpublished', 400],
  ['param.contentUnsafe', 400],
  ['deliverFailed', 200],
] as const)('%s is said in words', (code, status) => expect(isCardRefusal(of(code, status))).toBe(true))

it.each([
  ['Forbidden.AccessDenied.ApiCountLimitForOrg', 'quota'],
  ['InvalidAuthentication', 'access'],
  ['invalidClientIdOrSecret', 'access'],
  ['group.disbanded', 'channelGone'],
  ['bot.stopped', 'notMember'],
  ['userIdNotExist', 'personGone'],
  ['param.cardNotExist', 'messageGone'],
])('%s has the fault %s', (code, fault) => expect(deliveryError(of(code))).toMatchObject({ fault }))

it('a fault of the network says its reason', () => {
  const error = new TypeError('fetch failed', { cause: new Error('connect ECONNREFUSED 127.0.0.1:9') })
  expect(reasonOf(error)).toBe('fetch failed: connect ECONNREFUSED 127.0.0.1:9')
  expect(deliveryError(error)).toMatchObject({ retryAfter: 'later', unsent: false })
})
