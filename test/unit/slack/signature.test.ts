/** Whether a request is believed: signed by Slack, now, over these very bytes, and for the first time. */
import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { isSigned, rememberSignatures } from '../../../src/platforms/slack/signature.js'

const secret = '8f742231b10e8888abcd99yyyzzz85a5'
const now = Date.parse('2024-05-13T01:00:00Z')
const body = 'token=x&command=%2Fmkt&text=new+%E9%BC%93%E7%82%B9'
const at = (seconds: number) => String(now / 1000 + seconds)
const sign = (timestamp: string, text = body, key = secret) =>
  `v0=${createHmac('sha256', key).update(`v0:${timestamp}:${text}`).digest('hex')}`
const request = (timestamp = at(0)) => ({ body, timestamp, signature: sign(timestamp) })

describe('a request', () => {
  it('that Slack signed is believed', () => {
    expect(isSigned(request(), secret, now)).toBe(true)
  })

  it('agrees with the example in Slack’s documentation', () => {
    const example = {
      timestamp: '1531420618',
      body: 'token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c',
      signature: 'v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503',
    }
    expect(isSigned(example, secret, 1_531_420_618_000)).toBe(true)
  })

  it.each([-299, -1, 1, 299])('%i seconds off is believed', (seconds) => {
    expect(isSigned(request(at(seconds)), secret, now)).toBe(true)
  })

  it.each([-301, -86_400, 301, 86_400])('%i seconds off is not', (seconds) => {
    expect(isSigned(request(at(seconds)), secret, now)).toBe(false)
  })

  it.each(['', 'now', '1e9', '-1', ' 1715562000', '1715562000.5', 'NaN', '0x6641664F'])(
    'with the time “%s” is not',
    (timestamp) => {
      expect(isSigned({ body, timestamp, signature: sign(timestamp) }, secret, now)).toBe(false)
    },
  )

  it('with another body, another time or another key is not', () => {
    expect(isSigned({ ...request(), body: `${body}&text=mine` }, secret, now)).toBe(false)
    expect(isSigned({ ...request(), timestamp: at(1) }, secret, now)).toBe(false)
    expect(isSigned({ ...request(), signature: sign(at(0), body, 'guessed') }, secret, now)).toBe(false)
    expect(isSigned(request(), '', now)).toBe(false)
  })

  it.each(['', 'v0=', 'v1=abc', 'v0=zz', `v0=${'0'.repeat(64)}`, sign(at(0)).slice(3), `${sign(at(0))}0`])(
    'signed “%s” is not, and breaks nothing',
    (signature) => {
      expect(isSigned({ ...request(), signature }, secret, now)).toBe(false)
    },
  )
})

describe('a memory of signatures', () => {
  it('knows a signature for as long as it would be believed, and then forgets it', () => {
    const heard = rememberSignatures()
    expect(heard('one', now)).toBe(false)
    expect(heard('two', now + 1000)).toBe(false)
    expect(heard('one', now + 299_000)).toBe(true)
    // Signed five minutes ahead of our clock, it is good for ten.
    expect(heard('one', now + 599_000)).toBe(true)
    expect(heard('one', now + 601_000)).toBe(false)
  })
})
