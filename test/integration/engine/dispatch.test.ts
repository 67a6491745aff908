/** One delivery is one piece of work: wholly done and told, or not at all. */
import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Store } from '../../../src/engine/db/open.js'
import { type TestEngine, testEngine } from '../../support/engine.js'
import { openTestStore } from '../../support/store.js'

let store: Store
let test: TestEngine
beforeAll(async () => {
  store = await openTestStore()
})
afterAll(() => store.close())
beforeEach(async () => {
  await store.prisma.setting.deleteMany()
  await store.prisma.place.deleteMany()
  test = await testEngine(store)
  await test.engine.start()
})
afterEach(() => test.engine.stop())

const kept = async () => (await store.prisma.setting.findUnique({ where: { key: 'board' } }))?.value ?? null
const audited = (action: string) => store.prisma.auditEvent.count({ where: { action } })

describe('a command', () => {
  it('is kept, recorded, told and answered to the person alone', async () => {
    await test.line('ann', 'put hall hello')
    expect(await kept()).toBe('hello')
    expect(test.platform.posts.map(({ lane, words }) => [lane, words]).sort()).toEqual([
      ['hall', 'hello'],
      ['town:ann', 'kept: hello'],
    ])
  })

  it('that is refused leaves nothing but its refusal and the record of the attempt', async () => {
    const before = { puts: await audited('board.put'), denials: await audited('board.denied') }
    await test.line('ann', 'put hall refuse')
    expect(await kept()).toBeNull()
    expect(await audited('board.put')).toBe(before.puts)
    expect(await audited('board.denied')).toBe(before.denials + 1)
    expect(test.platform.posts.map(({ lane }) => lane)).toEqual(['town:ann'])
  })

  it('that breaks is apologised for with a reference and without a word of the fault', async () => {
    await test.line('ann', 'put hall break')
    expect(await kept()).toBeNull()
    const [apology] = test.platform.posts
    expect(apology?.lane).toBe('town:ann')
    expect(apology?.words).toMatch(/reference: [0-9a-f]{8}/)
    expect(apology?.words).not.toMatch(/secret|Error|at /)
  })

  it('is done once, however often and however parallel it is delivered', async () => {
    const delivery = randomUUID()
    const outcomes = await Promise.all([1, 2, 3].map(() => test.line('ann', 'put hall once', delivery)))
    expect(outcomes.filter(({ repeated }) => repeated)).toHaveLength(2)
    expect(test.platform.posts.filter(({ words }) => words === 'kept: once')).toHaveLength(1)
  })

  it('that was overtaken is done again on what is there now', async () => {
    await test.line('ann', 'put hall a')
    await Promise.all(['b', 'c', 'd'].map((words) => test.line('ann', `append ${words}`)))
    expect(
      String(await kept())
        .split('+')
        .sort(),
    ).toEqual(['a', 'b', 'c', 'd'])
  })

  it('needs its right, and the attempt without it is recorded', async () => {
    const before = await audited('command.denied')
    await test.line('bob', 'shout hall hello')
    expect(test.platform.posts.map(({ lane, words }) => [lane, words])).toEqual([
      ['town:bob', 'You may not begin programmes: that takes planner.'],
    ])
    expect(await audited('command.denied')).toBe(before + 1)
  })

  it('keeps what can be kept of characters that nobody can type', async () => {
    await test.line('ann', 'put hall a\u0000b\ud800c')
    expect(await kept()).toBe('ab�c')
  })

  it('of a stranger is refused', async () => {
    await test.line('nobody', 'put hall hello')
    expect(await kept()).toBeNull()
    expect(test.platform.posts[0]?.words).toContain('I do not know you yet')
  })

  it('that misses an argument brings the form for it and does nothing', async () => {
    const { form } = await test.line('ann', 'put hall')
    expect(form?.fields.map(({ name, value, required }) => [name, value, required])).toEqual([
      ['channel', 'hall', true],
      ['words', '', true],
    ])
    expect(await kept()).toBeNull()
    expect(test.platform.posts).toEqual([])
  })

  it('that nobody knows is answered with what may have been meant', async () => {
    await test.line('ann', 'putt hall hello')
    expect(await kept()).toBeNull()
    expect(test.platform.posts[0]?.words).toContain('Did you mean')
  })
})

describe('after a crash', () => {
  it('a delivery that was stored but not handled is handled at the next start, once, whatever stands before it', async () => {
    const incoming = {
      platform: 'playground',
      delivery: randomUUID(),
      account: 'ann',
      place: { platform: 'playground', channel: 'town' },
      deed: { kind: 'line', text: 'put hall later' },
    }
    const row = { platform: 'playground', delivery: incoming.delivery, receivedAt: new Date(), incoming }
    await store.prisma.inboxDelivery.create({ data: row })
    const broken = { platform: 'playground', delivery: randomUUID(), receivedAt: new Date(0), incoming: {} }
    await store.prisma.inboxDelivery.create({ data: broken })
    for (let start = 0; start < 4; start++) {
      await test.engine.stop()
      await test.engine.start()
      await test.engine.outbox.settled()
    }
    expect(await kept()).toBe('later')
    expect(test.platform.posts.filter(({ words }) => words === 'kept: later')).toHaveLength(1)
  })
})
