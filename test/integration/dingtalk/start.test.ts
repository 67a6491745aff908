/** Settings that DingTalk does not take, or a DingTalk that is away: said in the log, and tried until it works. */
import { afterEach, describe, expect, it, vi } from 'vitest'
import { eventually, type OnDingtalk, startOnDingtalk } from '../../support/on-dingtalk.js'
import { tellingOn } from '../../support/telling-on-dingtalk.js'

let on: OnDingtalk
afterEach(async () => {
  expect(on.dingtalk.violations).toEqual([])
  await on.stop()
})

const opening = 'POST /v1.0/gateway/connections/open'
const opens = () => on.dingtalk.calls.filter(({ path }) => path.endsWith('/connections/open')).length
const health = async () => (await fetch(`${on.url}/metrics`)).status

describe('a wrong secret', () => {
  it('is told in words, tried slowly, and what waits is sent as soon as it is right', async () => {
    on = await startOnDingtalk({ env: { DINGTALK_CLIENT_SECRET: 'not-it' } })
    const messages = tellingOn(on)
    const line = await eventually(() => on.log.find(({ msg }) => msg.includes('DINGTALK_CLIENT_ID')))
    expect(line.msg).toContain('DINGTALK_CLIENT_SECRET')
    expect(line.error).toContain('authFailed')
    await messages.tell('cidA==', ['waits'])
    await vi.waitFor(async () => {
      expect((await messages.waiting('cidA==')).some(({ error }) => error?.includes('invalidClient'))).toBe(
        true,
      )
    }, 10_000)
    expect(await health()).toBe(200)
    expect(opens()).toBeLessThan(5)
    on.dingtalk.options.clientSecret = 'not-it'
    await eventually(() => on.dingtalk.gateway.live.length === 1)
    await messages.arrived('cidA==', 'waits', true)
    expect(JSON.stringify(on.log)).not.toContain('not-it')
  })
})

describe('a gateway that is away', () => {
  it('is told with the reason and tried again', async () => {
    on = await startOnDingtalk({
      env: { DINGTALK_API_URL: 'http://127.0.0.1:9', DINGTALK_CLIENT_ID: 'other' },
    })
    const line = await eventually(() => on.log.find(({ msg }) => msg.includes('could not be opened')))
    expect(line.error).toMatch(/fetch failed: .+/)
    expect(await health()).toBe(200)
  })

  it('that shows a page is tried again soon', async () => {
    on = await startOnDingtalk()
    on.dingtalk.faults.add(opening, { kind: 'page', status: 200 })
    on.dingtalk.gateway.dropSockets()
    await eventually(() => on.dingtalk.gateway.live.length === 1)
  })
})
