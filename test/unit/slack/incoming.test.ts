/** Each payload that Slack sends, as the deed it is – the same one however often it comes, and another one when it is another. */
import { describe, expect, it } from 'vitest'
import type { Incoming } from '../../../src/kit/platform.js'
import { fromCommand } from '../../../src/platforms/slack/incoming.js'
import type { CommandBody, ViewBody } from '../../../src/platforms/slack/payloads.js'
import {
  alone,
  approve,
  click,
  command,
  home,
  inChannel,
  type Json,
  message,
  recorded,
  shortcut,
  view,
} from './some-payloads.js'

describe('a recorded payload', () => {
  const deeds: [string, Incoming | null, Partial<Incoming>][] = [
    ['a slash command', command(), { place: inChannel, deed: { kind: 'line', text: 'status' } }],
    [
      'a mention in a channel',
      message('app-mention'),
      { place: inChannel, deed: { kind: 'line', text: 'status' }, formless: true },
    ],
    [
      'a mention in a thread',
      message('app-mention-thread'),
      {
        place: { ...inChannel, thread: '1767261600.000100' },
        about: 'C0001 1767261600.000100',
        deed: { kind: 'line', text: 'status' },
        formless: true,
      },
    ],
    [
      'a word to the bot alone',
      message('message-im'),
      { place: alone, deed: { kind: 'line', text: 'status' }, formless: true },
    ],
    ['a button', click('block-actions-message'), { place: inChannel, deed: { kind: 'action', ...approve } }],
    [
      'a button that one person sees',
      click('block-actions-ephemeral'),
      { place: inChannel, deed: { kind: 'action', ...approve } },
    ],
    [
      'a button on the home page',
      click('block-actions-home'),
      { place: alone, deed: { kind: 'action', ...approve } },
    ],
    [
      'a form',
      view(),
      {
        place: inChannel,
        deed: {
          kind: 'action',
          command: 'reject',
          args: { approval: 'A-1', reason: 'The budget is missing' },
          form: true,
        },
      },
    ],
    [
      'the home page opened',
      home(),
      { place: { ...alone, home: true }, deed: { kind: 'action', command: 'home', args: {} } },
    ],
    [
      'the shortcut of a message',
      shortcut('message-action', 'task'),
      {
        place: inChannel,
        deed: {
          kind: 'form',
          command: 'task-add',
          args: {
            name: 'Who books the venue?',
            remarks: 'https://example.slack.com/archives/C0001/p1767261600000100',
          },
        },
      },
    ],
    [
      'a shortcut from anywhere',
      shortcut('shortcut', 'new'),
      { place: alone, deed: { kind: 'form', command: 'new', args: {} } },
    ],
  ]
  it.each(deeds)('of %s is that deed', (_what, incoming, like) => {
    expect(incoming).toEqual({
      platform: 'slack',
      account: 'T0001/U0001',
      delivery: expect.any(String),
      ...like,
    })
  })

  it('that is none of ours is nothing', () => {
    expect(shortcut('message-action', 'message_task')).toBeNull()
    for (const event of [
      { bot_id: 'B0001' },
      { user: undefined },
      { user: 'U0009', subtype: 'file_share', files: [{ id: 'F1' }] },
      { subtype: 'message_changed' },
      { subtype: 'message_deleted' },
      { subtype: 'channel_join' },
    ]) {
      expect(message('message-im', event)).toBeNull()
    }
  })

  it('of a message with a file, or one that was sent to the channel too, is what it says', () => {
    for (const subtype of ['file_share', 'thread_broadcast'])
      expect(message('message-im', { subtype })?.deed).toEqual({ kind: 'line', text: 'status' })
  })

  it('names its files, as far as Slack tells of them, and what finds them', () => {
    const told = { id: 'F1', name: '计划.xlsx', mimetype: 'application/x', size: 9, url_private: 'https://x' }
    const files = [told, { id: 'F2', file_access: 'check_file_info' }, { name: 'no id' }]
    expect(message('app-mention', { text: '<@U0009>', files })?.deed).toEqual({
      kind: 'line',
      text: '',
      files: [
        { name: '计划.xlsx', type: 'application/x', size: 9, ref: 'F1' },
        { name: '', ref: 'F2' },
      ],
    })
  })
})

describe('a delivery', () => {
  const kinds: [string, (changes?: Json) => Incoming | null, Json][] = [
    ['command', command, { trigger_id: '2.2.another' }],
    ['command of somebody else', command, { user_id: 'U0002' }],
    [
      'click',
      (changes) => click('block-actions-message', changes),
      { actions: [{ action_id: 'approve', action_ts: '1767261609.000001' }] },
    ],
    [
      'click of somebody else',
      (changes) => click('block-actions-message', changes),
      { user: { id: 'U0002' } },
    ],
    ['mention', (changes) => message('app-mention', {}, changes), { event_id: 'Ev9999' }],
    ['direct message', (changes) => message('message-im', {}, changes), { event_id: 'Ev9999' }],
    ['look at the home page', home, { event_id: 'Ev9999' }],
    [
      'shortcut',
      (changes) => shortcut('message-action', 'task', changes),
      { action_ts: '1767261699.000001' },
    ],
  ]
  it.each(kinds)('of the same %s has the same name, and of another one another', (_what, made, changes) => {
    expect(made()?.delivery).toBe(made()?.delivery)
    expect(made(changes)?.delivery).not.toBe(made()?.delivery)
  })

  it('of a form has another name with other values or of another view', () => {
    const { view: shown } = recorded<ViewBody>('view-submission')
    const values = { reason: { value: { type: 'plain_text_input', value: 'Another reason' } } }
    expect(view().delivery).toBe(view().delivery)
    expect(view({ view: { ...shown, state: { values } } }).delivery).not.toBe(view().delivery)
    expect(view({ view: { ...shown, id: 'V0003' } }).delivery).not.toBe(view().delivery)
  })

  it('from another workspace has another name, though all ids are the same', () => {
    const body = recorded<CommandBody>('slash-command')
    expect(fromCommand(body, 'T0002').delivery).not.toBe(fromCommand(body, 'T0001').delivery)
  })

  it('names nobody only by mistake', () => {
    expect(() => command({ user_id: '' })).toThrow()
    expect(() => fromCommand(recorded<CommandBody>('slash-command'), '')).toThrow()
  })
})
