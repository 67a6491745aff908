/** A channel that takes no messages: whoever answers for the campaign hears of it once, with what to do. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Store } from '../../../src/engine/db/open.js'
import { DeliveryError, type Fault } from '../../../src/kit/errors.js'
import { plainCard } from '../../../src/kit/plain.js'
import { buttonCalled, type Chat, profileOf, startChat } from '../../support/chat.js'
import { openTestStore } from '../../support/store.js'

let store: Store
let chat: Chat
const boss = profileOf('T1/U1', 'Boss', { standing: 'admin' })
const olga = profileOf('T1/U2', 'Olga')

beforeEach(async () => {
  store = await openTestStore()
  chat = await startChat(store, [boss, olga])
  await chat.tells(boss)
  await chat.tells(olga)
  await chat.say('T1/U2', 'new Summer 2024-06-01', 'T1/C3')
})
afterEach(async () => {
  await chat.engine.stop()
  await store.close()
})

/** From now on the platform refuses what goes to `to`. */
const refuse = (to: string, fault: Fault, retry: number | 'never' = 'never', detail = ''): void => {
  chat.refuse.post = ({ to: { channel, account }, only }) => {
    if (only === undefined && (channel ?? account) === to)
      throw new DeliveryError('no', retry, { fault, detail })
  }
}
/** Something that is told to the channel, each time anew. */
const cancelled = () => chat.say('T1/U2', 'campaign cancel C-1 enough')
const alert = async (value: string) => {
  await chat.say('T1/U2', 'kpi K-1 100万')
  await chat.say('T1/U2', `kpi K-1 ${value}`)
}
const about = (account: string) =>
  [...chat.posts, ...chat.edits]
    .filter(({ to, card }) => to.account === account && card.title === 'A message could not be delivered')
    .map(({ card }) => plainCard(card))

describe('the general owner', () => {
  it('hears what could not be said where, why, and what to do', async () => {
    refuse('T1/C3', 'notMember', 'never', 'not_in_channel')
    await cancelled()
    const [words = '', ...others] = about('T1/U2')
    expect(others).toEqual([])
    expect(words).toContain('channel C3')
    expect(words).toContain('I am not a member of this channel.')
    expect(words).toContain('Invite me to the channel.')
    expect(words).toContain('given up')
    expect(words).toContain('not_in_channel')
    expect(about('T1/U1')).toEqual([])
    await chat.press('T1/U2', buttonCalled(chat.posts, 'Open C-1 Summer'))
    expect(chat.posts.at(-1)?.card.title).toContain('C-1 · Summer')
  })

  it('hears once of many failures of one channel and reason, and of another reason beside it', async () => {
    refuse('T1/C3', 'channelArchived')
    for (const value of ['1', '2', '3']) await alert(value)
    expect(about('T1/U2')).toHaveLength(1)
    refuse('T1/C3', 'channelGone')
    await alert('4')
    expect(about('T1/U2')).toHaveLength(2)
  })

  it('hears of it again on another day', async () => {
    refuse('T1/C3', 'channelArchived')
    await alert('1')
    chat.clock.set('2024-05-14T01:00:00Z')
    await alert('2')
    expect(about('T1/U2')).toHaveLength(2)
  })

  it('hears that it is tried again, and it arrives by itself when this is put right', async () => {
    refuse('T1/C3', 'scope', 60_000, 'chat:write')
    await cancelled()
    await chat.sendAgain()
    expect(about('T1/U2')).toHaveLength(1)
    expect(about('T1/U2').join()).toContain('tried again')
    delete chat.refuse.post
    await chat.sendAgain()
    expect(chat.posts.filter(({ to }) => to.channel === 'T1/C3').at(-1)?.card.title).toContain('C-1 · Summer')
  })

  it('hears it in their language', async () => {
    await chat.say('T1/U2', 'language zh-CN')
    refuse('T1/C3', 'access')
    await cancelled()
    expect(chat.read('T1/U2')).toContain('我对工作区的访问权限已被收回')
  })

  it('who cannot be reached either is the end of it', async () => {
    chat.refuse.post = () => {
      throw new DeliveryError('no', 'never', { fault: 'access' })
    }
    await cancelled()
    const rows = await store.prisma.outboxMessage.findMany({ where: { because: 'message.undelivered' } })
    expect(new Set(rows.map(({ status }) => status))).toEqual(new Set(['dead']))
    await chat.sendAgain()
    const later = await store.prisma.outboxMessage.count({ where: { because: 'message.undelivered' } })
    expect(later).toBe(rows.length)
  })
})

describe('every administrator', () => {
  it('hears it when the general owner has left', async () => {
    await chat.tells({ ...olga, active: false })
    refuse('T1/C3', 'notMember')
    await chat.say('T1/U1', 'campaign cancel C-1 enough')
    expect(about('T1/U1')).toHaveLength(1)
  })

  it('hears of what belongs to no campaign, with the name of whom it was for', async () => {
    refuse('T1/U2', 'refused', 'never', 'invalid_blocks')
    await chat.say('T1/U2', 'people')
    expect(about('T1/U1').join()).toContain('It was for Olga.')
    expect(about('T1/U1').join()).toContain('invalid_blocks')
  })
})

it('a person who has left and a message that was deleted are no news', async () => {
  refuse('T1/C3', 'personGone')
  await cancelled()
  refuse('T1/U2', 'messageGone')
  await chat.say('T1/U2', 'people')
  expect([...about('T1/U1'), ...about('T1/U2')]).toEqual([])
})
