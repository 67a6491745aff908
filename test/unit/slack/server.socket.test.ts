/** The local Slack's Socket Mode, with the real clients at the other end. */
import { WebClient } from '@slack/web-api'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Slack, startSlack } from '../../support/slack/index.js'
import { quiet as logger } from '../../support/slack/quiet.js'
import { connect, type Taken } from './socket-client.js'

let slack: Slack
const plain = (text: string) => ({ type: 'plain_text' as const, text })
const web = () => new WebClient('xoxb-1', { slackApiUrl: slack.url, logger, retryConfig: { retries: 0 } })

const card = () =>
  web().chat.postMessage({
    channel: 'C1',
    text: 'A decision',
    blocks: [
      { type: 'section', text: { type: 'mrkdwn', text: '*A decision*' } },
      { type: 'actions', elements: [{ type: 'button', text: plain('Yes'), action_id: 'b0', value: 'yes' }] },
    ],
  })

beforeEach(async () => {
  slack = await startSlack()
})
afterEach(() => slack.stop())

describe('over Socket Mode', () => {
  it('a command reaches the app with names beside ids, and its answer is shown to the writer', async () => {
    const seen: Taken[] = []
    await connect(slack, (taken) => {
      seen.push(taken)
      return taken.ack({ text: 'done' })
    })
    const answer = await slack.people().command('U1', 'C1', '/mkt', 'assign <@U1>')
    expect(answer).toMatchObject({ ok: true, payload: { text: 'done' } })
    expect(seen[0]?.body).toMatchObject({ command: '/mkt', text: 'assign <@U1|ada>', team_id: 'T1' })
    expect(slack.ephemerals).toMatchObject([{ only: 'U1', text: 'done' }])
  })

  it('a press carries the standing message, and the card is edited for everybody', async () => {
    await connect(slack, async ({ ack, body }) => {
      await ack()
      const { container, actions } = body as unknown as {
        container: { channel_id: string; message_ts: string }
        actions: { value: string }[]
      }
      await web().chat.update({
        channel: container.channel_id,
        ts: container.message_ts,
        text: `said ${actions[0]?.value}`,
      })
    })
    await card()
    const [message] = slack.messages('C1')
    if (!message) throw new Error('nothing was posted')
    expect((await slack.people().press('U1', message, 'Yes')).ok).toBe(true)
    await vi.waitFor(() => expect(message.text).toBe('said yes'))
    expect(() => slack.people().press('U1', message, 'No')).toThrow('there are: Yes')
  })

  it('a form opens once per trigger, is sent with its values, and stays with its errors', async () => {
    let answer: object = { response_action: 'errors', errors: { why: 'Say more' } }
    const fields = [
      {
        type: 'input',
        block_id: 'why',
        label: plain('Why'),
        element: { type: 'plain_text_input', action_id: 'v' },
      },
      {
        type: 'input',
        block_id: 'who',
        label: plain('Who'),
        optional: true,
        element: { type: 'users_select', action_id: 'w' },
      },
    ] as const
    const view = { type: 'modal' as const, title: plain('Form'), submit: plain('Send'), blocks: [...fields] }
    const states: unknown[] = []
    await connect(slack, async ({ ack, body }) => {
      if (body.type === 'view_submission') {
        states.push((body.view as { state: unknown }).state)
        return ack(answer)
      }
      await ack()
      await web().views.open({ trigger_id: body.trigger_id, view })
      await expect(web().views.open({ trigger_id: body.trigger_id, view })).rejects.toMatchObject({
        data: { error: 'exchanged_trigger_id' },
      })
    })
    await slack.people().globalShortcut('U1', 'new')
    const form = await vi.waitFor(() => {
      const [open] = slack.views
      if (!open) throw new Error('no form yet')
      return open
    })
    await expect(slack.people().submitView('U1', form)).rejects.toThrow('why is required')
    await slack.people().submitView('U1', form, { why: 'because', who: 'U1' })
    expect(slack.views).toEqual([form])
    expect(states).toEqual([
      {
        values: {
          why: { v: { type: 'plain_text_input', value: 'because' } },
          who: { w: { type: 'users_select', selected_user: 'U1' } },
        },
      },
    ])
    answer = {}
    await slack.people().submitView('U1', form, { why: 'because' })
    expect(slack.views).toEqual([])
    expect(slack.warnings).toEqual([])
  })

  it('a trigger expires after three seconds', async () => {
    let trigger = ''
    await connect(slack, ({ ack, body }) => {
      trigger = body.trigger_id
      return ack()
    })
    await slack.people().globalShortcut('U1', 'new')
    slack.clock.advance(3001)
    const view = { type: 'modal' as const, title: plain('Form'), blocks: [{ type: 'divider' as const }] }
    await expect(web().views.open({ trigger_id: trigger, view })).rejects.toMatchObject({
      data: { error: 'expired_trigger_id' },
    })
  })

  it('an event nobody acknowledged comes again with the same id', async () => {
    const seen: Taken[] = []
    await connect(slack, (taken) => {
      seen.push(taken)
      return seen.length > 1 && taken.ack()
    })
    slack.options.patience = 50
    expect(await slack.people().mention('U1', 'C1', 'hello')).toMatchObject({ ok: false, failure: 'timeout' })
    slack.options.patience = 3000
    expect(await slack.socket.retryUnacked()).toMatchObject([{ ok: true }])
    expect(seen.map(({ body, retry_num }) => [body.event_id, retry_num])).toEqual([
      [seen[0]?.body.event_id, 0],
      [seen[0]?.body.event_id, 1],
    ])
    expect(await slack.socket.retryUnacked()).toEqual([])
  })
})
