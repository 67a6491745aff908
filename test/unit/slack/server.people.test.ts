/** What people do in the local Slack: every payload has the fields of the recorded one, and points at what is there. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Kind } from '../../support/slack/fixtures.js'
import { fixture, type People, type Slack, startSlack } from '../../support/slack/index.js'
import type { Json } from '../../support/slack/json.js'
import type { Delivery, Transport } from '../../support/slack/transport.js'

let slack: Slack
let people: People
let sent: Delivery[]

/** Takes everything at once, so that only the payloads matter. */
const recorder: Transport = {
  async deliver(delivery) {
    sent.push(delivery)
    return { ok: true, ms: 0, payload: null, again: () => recorder.deliver(delivery) }
  },
}

const call = async (method: string, args: Json): Promise<Json> => {
  const headers = { authorization: 'Bearer xoxb-1', 'content-type': 'application/json' }
  const response = await fetch(`${slack.url}${method}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(args),
  })
  return (await response.json()) as Json
}

/** Names of all fields down to what is free: blocks, state, people's own values. */
const shape = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.slice(0, 1).map(shape)
  if (typeof value !== 'object' || value === null) return '…'
  const free = ['blocks', 'values', 'text', 'value', 'style']
  const entries = Object.entries(value).filter(([key]) => !free.includes(key))
  return Object.fromEntries(entries.map(([key, one]) => [key, shape(one)]).sort())
}

const button = (text: string) => ({
  type: 'button',
  text: { type: 'plain_text', text },
  action_id: text,
  value: 'v',
})
const blocks = [{ type: 'actions', elements: [button('Yes')] }]
const field = (id: string, element: Json) => ({
  type: 'input',
  block_id: id,
  optional: true,
  label: { type: 'plain_text', text: id },
  element: { action_id: `${id}-in`, ...element },
})

beforeEach(async () => {
  slack = await startSlack()
  people = slack.people('T1', recorder)
  sent = []
})
afterEach(() => slack.stop())

/** Opens a modal for U1 and returns it. */
async function open(fields: Json[], extra: Json = {}) {
  await people.globalShortcut('U1', 'new')
  const { trigger_id } = sent.at(-1)?.payload ?? {}
  const [title, submit, close] = ['Form', 'Send', 'Cancel'].map((text) => ({ type: 'plain_text', text }))
  const view = { type: 'modal', title, submit, close, blocks: fields, ...extra }
  const answer = await call('views.open', { trigger_id, view })
  const [opened] = slack.views
  if (!opened) throw new Error(JSON.stringify(answer))
  return opened
}

const acts: Partial<Record<Kind, () => unknown>> = {
  'slash-command': () => people.command('U1', 'C1', '/mkt', 'status'),
  'app-mention': () => people.mention('U1', 'C1', 'status'),
  'app-mention-thread': () =>
    people.mention('U1', 'C1', 'status', { thread_ts: people.write('U1', 'C1', 'x').ts }),
  'message-im': () => people.direct('U1', 'status'),
  'block-actions-message': async () => {
    await call('chat.postMessage', { channel: 'C1', text: 'x', blocks })
    for (const message of slack.messages('C1')) await people.press('U1', message, 'Yes')
  },
  'block-actions-ephemeral': async () => {
    await call('chat.postEphemeral', { channel: 'C1', user: 'U1', text: 'x', blocks })
    for (const message of slack.ephemerals) await people.press('U1', message, 0)
  },
  'block-actions-home': async () => {
    await call('views.publish', { user_id: 'U1', view: { type: 'home', blocks } })
    const home = slack.home('U1')
    if (home) await people.press('U1', home, 'Yes')
  },
  'view-submission': async () => people.submitView('U1', await open([field('a', { type: 'datepicker' })])),
  'view-closed': async () =>
    people.closeView('U1', await open([field('a', { type: 'datepicker' })], { notify_on_close: true })),
  'message-action': () => people.messageShortcut('U1', 'C1', people.write('U1', 'C1', 'x').ts, 'task'),
  shortcut: () => people.globalShortcut('U1', 'new'),
  'app-home-opened': async () => {
    await call('views.publish', { user_id: 'U1', view: { type: 'home', blocks } })
    await people.openHome('U1')
  },
  'user-change': () => people.userChange('U1', { deleted: true }),
  'member-joined-channel': () => people.memberJoined('U1', 'C1', 'U2'),
  'channel-archive': () => people.channelArchive('U1', 'C1'),
  'app-uninstalled': () => people.appUninstalled(),
  'tokens-revoked': () => people.tokensRevoked(),
}

describe('a payload', () => {
  it.each(Object.keys(acts) as Kind[])('of kind %s has the recorded fields', async (kind) => {
    await acts[kind]?.()
    const own = sent.at(-1)?.payload as Json
    const recorded = fixture(kind)
    expect(shape(own)).toEqual(shape(recorded))
    expect(own.team_id ?? (own.team as Json).id).toBe('T1')
  })
})

describe('a form', () => {
  it('keeps what it started with, holds what was chosen, and takes nothing that is not offered', async () => {
    const options = [{ text: { type: 'plain_text', text: 'High' }, value: 'high' }]
    const view = await open([
      field('why', { type: 'plain_text_input', initial_value: 'because', max_length: 10 }),
      field('when', { type: 'datepicker' }),
      field('who', { type: 'users_select' }),
      field('where', { type: 'conversations_select' }),
      field('how', { type: 'static_select', options }),
    ])
    await expect(people.submitView('U1', view, { why: 'x'.repeat(11) })).rejects.toThrow('characters')
    await expect(people.submitView('U1', view, { how: 'low' })).rejects.toThrow('none of the options')
    await expect(people.submitView('U1', view, { who: 'U9' })).rejects.toThrow('no user U9')
    const when = '2026-05-01'
    await people.submitView('U1', view, { when, who: 'U1', where: 'C1', how: 'High' })
    expect(sent.at(-1)?.payload.view).toHaveProperty('state', {
      values: {
        why: { 'why-in': { type: 'plain_text_input', value: 'because' } },
        when: { 'when-in': { type: 'datepicker', selected_date: when } },
        who: { 'who-in': { type: 'users_select', selected_user: 'U1' } },
        where: { 'where-in': { type: 'conversations_select', selected_conversation: 'C1' } },
        how: {
          'how-in': {
            type: 'static_select',
            selected_option: { text: { type: 'plain_text', text: 'High', emoji: true }, value: 'high' },
          },
        },
      },
    })
  })

  it('changes only under its latest hash', async () => {
    const view = { type: 'home', blocks }
    const first = await call('views.publish', { user_id: 'U1', view })
    const { hash } = first.view as Json
    expect(await call('views.publish', { user_id: 'U1', view, hash })).toMatchObject({ ok: true })
    expect(await call('views.publish', { user_id: 'U1', view, hash })).toMatchObject({
      error: 'hash_conflict',
    })
  })
})
