/** "同意" written in the thread of an approval's card: offered to those who may decide, never applied by itself (D13). */
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { messageIn, type OnSlack, startOnSlack, whisperTo, wordsOf } from '../../support/on-slack.js'
import { actingOn, inDays, team } from '../../support/people-on-slack.js'

let on: OnSlack
beforeAll(async () => {
  on = await startOnSlack({ teams: [team] })
  const { mkt } = actingOn(on)
  for (const user of ['U2', 'U3', 'U6', 'U7']) await on.people.direct(user, 'rights')
  for (const user of ['U2', 'U3', 'U6', 'U7']) await actingOn(on).person(user, { active: true })
  await mkt('U1', `new Summer ${inDays(9)} ${inDays(20)}`)
  await messageIn(on.slack, 'C1', 'C-1')
  await mkt('U1', 'grant <@U2> marketing-head')
  await mkt('U1', 'grant <@U3> sales-head')
  await mkt('U1', 'grant <@U6> product-head')
  await mkt('U1', 'plan set goals "A million"')
  // What a server does at the same time need not end in the order in which it was said.
  await handled()
  await mkt('U1', 'submit goals')
  await messageIn(on.slack, 'C1', '0/3')
})
afterAll(() => on.stop())

const decided = async () =>
  (await on.store.prisma.approvalStep.findMany({ where: { decidedAt: { not: null } } })).map(
    ({ decidedById }) => decidedById,
  )
const card = () => messageIn(on.slack, 'C1', 'A-1')
/** Everything heard so far has been handled. */
const handled = () =>
  vi.waitFor(async () => {
    expect(await on.store.prisma.inboxDelivery.count({ where: { doneAt: null } })).toBe(0)
    expect(
      await on.store.prisma.outboxMessage.count({ where: { status: { in: ['waiting', 'sending'] } } }),
    ).toBe(0)
  }, 15_000)

it('is offered back to a signer who mentions the bot in the thread, and counts when it is pressed', async () => {
  const { ts } = await card()
  await on.people.mention('U3', 'C1', '同意！', { thread_ts: ts })
  const offer = await whisperTo(on.slack, 'U3', '还没有生效')
  expect(offer.thread_ts).toBe(ts)
  expect(await decided()).toEqual([])
  await on.people.press('U3', offer, '同意')
  await messageIn(on.slack, 'C1', '1/3')
  expect(await decided()).toEqual(['T1/U3'])
})

it('is offered where the thread is heard without a mention', async () => {
  const { ts } = await card()
  await on.people.reply('U2', 'C1', 'LGTM', ts)
  const offer = await whisperTo(on.slack, 'U2', 'Nothing is signed yet')
  expect(offer.thread_ts).toBe(ts)
  expect(await decided()).toEqual(['T1/U3'])
})

it('is nothing from others, elsewhere, in a question, or from whoever has decided', async () => {
  const { ts } = await card()
  const { ts: other } = on.people.write('U1', 'C1', 'lunch?')
  const before = on.slack.ephemerals.length
  await on.people.reply('U7', 'C1', '同意', ts)
  await on.people.reply('U5', 'C1', '同意', ts)
  await on.people.reply('U3', 'C1', '同意', ts)
  await on.people.reply('U6', 'C1', '同意吗？', ts)
  await on.people.reply('U6', 'C1', 'when is lunch?', ts)
  await on.people.reply('U6', 'C1', 'OK', other)
  await handled()
  expect(on.slack.ephemerals).toHaveLength(before)
  expect(await decided()).toEqual(['T1/U3'])
  expect(await on.store.prisma.person.count({ where: { id: 'T1/U5' } })).toBe(0)
})

it('is told to be none where the bot was asked and it is not clear', async () => {
  const { ts } = await card()
  await on.people.mention('U6', 'C1', 'approved, but the budget is too high', { thread_ts: ts })
  await whisperTo(on.slack, 'U6', 'not count that as a decision')
})

it('is understood in the conversation with the bot, and so is the contrary', async () => {
  await on.people.direct('U6', 'looks good to me')
  await messageIn(on.slack, 'D6', 'Nothing is signed yet')
  await on.people.direct('U6', 'No, the budget is too high')
  const offer = await messageIn(on.slack, 'D6', 'Nothing is decided yet')
  expect(wordsOf(offer)).toContain('Reject')
  await on.people.direct('U7', '沒問題')
  await messageIn(on.slack, 'D7', '沒問題')
  expect(await decided()).toEqual(['T1/U3'])
})
