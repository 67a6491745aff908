/** What was kept is told, in order, as it stands when it is sent – and one bad channel holds no other. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
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
  for (const table of [store.prisma.setting, store.prisma.place, store.prisma.outboxMessage]) {
    await (table.deleteMany as () => Promise<unknown>)()
  }
  test = await testEngine(store)
})
afterEach(async () => {
  vi.useRealTimers()
  await test.engine.stop()
})

const wordsIn = (lane: string) =>
  test.platform.posts.filter((one) => one.lane === lane).map(({ words }) => words)
/** Makes the messages that wait for another attempt due now. */
const dueNow = () =>
  store.prisma.outboxMessage.updateMany({ where: { status: 'waiting' }, data: { notBefore: new Date(0) } })
const sendAgain = async () => {
  await dueNow()
  test.engine.outbox.wake()
  await test.engine.outbox.settled()
}

describe('the outbox', () => {
  it('keeps the order within a lane', async () => {
    for (const words of ['one', 'two', 'three']) await test.line('ann', `shout hall ${words}`)
    await test.engine.start()
    await test.engine.outbox.settled()
    expect(wordsIn('hall')).toEqual(['one', 'two', 'three'])
  })

  it('lets what is meant to leave later hold nobody', async () => {
    await test.line('ann', 'shout hall later')
    const later = { notBefore: new Date(Date.now() + 60_000) }
    await store.prisma.outboxMessage.updateMany({ where: { because: 'shout' }, data: later })
    await test.line('ann', 'shout hall now')
    await test.engine.start()
    await test.engine.outbox.settled()
    expect(wordsIn('hall')).toEqual(['now'])
    await sendAgain()
    expect(wordsIn('hall')).toEqual(['now', 'later'])
  })

  it('lets one bad lane hold no other', async () => {
    test.platform.fault.before = ({ to }) => {
      if (to.channel === 'archived') throw new DeliveryError('channel is archived', 'never')
      if (to.channel === 'slow') throw new DeliveryError('too fast', 60_000)
    }
    await test.engine.start()
    for (const lane of ['archived', 'slow', 'hall']) await test.line('ann', `shout ${lane} hello`)
    expect(wordsIn('hall')).toEqual(['hello'])
    const rows = await store.prisma.outboxMessage.findMany({
      orderBy: { id: 'asc' },
      where: { because: 'shout' },
    })
    expect(rows.map(({ status }) => status)).toEqual(['dead', 'waiting', 'sent'])
  })

  it('obeys the pause a platform asks for and keeps the order behind it', async () => {
    let refusals = 1
    test.platform.fault.before = ({ to }) => {
      if (to.channel === 'hall' && refusals-- > 0) throw new DeliveryError('too fast', 60_000)
    }
    await test.engine.start()
    await test.line('ann', 'shout hall one')
    await test.line('ann', 'shout hall two')
    expect(wordsIn('hall')).toEqual([])
    await sendAgain()
    expect(wordsIn('hall')).toEqual(['one', 'two'])
  })

  it('does not repeat a message whose answer was lost after it arrived', async () => {
    test.platform.fault.after = () => {
      throw new DeliveryError('connection lost', 1)
    }
    await test.engine.start()
    await test.line('ann', 'shout hall hello')
    test.platform.fault.after = undefined as never
    await sendAgain()
    expect(wordsIn('hall')).toEqual(['hello'])
  })

  it('brings a message that had arrived up to date when its answer was lost and things moved on', async () => {
    await test.engine.start()
    test.platform.fault.after = () => {
      throw new DeliveryError('connection lost', 60_000)
    }
    await test.line('ann', 'put hall early')
    test.platform.fault.after = undefined as never
    await test.line('ann', 'put yard late')
    await sendAgain()
    expect(wordsIn('hall')).toEqual(['early'])
    expect(test.platform.edits.filter(({ lane }) => lane === 'hall').at(-1)?.words).toBe('late')
  })

  it('tells anew what can be edited no more, and goes on', async () => {
    await test.engine.start()
    await test.line('ann', 'put hall one')
    test.platform.edit = async () => {
      throw new DeliveryError('the message is gone', 'never')
    }
    await test.line('ann', 'put hall two')
    await sendAgain()
    expect(wordsIn('hall')).toEqual(['one', 'two'])
  })

  it('takes up what another process left in the middle of sending', async () => {
    await test.line('ann', 'shout hall hello')
    const past = new Date(Date.now() - 1000)
    await store.prisma.outboxMessage.updateMany({
      data: { status: 'sending', leaseUntil: past, attempts: 1 },
    })
    await test.engine.start()
    await test.engine.outbox.settled()
    expect(wordsIn('hall')).toEqual(['hello'])
  })
})

describe('a living card', () => {
  it('shows the state of the moment it is sent', async () => {
    await test.line('ann', 'put hall early')
    await test.line('ann', 'put hall late')
    await test.engine.start()
    await test.engine.outbox.settled()
    expect(wordsIn('hall')).toEqual(['late'])
  })

  it('is edited in place when its subject changes, and not when nothing changed', async () => {
    await test.engine.start()
    for (const words of ['one', 'two', 'two']) await test.line('ann', `put hall ${words}`)
    expect(wordsIn('hall')).toEqual(['one'])
    expect(test.platform.edits.map(({ words }) => words)).toEqual(['two'])
  })

  it('changes in every channel that shows it', async () => {
    await test.engine.start()
    await test.line('ann', 'put hall one')
    await test.line('ann', 'put yard two')
    expect(test.platform.edits).toMatchObject([{ lane: 'hall', words: 'two' }])
  })

  it('is not sent when there is nothing to say any more', async () => {
    await test.line('ann', 'put hall nothing')
    await test.engine.start()
    await test.engine.outbox.settled()
    expect(wordsIn('hall')).toEqual([])
    expect((await store.prisma.outboxMessage.findFirst({ where: { mode: 'replace' } }))?.status).toBe(
      'dropped',
    )
  })

  it('is right in the end although a third of the edits fails', async () => {
    let turn = 0
    test.platform.fault.before = ({ to }) => {
      if (to.channel === 'hall' && ++turn % 3 === 0) throw new DeliveryError('try again', 1)
    }
    await test.engine.start()
    for (let i = 1; i <= 12; i++) await test.line('ann', `put hall ${i}`)
    await sendAgain()
    await sendAgain()
    const last = [...test.platform.edits].reverse().find(({ lane }) => lane === 'hall')
    expect(last?.words).toBe('12')
    expect(wordsIn('hall')).toHaveLength(1)
  })
})
