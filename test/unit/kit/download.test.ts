/** Files over HTTP: from trusted addresses, no more than wanted, and again when the server is busy. */
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { download } from '../../../src/kit/download.js'
import { isKept } from '../../../src/platforms/dingtalk/sent-files.js'
import { isSlacks } from '../../../src/platforms/slack/sent-files.js'

let server: Server
let answer: RequestListener
let asked: string[]
beforeEach(async () => {
  asked = []
  server = createServer((request, response) => {
    asked.push(request.url ?? '')
    answer(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterEach(() => {
  server.closeAllConnections()
  server.close()
})
const origin = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`
const fetched = (most = 10) =>
  download({ url: `${origin()}/a`, most, trusts: ({ origin: at }) => at === origin() })

it('bytes are counted as they come, whatever is announced', async () => {
  answer = (_request, response) => {
    response.writeHead(200)
    const more = setInterval(() => response.write('12345678'), 1)
    response.on('close', () => clearInterval(more))
  }
  await expect(fetched()).rejects.toMatchObject({ fault: 'tooBig' })
  expect(asked).toHaveLength(1)
})

it('a file of just the size is taken', async () => {
  answer = (_request, response) => response.end('1234567890')
  expect(Buffer.from(await fetched()).toString()).toBe('1234567890')
})

it('a redirect is followed on trusted ground only, and not for ever', async () => {
  answer = ({ url }, response) =>
    url === '/a' ? response.writeHead(302, { location: '/b' }).end() : response.end('b')
  expect(Buffer.from(await fetched()).toString()).toBe('b')
  answer = (_request, response) => response.writeHead(302, { location: 'http://localhost/secret' }).end()
  await expect(fetched()).rejects.toMatchObject({ fault: 'foreign' })
  answer = (_request, response) => response.writeHead(302, { location: '/a' }).end()
  await expect(fetched()).rejects.toMatchObject({ fault: 'foreign' })
})

it('a refusal is not tried again, a busy server three times', async () => {
  answer = (_request, response) => response.writeHead(403).end()
  await expect(fetched()).rejects.toMatchObject({ fault: 'denied' })
  answer = (_request, response) => response.writeHead(404).end()
  await expect(fetched()).rejects.toMatchObject({ fault: 'gone' })
  expect(asked).toHaveLength(2)
  answer = (_request, response) => response.writeHead(503).end()
  await expect(fetched()).rejects.toMatchObject({ fault: 'silent' })
  expect(asked).toHaveLength(5)
})

it.each([
  ['https://files.slack.com/files-pri/T1-F1/a.xlsx', true],
  ['https://acme.slack.com/?redir=x', true],
  ['http://files.slack.com/a', false],
  ['https://files.slack.com:8443/a', false],
  ['https://files.slack.com@evil.example/a', false],
  ['https://notslack.com/a', false],
  ['https://slack.com.evil.example/a', false],
  ['https://169.254.169.254/latest', false],
])('the token of Slack goes to %s: %s', (url, trusted) => {
  expect(isSlacks('https://slack.com/api/')(new URL(url))).toBe(trusted)
})

it.each([
  ['https://zjk-dingtalk.oss-cn-zhangjiakou.aliyuncs.com/a?Expires=1', true],
  ['https://down.dingtalk.com/media/a', true],
  ['http://down.dingtalk.com/media/a', false],
  ['https://down.dingtalk.com:22/a', false],
  ['https://x@down.dingtalk.com/a', false],
  ['https://dingtalk.com.evil.example/a', false],
  ['https://10.0.0.1/a', false],
])('a file of DingTalk is taken from %s: %s', (url, trusted) => {
  expect(isKept(undefined)(new URL(url))).toBe(trusted)
})
