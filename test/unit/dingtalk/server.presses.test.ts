/** Presses at the local DingTalk: who is told what, answered for one, updated for all. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Dingtalk, startDingtalk } from '../../support/dingtalk/index.js'
import { type Caller, caller, connect, muteSdk, soon, type Taken } from '../../support/dingtalk/probe.js'
import { createAndDeliver, dataOf, someCard } from '../../support/dingtalk/some-card.js'

let dingtalk: Dingtalk
let app: Caller
const put = (body: object) => app.call('PUT', '/v1.0/card/instances', { outTrackId: 'c1', ...body })

beforeEach(async () => {
  muteSdk()
  dingtalk = await startDingtalk({ people: [{ userId: 'u1' }, { userId: 'u2' }], groups: [{ id: 'cid1==' }] })
  app = await caller(dingtalk)
})
afterEach(() => dingtalk.stop())

describe('a press', () => {
  const done = { response: { cardUpdateOptions: { updateCardDataByKey: true }, cardData: dataOf('已通过') } }

  it.each([
    ['actionIds', { cardPrivateData: { actionIds: ['db1:yes'], params: {} } }],
    ['paramsId', { cardPrivateData: { actionIds: [], params: { id: 'db1:yes' } } }],
    ['ownParams', { cardPrivateData: '{"params":{"id":"db1:yes"}}' }],
  ] as const)('says in the way of %s which button it was', async (style, content) => {
    const probe = await connect(dingtalk)
    await app.call('POST', createAndDeliver, someCard())
    await dingtalk.acting.press('u1', 'c1', '通过', { style })
    expect(JSON.parse(String(probe.taken[0]?.said.content))).toEqual(content)
    expect(probe.taken[0]?.said).toMatchObject({ userId: 'u1', outTrackId: 'c1', spaceId: 'cid1==' })
  })

  it('is answered for the one who pressed; an update is for all', async () => {
    await connect(dingtalk, ({ ack }) => ack(done))
    await app.call('POST', createAndDeliver, someCard())
    const pressed = await dingtalk.acting.press('u1', 'c1', '通过')
    expect(pressed).toMatchObject({ ok: true, shown: { markdown: '已通过' } })
    const seen = (user: string) => dingtalk.cards.get('c1')?.seenBy(user).markdown
    expect([seen('u1'), seen('u2')]).toEqual(['已通过', '请审批'])
    await put({ cardData: dataOf('u1 已通过') })
    expect([seen('u1'), seen('u2')]).toEqual(['u1 已通过', 'u1 已通过'])
    expect(dingtalk.cards.get('c1')?.history.map(({ how }) => how)).toEqual(['created', 'answer', 'updated'])
    expect(dingtalk.violations).toEqual([])
    await expect(dingtalk.acting.press('u1', 'c1', '通过')).rejects.toThrow('0 buttons say')
  })

  it('twice is two deeds', async () => {
    const probe = await connect(dingtalk)
    await app.call('POST', createAndDeliver, someCard())
    const both = await dingtalk.acting.pressTwice('u1', 'c1', '通过')
    expect(both).toMatchObject([{ ok: true }, { ok: true }])
    expect(new Set(probe.taken.map(({ headers }) => headers.messageId)).size).toBe(2)
  })

  it('may not be answered late, nor the card updated meanwhile, nor be answered with anything but texts', async () => {
    dingtalk.options.answerWithinMs = 500
    const held: Taken[] = []
    await connect(dingtalk, (taken) => held.push(taken))
    await app.call('POST', createAndDeliver, someCard())
    const pressing = dingtalk.acting.press('u1', 'c1', '通过')
    const taken = await vi.waitFor(() => held[0] ?? Promise.reject(new Error('nothing yet')), soon)
    await put({ cardData: dataOf('x') })
    expect(dingtalk.violations).toMatchObject([expect.stringContaining('still unanswered')])
    await vi.waitFor(() => expect(dingtalk.violations).toHaveLength(2), soon)
    expect(dingtalk.violations[1]).toContain('not answered within')
    taken.ack({ response: { cardData: { cardParamMap: { n: 1 } } } })
    expect(await pressing).toMatchObject({ ok: true, shown: null })
    expect(dingtalk.violations[2]).toContain('n is no text')
  })
})
