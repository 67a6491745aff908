/** The local Slack's connections: they take turns, break, fall silent and are refused. */
import { once } from 'node:events'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { WebSocket } from 'ws'
import { type Slack, startSlack } from '../../support/slack/index.js'
import { connect } from './socket-client.js'

let slack: Slack

beforeEach(async () => {
  slack = await startSlack()
})
afterEach(() => slack.stop())

describe('connections', () => {
  it('take turns, and what none of them takes fails', async () => {
    const turns: string[] = []
    const first = await connect(slack, ({ ack }) => ack().then(() => turns.push('first')))
    await connect(slack, ({ ack }) => ack().then(() => turns.push('second')))
    for (const text of ['a', 'b', 'c', 'd']) await slack.people().direct('U1', text)
    expect(turns.toSorted()).toEqual(['first', 'first', 'second', 'second'])
    const gone = new Promise((resolve) => first.once('close', resolve))
    slack.socket.disconnect('refresh_requested', slack.socket.connections[0]?.id)
    await gone
    await vi.waitFor(() => expect(slack.socket.connections).toHaveLength(1))
    slack.socket.drop()
    await vi.waitFor(() => expect(slack.socket.connections).toEqual([]))
    expect(await slack.people().direct('U1', 'e')).toMatchObject({ ok: false, failure: 'no_connection' })
  })

  it('swallow what is sent when they are half-open', async () => {
    await connect(slack, ({ ack }) => ack())
    slack.socket.freeze()
    slack.options.patience = 50
    expect(await slack.people().direct('U1', 'a')).toMatchObject({ ok: false, failure: 'timeout' })
  })

  it('are refused, never greeted, or not offered at all', async () => {
    slack.socket.refuseUpgrade(1, 409)
    await expect(connect(slack, () => undefined)).rejects.toBeUndefined()
    slack.faults.add('apps.connections.open', { kind: 'refused', error: 'invalid_auth' })
    await expect(connect(slack, () => undefined)).rejects.toMatchObject({ data: { error: 'invalid_auth' } })
    slack.socket.withholdHello()
    void connect(slack, () => undefined).catch(() => undefined)
    await vi.waitFor(() => expect(slack.socket.connections).toMatchObject([{ greeted: false }]))
  })

  it('are ten at most: an eleventh is sent away', async () => {
    const openers = Array.from({ length: 11 }, async () => {
      const headers = { authorization: 'Bearer xapp-1' }
      const response = await fetch(`${slack.url}apps.connections.open`, { method: 'POST', headers })
      return new WebSocket(((await response.json()) as { url: string }).url)
    })
    const greetings = await Promise.all(
      openers.map(async (opener) => String((await once(await opener, 'message'))[0])),
    )
    const kinds = greetings.map(
      (text) => (JSON.parse(text) as { type: string; reason?: string }).reason ?? 'hello',
    )
    expect(kinds.toSorted()).toEqual([...Array(10).fill('hello'), 'too_many_websockets'])
  })
})
