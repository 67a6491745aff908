/** The local Slack's people, channels and files, as the real client reads and changes them. */
import { WebClient } from '@slack/web-api'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Slack, startSlack } from '../../support/slack/index.js'
import { quiet } from '../../support/slack/quiet.js'

let slack: Slack
const client = () =>
  new WebClient('xoxb-1', { slackApiUrl: slack.url, logger: quiet, retryConfig: { retries: 0 } })
const refusal = (error: string) => ({ data: expect.objectContaining({ ok: false, error }) })

beforeEach(async () => {
  const users = [
    { id: 'U1', name: 'ada', tz: 'Asia/Taipei', locale: 'zh-TW' },
    { id: 'U2', deleted: true },
  ]
  const channels = [{ id: 'C1' }, { id: 'C2', member: false }, { id: 'C3', archived: true }]
  const groups = [{ id: 'S1', users: ['U1'] }]
  slack = await startSlack({ teams: [{ id: 'T1', token: 'xoxb-1', users, channels, groups }] })
})
afterEach(() => slack.stop())

describe('people, channels and files', () => {
  it('are told as Slack tells them', async () => {
    const { user } = await client().users.info({ user: 'U1', include_locale: true })
    expect(user).toMatchObject({ tz: 'Asia/Taipei', tz_offset: 28_800, locale: 'zh-TW', team_id: 'T1' })
    expect(await client().usergroups.users.list({ usergroup: 'S1' })).toMatchObject({ users: ['U1'] })
    expect((await client().conversations.list({ exclude_archived: true })).channels).toMatchObject([
      { id: 'C1', is_member: true },
      { id: 'C2', is_member: false },
    ])
    await client().conversations.join({ channel: 'C2' })
    await client().chat.postMessage({ channel: 'C2', text: 'here now' })
    await expect(client().conversations.open({ users: 'U2' })).rejects.toMatchObject(refusal('user_disabled'))
  })

  it('share a picture after the answer, so that its message is found through the file', async () => {
    const file = Buffer.from('<svg/>')
    const sent = await client().filesUploadV2({
      channel_id: 'C1',
      file,
      filename: 'chart.svg',
      alt_text: 'up',
    })
    expect(sent).toMatchObject({ ok: true, files: [{ files: [{ id: expect.stringMatching(/^F/) }] }] })
    await vi.waitFor(() => expect(slack.messages('C1')).toMatchObject([{ files: [{ name: 'chart.svg' }] }]))
    const [id] = slack.team().files.keys()
    const [message] = slack.messages('C1')
    expect((await client().files.info({ file: id ?? '' })).file?.shares?.public?.C1).toMatchObject([
      { ts: message?.ts },
    ])
  })
})
