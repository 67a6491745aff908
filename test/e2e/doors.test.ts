/** The doors of the web server: health for everybody, the playground for this machine's own pages and programs. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hostsFor } from '../../src/web/origin.js'
import { startDrumbeat, type TestDrumbeat, voice, words } from '../support/drumbeat.js'

let drumbeat: TestDrumbeat
beforeAll(async () => {
  drumbeat = await startDrumbeat('2024-05-01 09:00')
})
afterAll(() => drumbeat.stop())

const status = async (path: string, init: RequestInit = {}) => (await fetch(drumbeat.url + path, init)).status
const json = { 'content-type': 'application/json' }
const body = JSON.stringify({ as: 'manager', channel: 'c1', text: 'hello' })

describe('the web server', () => {
  it('tells whether it lives, is ready, and what it did', async () => {
    expect(await status('/healthz')).toBe(200)
    expect(await status('/readyz')).toBe(200)
    expect(await (await fetch(`${drumbeat.url}/metrics`)).text()).toMatch(/^drumbeat_outbox_waiting \d+$/m)
  })

  it('refuses pages of other origins and forms, which a browser sends unasked', async () => {
    const foreign = { ...json, origin: 'https://evil.example' }
    expect(await status('/api/playground/say', { method: 'POST', headers: foreign, body })).toBe(403)
    expect(
      await status('/api/playground/say', {
        method: 'POST',
        headers: { 'content-type': 'text/plain' },
        body,
      }),
    ).toBe(415)
    const own = { ...json, origin: drumbeat.url }
    expect(await status('/api/playground/say', { method: 'POST', headers: own, body })).toBe(200)
  })

  it('answers only to names of this machine while only this machine reaches it', () => {
    expect(hostsFor('127.0.0.1')).toEqual(['localhost', '127.0.0.1', '[::1]', '127.0.0.1'])
    expect(hostsFor('0.0.0.0')).toBeNull()
  })

  it('serves its page and nothing of the disk', async () => {
    expect(await status('/')).toBe(200)
    expect(await status('/page/style.css')).toBe(200)
    for (const path of [
      '/page/../../../package.json',
      '/page/%2e%2e/%2e%2e/package.json',
      '/page/app.tsx',
      '/vendor/preact/../zod/package.json',
    ]) {
      expect(await status(path), path).toBe(404)
    }
  })

  it.each([
    ['say', {}],
    ['say', { as: 'nobody', channel: 'c1', text: 'x' }],
    ['say', { as: 'manager', channel: 'nowhere', text: 'x' }],
    ['press', { as: 'manager', message: '99999999999', button: 'x' }],
    ['press', { as: 'manager', message: '1', button: 'x' }],
    ['submit', { as: 'manager', form: 'x', values: {} }],
    ['clock', { to: 'whenever' }],
    ['clock', { advance: '999999w' }],
  ])('answers %s %j with what is wrong, and is not upset by it', async (path, wrong) => {
    const response = await fetch(`${drumbeat.url}/api/playground/${path}`, {
      method: 'POST',
      headers: json,
      body: JSON.stringify(wrong),
    })
    expect([400, 404]).toContain(response.status)
    expect(((await response.json()) as { error: string }).error).not.toBe('')
    expect(await status('/api/playground/messages?channel=c1&before=1e12')).toBe(400)
  })

  it('shows a form again when its answer was lost and the same delivery comes again', async () => {
    const deed = { as: 'manager', channel: 'c1', text: '/mkt new', delivery: 'lost-answer' }
    const first = await drumbeat.post<{ form: { id: string } | null }>('say', deed)
    const second = await drumbeat.post<{ form: { id: string } | null }>('say', deed)
    expect(first.form?.id).toBeDefined()
    expect(second.form?.id).toBe(first.form?.id)
  })
})

describe('people of other languages', () => {
  it('are answered in theirs, in the same channel', async () => {
    const alex = voice(drumbeat, 'Alex', 'c1')
    expect(words((await alex.say('/mkt nonsense')).messages)).toContain('I do not know “nonsense”')
    await voice(drumbeat, 'designer').say('语言 zh-TW')
    expect(words((await voice(drumbeat, 'designer').say('胡言乱语')).messages)).toContain(
      '我不認識「胡言乱语」',
    )
  })

  it('write commands onto the slash in Chinese, too', async () => {
    const { form } = await voice(drumbeat, 'manager', 'c1').say('/mkt新建活动')
    expect(form?.fields[0]?.name).toBe('name')
  })
})
