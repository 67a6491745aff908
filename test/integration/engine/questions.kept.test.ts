/** A question stays open until it is answered, left or old, and no answer is lost or used twice. */
import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Store } from '../../../src/engine/db/open.js'
import { ann, incomingOf, li, startAsking } from '../../support/asking.js'
import { openTestStore } from '../../support/store.js'

let store: Store
let house: Awaited<ReturnType<typeof startAsking>>
beforeAll(async () => {
  store = await openTestStore()
})
afterAll(() => store.close())
beforeEach(async () => {
  house = await startAsking(store)
})
afterEach(() => house.chat.engine.stop())

describe('a question', () => {
  it('stays while something else is looked up', async () => {
    await house.say('new')
    expect(await house.say('people')).toContain('Ann')
    expect(await house.open()).toMatchObject({ command: 'new', field: 'name' })
    expect(await house.say('Summer')).toContain('Launch')
  })

  it('makes room for the question of another command', async () => {
    await house.say('new')
    await house.chat.say(ann, 'approve A-999')
    expect((await house.open())?.command).not.toBe('new')
  })

  it('ends when somebody gives up, in any language, and can be taken up again', async () => {
    await house.say('new end=2024-06-30')
    expect(await house.say('算了')).toContain('I will not ask any further')
    expect(await house.open()).toBeNull()
    await house.press('Ask me again')
    expect(await house.open()).toMatchObject({ field: 'name', args: { end: '2024-06-30' } })
  })

  it('is asked again when nothing was said', async () => {
    await house.say('new')
    expect(await house.say('  ')).toMatch(/^Create a campaign/)
    expect(await house.open()).toMatchObject({ field: 'name' })
  })

  it('takes a line in quotes as it is, though a command begins like that', async () => {
    await house.say('new launch=2024-06-01')
    await house.say('"Show must go on"')
    expect(await house.campaign()).toMatchObject({ name: 'Show must go on' })
  })

  it('is forgotten after half an hour', async () => {
    await house.say('new')
    house.chat.clock.set('2024-05-13T01:30:01Z')
    expect(await house.say('Summer')).toContain('I do not know “Summer”')
    expect(await house.campaign()).toBeNull()
  })

  it('is one of that person at that place', async () => {
    await house.chat.say(ann, 'new', 'T1/C1')
    expect(await house.chat.say(li, 'Summer', 'T1/C1')).toContain('Summer')
    await house.chat.say(ann, 'Elsewhere')
    expect(await house.open()).toMatchObject({ field: 'name', args: {} })
    await house.chat.say(ann, 'Summer launch=2024-06-01', 'T1/C1')
    expect(await house.campaign()).toMatchObject({ name: 'Summer' })
  })

  it('says in a channel that the bot must be mentioned', async () => {
    expect(await house.chat.say(ann, 'new', 'T1/C1')).toContain('Mention me with the answer')
    expect(await house.say('new')).toContain('Reply with the answer')
  })

  it('is not asked for what a button of a card says wrong', async () => {
    await house.deliver({ kind: 'action', command: 'task', args: { task: 'C-9999/M-001' } })
    expect(await house.open()).toBeNull()
  })
})

describe('nothing is lost or doubled', () => {
  it('when an answer is delivered again', async () => {
    await house.say('new launch=2024-06-01')
    const delivery = randomUUID()
    await Promise.all([1, 2, 3].map(() => house.deliver({ kind: 'line', text: 'Summer' }, delivery)))
    expect(await house.campaigns()).toBe(1)
  })

  it('when two answers come at once: each fills one field', async () => {
    await house.say('new')
    await Promise.all(['Summer', 'Winter'].map((text) => house.deliver({ kind: 'line', text })))
    const question = await house.open()
    expect(question).toMatchObject({ field: 'launch' })
    expect(JSON.stringify(question)).toMatch(/Summer|Winter/)
    await Promise.all(['6.1', '6.2'].map((text) => house.deliver({ kind: 'line', text })))
    expect(await house.campaigns()).toBe(1)
    expect(await house.open()).toBeNull()
  })

  it('when the process ends between question and answer, or with an answer that was only stored', async () => {
    await house.say('new')
    await house.restart()
    await house.say('Summer')
    const incoming = incomingOf({ kind: 'line', text: '2024-06-01' }, randomUUID())
    const { platform, delivery } = incoming
    await house.restart(() =>
      store.prisma.inboxDelivery.create({
        data: { platform, delivery, receivedAt: new Date(), incoming: { ...incoming } as never },
      }),
    )
    expect(await house.campaign()).toMatchObject({ name: 'Summer', launchOn: '2024-06-01' })
    expect(await house.open()).toBeNull()
  })
})
