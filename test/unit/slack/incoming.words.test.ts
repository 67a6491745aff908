/** Where a deed was done, and what was said, in our words instead of Slack's. */
import { describe, expect, it } from 'vitest'
import { alone, click, command, inChannel, message, shortcut } from './some-payloads.js'

describe('the place', () => {
  it('of a click in a thread is the thread; on a message with answers below it, the channel', () => {
    const inThread = { ts: '1767261700.000100', thread_ts: '1767261600.000100' }
    expect(click('block-actions-message', { message: inThread }).place).toEqual({
      ...inChannel,
      thread: '1767261600.000100',
    })
    const above = { ts: '1767261600.000100', thread_ts: '1767261600.000100' }
    expect(click('block-actions-message', { message: above }).place).toEqual(inChannel)
    const container = { message_ts: '1767261700.000100', channel_id: 'C0001', thread_ts: '1767261600.000100' }
    expect(click('block-actions-ephemeral', { container }).place).toEqual({
      ...inChannel,
      thread: '1767261600.000100',
    })
  })

  it('of a conversation with the bot is the person, in its threads too', () => {
    expect(command({ channel_id: 'D0001' }).place).toEqual(alone)
    expect(message('message-im', { thread_ts: '1767261600.000100' })?.place).toEqual({
      ...alone,
      thread: '1767261600.000100',
    })
  })
})

describe('the words', () => {
  const line = (text: string, authorizations?: object[]) => {
    const deed = message('app-mention', { text }, authorizations ? { authorizations } : {})?.deed
    return deed?.kind === 'line' ? deed.text.replace(/ +/g, ' ') : null
  }

  it.each([
    ['<@U0009> approve A-1', 'approve A-1'],
    ['<@U0009|drumbeat>: approve A-1', 'approve A-1'],
    ['<@U0009>，同意 A-1', '同意 A-1'],
    ['hey <@U0009> approve A-1', 'hey approve A-1'],
    ['<@U0002> and <@U0009> task add X <@U0003>', '<@T0001/U0002> and task add X <@T0001/U0003>'],
  ])('of the mention “%s” are those without the bot’s name', (text, words) => {
    expect(line(text)).toBe(words)
  })

  it('lose the first mention where Slack does not say who the bot is', () => {
    expect(line('<@U0009> assign <@U0002>', [])).toBe('assign <@T0001/U0002>')
  })

  it.each([
    ['assign <@U0002|ben> <#C0003|general>', 'assign <@T0001/U0002> <#T0001/C0003>'],
    ['ask <!subteam^S0001|@design>', 'ask <!group:T0001/S0001>'],
    ['<!channel> &lt;!here&gt; a &amp; b', '@channel <!here> a & b'],
    ['see <https://example.com/a|this>', 'see this (https://example.com/a)'],
    ['&lt;@T0002/U0002&gt;', '<\u2060@T0002/U0002>'],
  ])('of a command “%s” are ours', (text, words) => {
    expect(command({ text }).deed).toEqual({ kind: 'line', text: words })
  })

  it('of a long message make a name of its first line and a description of the rest', () => {
    const long = (text: string) => {
      const deed = shortcut('message-action', 'task', { message: { ts: '1.2', text } })?.deed
      return deed?.kind === 'form' ? deed.args : {}
    }
    expect(long('Book the venue\nfor 200 people')).toMatchObject({
      name: 'Book the venue',
      description: 'Book the venue\nfor 200 people',
    })
    expect([...(long('鼓'.repeat(500)).name ?? '')]).toHaveLength(150)
    expect(long('short').description).toBeUndefined()
  })
})
