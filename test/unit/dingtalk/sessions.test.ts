/** Which addresses for answers are DingTalk's. */
import { expect, it } from 'vitest'
import { isOurs } from '../../../src/platforms/dingtalk/sessions.js'

it.each(['https://oapi.dingtalk.com/robot/sendBySession?session=1', 'https://dingtalk.com/x'])(
  '%s is called',
  (webhook) => expect(isOurs(webhook, {})).toBe(true),
)

it.each([
  'http://oapi.dingtalk.com/robot/sendBySession',
  'https://evil.example/robot/sendBySession',
  'https://dingtalk.com.evil.example/',
  'https://evildingtalk.com/',
  'https://oapi.dingtalk.com@evil.example/',
  'https://evil.example/?x=.dingtalk.com',
  'file:///etc/passwd',
  'nonsense',
  '',
])('“%s” is never called', (webhook) => expect(isOurs(webhook, {})).toBe(false))

it('a server of one’s own may be anywhere', () => {
  expect(isOurs('http://127.0.0.1:1234/x', { apiUrl: 'http://127.0.0.1:1' })).toBe(true)
  expect(isOurs('file:///x', { apiUrl: 'http://127.0.0.1:1' })).toBe(false)
})
