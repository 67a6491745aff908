/** A campaign lived in Slack: commands, cards, buttons, forms, threads, the home page – over the real SDK and real sockets. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  eventually,
  messageIn,
  type OnSlack,
  startOnSlack,
  whisperTo,
  wordsOf,
} from '../../support/on-slack.js'
import { inDays } from '../../support/people-on-slack.js'
import type { Message } from '../../support/slack/index.js'

let on: OnSlack
beforeAll(async () => {
  on = await startOnSlack()
})
afterAll(() => on.stop())

const named = (method: string) => on.slack.calls.filter((call) => call.method === method)
const standing = (channel: string, { ts }: Message): Message =>
  on.slack.messages(channel).find((message) => message.ts === ts) as Message
const newestView = (words: string) =>
  eventually(() => on.slack.views.findLast((view) => JSON.stringify(view).includes(words)))

describe('a campaign in Slack', () => {
  it('begins with a command: its card stands in the channel, the answer is private', async () => {
    const answer = await on.people.command(
      'U1',
      'C1',
      '/mkt',
      `new from card-000 "Tea &lt;!channel&gt; *launch*" launch=${inDays(9)} end=${inDays(20)}`,
    )
    expect(answer).toMatchObject({ ok: true, payload: null })
    const card = await messageIn(on.slack, 'C1', 'C-1')
    expect(wordsOf(card)).toContain('*launch*')
    expect(JSON.stringify(card)).not.toContain('<!channel>')
    await whisperTo(on.slack, 'U1', 'C-1')
    expect(on.slack.warnings).toEqual([])
  })

  it('asks for what is missing with a modal drawn from the command', async () => {
    await on.people.command('U1', 'C1', '/mkt', 'task add "Write copy"')
    const view = await newestView('"task add"')
    const fields = view.blocks.map(({ block_id, element }) => [
      block_id,
      (element as { type: string } | undefined)?.type,
    ])
    expect(fields).toEqual(
      expect.arrayContaining([
        ['owner', 'users_select'],
        ['start', 'datepicker'],
        ['priority', 'static_select'],
      ]),
    )
  })

  it('keeps the form open with words beside the field that is wrong, and closes it when all is right', async () => {
    const view = await newestView('Write copy')
    const wrong = await on.people.submitView('U1', view, { owner: 'U2', start: inDays(3), due: inDays(1) })
    expect(wrong.payload).toMatchObject({ response_action: 'errors' })
    const right = await on.people.submitView('U1', view, { owner: 'U2', start: inDays(1), due: inDays(3) })
    expect(right).toMatchObject({ ok: true, payload: null })
    const offer = await messageIn(on.slack, 'D2', 'Write copy')
    expect(wordsOf(offer)).toContain('Accept')
  })

  it('puts a click into every card that shows the task, by editing them', async () => {
    const offer = await messageIn(on.slack, 'D2', 'Write copy')
    const before = named('chat.postMessage').length
    await on.people.press('U2', offer, 'Accept')
    await eventually(() => !wordsOf(standing('D2', offer)).includes('Accept'))
    expect(standing('D2', offer).edited).toBeDefined()
    expect(on.slack.responses.flatMap(({ uses }) => uses)).toEqual([])
    // The one who offered hears of it; nothing else is posted anew.
    expect(named('chat.postMessage').length - before).toBeLessThanOrEqual(1)
  })

  it('refuses privately', async () => {
    await on.people.command('U4', 'C1', '/mkt', 'new "Mine"')
    const refusal = await whisperTo(on.slack, 'U4', 'that takes member')
    expect(refusal.channel).toBe('C1')
  })

  it('answers a mention in a thread inside that thread, with a button where a form is needed', async () => {
    const card = await messageIn(on.slack, 'C1', 'C-1')
    await on.people.mention('U2', 'C1', 'task add "From a thread"', { thread_ts: card.ts })
    const asked = await whisperTo(on.slack, 'U2', 'Fill in')
    expect(asked.thread_ts).toBe(card.ts)
    await on.people.press('U2', asked, 'Fill in the form')
    await newestView('From a thread')
  })

  it('answers what is said to it alone', async () => {
    await on.people.direct('U3', '我的任务')
    await messageIn(on.slack, 'D3', '没有')
  })

  it('makes a message a task with its words and a link to it', async () => {
    const { ts } = await messageIn(on.slack, 'C1', 'C-1')
    await on.people.messageShortcut('U2', 'C1', ts, 'task')
    await newestView(`archives/C1/p${ts.replace('.', '')}`)
  })

  it('shows everybody their own work on the home page, with buttons that work there', async () => {
    await on.people.openHome('U2')
    const home = await eventually(() => on.slack.home('U2'))
    expect(wordsOf(home)).toContain('Write copy')
    await on.people.press('U2', home, 'Done')
    await eventually(() => !wordsOf(on.slack.home('U2')).includes('Write copy'))
  })

  it('never sends what Slack would refuse or warn of', () => {
    const refused = on.slack.calls.filter(({ answer }) => answer && answer.ok === false)
    expect(refused.map(({ method, answer }) => ({ method, answer }))).toEqual([])
    expect(on.slack.warnings).toEqual([])
  })
})
