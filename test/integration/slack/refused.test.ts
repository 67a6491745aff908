/** Slack does not take a message: whoever answers for it hears why in words, once, and all other channels go on. */
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { acme, eventually, messageIn, type OnSlack, startOnSlack, wordsOf } from '../../support/on-slack.js'
import { inDays } from '../../support/people-on-slack.js'
import { telling } from '../../support/telling.js'

let on: OnSlack
let messages: ReturnType<typeof telling>
const channels = [
  ...['C1', 'C2', 'C3', 'C4', 'C5', 'C6'].map((id) => ({ id })),
  { id: 'C7', member: false },
  { id: 'C8', member: false },
  { id: 'C9', archived: true },
  { id: 'G1', private: true, member: false },
]
beforeAll(async () => {
  on = await startOnSlack({ teams: [{ ...acme, channels }] })
  messages = telling(on)
  await on.people.command('U1', 'C1', '/mkt', `new Tea launch=${inDays(9)} end=${inDays(20)}`)
  await messageIn(on.slack, 'C1', 'C-1')
})
afterAll(() => on.stop())
beforeEach(() => on.slack.faults.clear())

const add = (name: string) =>
  on.people.command('U1', 'C1', '/mkt', `task add ${name} <@U1> ${inDays(1)} ${inDays(3)}`)
const campaign = { view: 'campaign.card', args: { campaign: '1' } }
const calls = (method: string) => on.slack.calls.filter((call) => call.method === method)
/** What whoever answers for everything has been told of a channel. */
const told = (channel: string) =>
  on.slack
    .messages('D1')
    .filter((one) => /could not be delivered/.test(wordsOf(one)) && wordsOf(one).includes(channel))
const toldOf = (channel: string) => eventually(() => told(channel).at(-1)).then(wordsOf)
/** Another channel takes messages all the while. */
const goesOn = async (words: string) => {
  await messages.tell('C2', [words])
  await messages.arrived('C2', words)
}

describe('a channel the bot is not in', () => {
  it('is joined when it is public', async () => {
    await messages.tell('C7', ['welcome'])
    await messages.arrived('C7', 'welcome')
    expect(calls('conversations.join')).toHaveLength(1)
  })

  it('is joined in spite of a trouble that passes', async () => {
    on.slack.faults.add('conversations.join', { kind: 'status', status: 503 })
    await messages.tell('C8', ['welcome'])
    await messages.arrived('C8', 'welcome')
    expect(told('C8')).toEqual([])
  })

  it('is told of once when it is private, and gets what was given up as soon as the bot is invited', async () => {
    await messages.tell('G1', ['early', campaign, campaign])
    expect(await toldOf('G1')).toContain('has become private without me')
    await goesOn('beside G1')
    expect(told('G1')).toHaveLength(1)
    await vi.waitFor(async () => {
      expect(await messages.fates('slack:T1/G1')).toEqual(['dead', 'dead', 'dead'])
    }, 15_000)
    await on.people.memberJoined(on.slack.team().bot.user, 'G1')
    await eventually(() => messages.said('G1', 'C-1').length === 2)
  })

  it('does not keep a private answer from whoever asked: it comes in their conversation', async () => {
    on.slack.team().channels.get('C8')?.members.delete(on.slack.team().bot.user)
    await on.people.command('U2', 'C8', '/mkt', 'help approve')
    await messageIn(on.slack, 'D2', 'approve')
    expect(on.slack.ephemerals.filter(({ channel }) => channel === 'C8')).toEqual([])
  })
})

describe('a channel that takes nothing', () => {
  it.each([
    ['is archived', 'C9', 'The channel is archived.'],
    ['does not exist', 'C99', 'does not exist any more'],
  ])('because it %s is told of', async (_why, channel, words) => {
    await messages.tell(channel, ['early', 'late'])
    expect(await toldOf(channel)).toContain(words)
    await goesOn(`beside ${channel}`)
    expect(told(channel)).toHaveLength(1)
  })

  it('because it was archived is told of when its card should change, which it does later', async () => {
    await on.people.command('U1', 'C1', '/mkt', 'follow C-1 <#C3>')
    const card = await messageIn(on.slack, 'C3', 'C-1')
    const before = wordsOf(card)
    await on.people.channelArchive('U1', 'C3')
    await add('Changed')
    expect(await toldOf('C3')).toContain('The channel is archived.')
    expect(wordsOf(card)).toBe(before)
    Object.assign(on.slack.team().channels.get('C3') ?? {}, { archived: false })
    await on.people.memberJoined(on.slack.team().bot.user, 'C3')
    await eventually(() => wordsOf(card) !== before)
    expect(messages.said('C3', 'C-1')).toHaveLength(1)
  })

  it('for a reason nobody knows yet costs that message only', async () => {
    on.slack.faults.add('chat.postMessage', { kind: 'refused', error: 'no_such_luck' }, { channel: 'C4' })
    await messages.tell('C4', ['refused', 'taken'])
    expect(await toldOf('C4')).toContain('no_such_luck')
    await messages.arrived('C4', 'taken')
    expect(messages.said('C4', 'refused')).toEqual([])
  })
})

describe('a permission that is missing', () => {
  it('is named, the message waits, and arrives when it is granted', async () => {
    const fault = { kind: 'refused', error: 'missing_scope', extra: { needed: 'chat:write' } } as const
    on.slack.faults.add('chat.postMessage', fault, { channel: 'C5', times: 3 })
    await messages.tell('C5', ['waiting'])
    expect(await toldOf('C5')).toContain('chat:write')
    await goesOn('beside C5')
    await messages.arrived('C5', 'waiting')
    expect(told('C5')).toHaveLength(1)
  })
})

describe('a token that is good no more', () => {
  it.each(['token_revoked', 'account_inactive'] as const)(
    '(%s) is waited for, and told of',
    async (standing) => {
      on.slack.team().standing = standing
      await messages.tell('C6', [`until ${standing} is over`])
      const refused = () => calls('chat.postMessage').some(({ answer }) => answer?.error === standing)
      await eventually(refused)
      expect(await on.people.command('U2', 'C1', '/mkt', 'help approve')).toMatchObject({ ok: true })
      on.slack.team().standing = 'installed'
      await messages.arrived('C6', `until ${standing} is over`)
      await messages.hurry()
      expect(await toldOf('C6')).toContain('My access to the workspace was taken away.')
    },
  )
})

describe('somebody who is gone', () => {
  it('is written to no more, without a word about it', async () => {
    const before = on.slack.messages('D1').length
    await messages.tell('U9', ['who?'])
    await vi.waitFor(async () => expect(await messages.fates('slack:@T1/U9')).toEqual(['dead']), 15_000)
    await goesOn('beside U9')
    expect(on.slack.messages('D1')).toHaveLength(before)
  })
})

describe('a message that somebody deleted', () => {
  it('is posted anew when it is told again, and what belongs below it stands alone', async () => {
    const { messages: standing } = on.slack.team().channels.get('C1') as { messages: unknown[] }
    standing.length = 0
    await messages.tell('C1', ['an answer to nothing'], { thread: '1712345678.000100' })
    expect((await messages.arrived('C1', 'an answer to nothing')).thread_ts).toBeUndefined()
    await add('Other')
    await goesOn('beside C1')
    expect(messages.said('C1', 'C-1')).toEqual([])
    await on.people.command('U1', 'C1', '/mkt', 'follow C-1 <#C4>')
    await messages.arrived('C1', 'C-1')
    expect(told('C1')).toEqual([])
  })
})
