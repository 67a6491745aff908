/** The local Slack's Web API, asked by the real client: it keeps what is said and refuses what Slack refuses. */
import { WebClient } from '@slack/web-api'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Slack, startSlack } from '../../support/slack/index.js'
import { quiet } from '../../support/slack/quiet.js'

let slack: Slack
const client = (token = 'xoxb-1') =>
  new WebClient(token, { slackApiUrl: slack.url, logger: quiet, retryConfig: { retries: 0 } })
const refusal = (error: string) => ({ data: expect.objectContaining({ ok: false, error }) })
const marker = (id: string) => ({ event_type: 'drumbeat', event_payload: { id } })

beforeEach(async () => {
  slack = await startSlack({
    teams: [
      {
        id: 'T1',
        token: 'xoxb-1',
        channels: [
          { id: 'C1', name: 'general' },
          { id: 'C2', member: false },
          { id: 'C3', archived: true },
          { id: 'C4', private: true, member: false },
        ],
      },
      { id: 'T2', token: 'xoxb-2', channels: [{ id: 'C9' }] },
    ],
  })
})
afterEach(() => slack.stop())

describe('a message', () => {
  it('stands in its channel, is edited in place and can be taken away', async () => {
    const { ts = '' } = await client().chat.postMessage({
      channel: 'C1',
      text: 'one',
      metadata: marker('m1'),
    })
    await client().chat.update({ channel: 'C1', ts, text: 'two' })
    expect(slack.messages('C1')).toMatchObject([
      { ts, text: 'two', user: 'UT1BOT', metadata: marker('m1'), edited: { user: 'UT1BOT' } },
    ])
    await client().chat.delete({ channel: 'C1', ts })
    expect(slack.messages('C1')).toEqual([])
    expect(slack.calls.map(({ method }) => method)).toEqual([
      'chat.postMessage',
      'chat.update',
      'chat.delete',
    ])
    expect(slack.warnings).toEqual([])
  })

  it('goes to the person when it is sent to their id, and is edited only in the conversation', async () => {
    const { channel, ts = '' } = await client().chat.postMessage({ channel: 'U1', text: 'hello' })
    expect(channel).toBe('D1')
    await expect(client().chat.update({ channel: 'U1', ts, text: 'x' })).rejects.toMatchObject(
      refusal('channel_not_found'),
    )
  })

  it('is found again by its metadata, from the oldest on when only that is given', async () => {
    const sent = []
    for (const id of ['a', 'b', 'c']) {
      sent.push(await client().chat.postMessage({ channel: 'C1', text: id, metadata: marker(id) }))
    }
    const oldest = sent[0]?.ts ?? ''
    const found = await client().conversations.history({
      channel: 'C1',
      oldest,
      limit: 1,
      include_all_metadata: true,
    })
    expect(found).toMatchObject({ has_more: true, messages: [{ text: 'b', metadata: marker('b') }] })
    const plain = await client().conversations.history({ channel: 'C1' })
    expect(plain.messages?.map(({ text, metadata }) => [text, metadata])).toEqual([
      ['c', undefined],
      ['b', undefined],
      ['a', undefined],
    ])
  })

  it('keeps answers in their thread, out of the channel', async () => {
    const { ts = '' } = await client().chat.postMessage({ channel: 'C1', text: 'one' })
    await client().chat.postMessage({ channel: 'C1', text: 'below', thread_ts: ts })
    const { messages = [] } = await client().conversations.history({ channel: 'C1' })
    expect(messages).toMatchObject([{ text: 'one', reply_count: 1 }])
    const thread = await client().conversations.replies({ channel: 'C1', ts })
    expect(thread.messages?.map(({ text }) => text)).toEqual(['one', 'below'])
  })

  it.each([
    ['C8', 'channel_not_found'],
    ['C9', 'channel_not_found'],
    ['C4', 'channel_not_found'],
    ['C2', 'not_in_channel'],
    ['C3', 'is_archived'],
  ])('is refused in %s: %s', async (channel, error) => {
    await expect(client().chat.postMessage({ channel, text: 'x' })).rejects.toMatchObject(refusal(error))
  })

  it('is edited only by its writer, while it is there, and within 4,000 characters', async () => {
    const { ts } = slack.people().write('U1', 'C1', 'mine')
    const edit = (of: string, text: string) => client().chat.update({ channel: 'C1', ts: of, text })
    await expect(edit(ts, 'x')).rejects.toMatchObject(refusal('cant_update_message'))
    await expect(edit('1.2', 'x')).rejects.toMatchObject(refusal('message_not_found'))
    const own = await client().chat.postMessage({ channel: 'C1', text: 'x' })
    await expect(edit(own.ts ?? '', 'x'.repeat(4001))).rejects.toMatchObject(refusal('msg_too_long'))
  })

  it('is shown to one person only if they are in the channel', async () => {
    const show = (user: string) => client().chat.postEphemeral({ channel: 'C1', user, text: 'psst' })
    await show('U1')
    expect(slack.ephemerals).toMatchObject([{ only: 'U1', text: 'psst' }])
    await expect(show('U7')).rejects.toMatchObject(refusal('user_not_in_channel'))
  })

  it('leaves a warning when it has no words, calls everybody or mentions nobody', async () => {
    const blocks = [{ type: 'section', text: { type: 'mrkdwn', text: '<!channel> <@U77> <@U1>' } }]
    await client().chat.postMessage({ channel: 'C1', blocks } as never)
    expect(slack.warnings).toEqual([
      'chat.postMessage has no top-level text',
      'chat.postMessage calls everybody: <!channel>',
      'chat.postMessage mentions nobody: <@U77>',
    ])
  })
})

describe('a token', () => {
  it('belongs to one workspace and ends with the installation', async () => {
    expect(await client('xoxb-2').auth.test()).toMatchObject({
      team_id: 'T2',
      user_id: 'UT2BOT',
      bot_id: 'BT2',
    })
    await expect(client('xoxb-3').auth.test()).rejects.toMatchObject(refusal('invalid_auth'))
    await expect(client('xapp-1').auth.test()).rejects.toMatchObject(refusal('not_allowed_token_type'))
    slack.team('T2').standing = 'token_revoked'
    await expect(client('xoxb-2').auth.test()).rejects.toMatchObject(refusal('token_revoked'))
  })

  it('may do what its scopes say, which every answer names', async () => {
    slack.options.scopes = ['chat:write']
    const answer = await client().auth.test()
    expect(answer.response_metadata?.scopes).toEqual(['chat:write'])
    await expect(client().users.info({ user: 'U1' })).rejects.toMatchObject({
      data: { error: 'missing_scope', needed: 'users:read', provided: 'chat:write' },
    })
    await expect(client().apiCall('chat.shout')).rejects.toMatchObject(refusal('unknown_method'))
  })

  it('comes from an installation allowed in the browser, once', async () => {
    const asked = new URL(slack.authorizeUrl)
    asked.search = '?client_id=1.2&state=s&team=T2&redirect_uri=http://localhost/back'
    const { headers } = await fetch(asked, { redirect: 'manual' })
    const back = new URL(headers.get('location') ?? '')
    const args = {
      client_id: '1.2',
      client_secret: 'client-secret',
      code: back.searchParams.get('code') ?? '',
      redirect_uri: 'http://localhost/back',
    }
    const installed = await client().oauth.v2.access(args)
    expect(installed).toMatchObject({ access_token: 'xoxb-2', team: { id: 'T2' }, bot_user_id: 'UT2BOT' })
    await expect(client().oauth.v2.access(args)).rejects.toMatchObject(refusal('invalid_code'))
  })
})
