/** Where a platform's messages are scarce: several things are said in one message, and what is only pleasant is not. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Store } from '../../../src/engine/db/open.js'
import { DeliveryError } from '../../../src/kit/errors.js'
import { type TestEngine, testEngine } from '../../support/engine.js'
import { openTestStore } from '../../support/store.js'

let store: Store
let test: TestEngine
beforeAll(async () => {
  store = await openTestStore()
})
afterAll(() => store.close())
beforeEach(async () => {
  for (const rows of [store.prisma.setting, store.prisma.place, store.prisma.outboxMessage]) {
    await (rows as typeof store.prisma.place).deleteMany()
  }
  test = await testEngine(store)
  await test.engine.start()
})
afterEach(() => test.engine.stop())

const busy = () => {
  throw new DeliveryError('busy', 60_000, { unsent: true })
}
/** Says these while the platform takes nothing, then lets it take what waits. */
const afterSilence = async (lines: readonly string[], thrifty: boolean) => {
  test.platform.fault.before = busy
  test.platform.thrifty = () => thrifty
  for (const line of lines) await test.line('ann', line)
  delete test.platform.fault.before
  await store.prisma.outboxMessage.updateMany({ data: { notBefore: new Date() } })
  test.engine.outbox.wake()
  await test.engine.outbox.settled()
  return test.platform.posts.filter(({ lane }) => lane === 'hall').map(({ words }) => words)
}
const shouts = ['one', 'two', 'three'].map((words) => `shout hall ${words}`)

describe('what waits for one place', () => {
  it('is said in one message where messages are scarce', async () => {
    expect(await afterSilence(shouts, true)).toEqual(['one\ntwo\nthree'])
    expect(
      await store.prisma.outboxMessage.count({ where: { status: 'sent', message: { not: null } } }),
    ).toBe(3)
  })

  it('is said one by one where they are not', async () => {
    expect(await afterSilence(shouts, false)).toEqual(['one', 'two', 'three'])
  })

  it('is said once, also when the message that said it all was not heard of', async () => {
    test.platform.fault.after = () => {
      throw new DeliveryError('no answer', 1)
    }
    expect(await afterSilence(shouts, true)).toEqual(['one\ntwo\nthree'])
    delete test.platform.fault.after
    await store.prisma.outboxMessage.updateMany({ data: { notBefore: new Date() } })
    test.engine.outbox.wake()
    await test.engine.outbox.settled()
    expect(test.platform.posts.filter(({ lane }) => lane === 'hall')).toHaveLength(1)
    expect(await store.prisma.outboxMessage.count({ where: { status: 'sent' } })).toBe(3)
  })

  it('does not lose the others when the first of them is refused', async () => {
    test.platform.fault.before = busy
    for (const line of shouts) await test.line('ann', line)
    let refusals = 1
    test.platform.fault.before = () => {
      if (refusals-- > 0) throw new DeliveryError('no', 'never', { fault: 'refused' })
    }
    test.platform.thrifty = () => true
    await store.prisma.outboxMessage.updateMany({ data: { notBefore: new Date() } })
    test.engine.outbox.wake()
    await test.engine.outbox.settled()
    expect(test.platform.posts.map(({ words }) => words)).toEqual(['two\nthree'])
  })

  it('is not mixed with a living card that stands already', async () => {
    await test.line('ann', 'put hall first')
    const words = await afterSilence(['put hall second', 'shout hall more'], true)
    expect(words).toEqual(['first', 'more'])
    expect(test.platform.edits.at(-1)).toMatchObject({ lane: 'hall', words: 'second' })
  })
})

describe('what is only pleasant to know', () => {
  it('is left out where messages are scarce, and said where they are not', async () => {
    expect(await afterSilence(['murmur hall nice'], true)).toEqual([])
    expect(await afterSilence(['murmur hall nice'], false)).toEqual(['nice'])
  })
})
