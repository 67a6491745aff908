/** Where a platform has no forms, what is missing is asked for in words, one thing after the other, and nothing said is lost. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Store } from '../../../src/engine/db/open.js'
import { ann, li, startAsking } from '../../support/asking.js'
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

describe('a campaign without a word about it', () => {
  it('is asked for, one thing after the other, until it is there', async () => {
    const name = await house.say('new')
    expect(name).toMatch(/^Create a campaign\nName · short/)
    expect(name).toContain('“cancel” ends this')
    expect(name).toContain('launch=… end=… type=…')
    expect(name).toContain('new "Summer sale" 2024-06-01 2024-06-25 mega-promotion')
    expect(await house.say('“Summer: launch of the year” ')).toMatch(/Launch · first warm-up day/)
    expect(await house.say('2024-02-30')).toMatch(/2024-02-30[\s\S]*Launch · first warm-up day/)
    expect(await house.open()).toEqual({
      ...{ command: 'new', field: 'launch', args: { name: 'Summer: launch of the year' } },
    })
    expect(await house.say('June 1 or so')).toContain('June 1 or so')
    expect(await house.say('6.1 end=2024-05-01')).toMatch(/2024-05-01[\s\S]*End · last public day/)
    await house.say('6.25')
    expect(await house.campaign()).toMatchObject({
      ...{ name: 'Summer: launch of the year', launchOn: '2024-06-01', endOn: '2024-06-25' },
    })
    expect(await house.open()).toBeNull()
  })

  it('is asked for after a wish for its form, with what is known', async () => {
    await house.deliver({ kind: 'form', command: 'new', args: { launch: '2024-06-01' } })
    expect(await house.open()).toMatchObject({ field: 'name', args: { launch: '2024-06-01' } })
    await house.say('Summer')
    expect(await house.campaign()).toMatchObject({ name: 'Summer', launchOn: '2024-06-01' })
  })

  it('is not created by a wish for its form alone', async () => {
    await house.deliver({ kind: 'form', command: 'new', args: { name: 'Summer', launch: '2024-06-01' } })
    await house.chat.engine.outbox.settled()
    expect(await house.campaign()).toBeNull()
    await house.press('new')
    expect(await house.campaign()).toMatchObject({ name: 'Summer' })
  })
})

describe('a choice', () => {
  it('is made by a button that carries all that was said', async () => {
    await house.say('new from')
    await house.press('plan-002 Execution plan table')
    expect(await house.open()).toMatchObject({ field: 'name', args: { template: 'plan-002' } })
    await house.say('Summer launch=2024-06-01')
    expect(await house.campaign()).toMatchObject({ name: 'Summer', template: 'plan-002' })
    expect(await house.open()).toBeNull()
  })

  it('is made by its word, also when that word is a command or ends questions elsewhere', async () => {
    await house.say('new Summer 2024-06-01')
    await house.say('task add Poster 2024-05-14 due=2024-05-15', ann)
    const task = await house.newest()
    await house.chat.say(li, '语言 中文')
    await house.say(`任务状态 M-${String(task?.number).padStart(3, '0')}`)
    expect(await house.say('随便')).toContain('This value does not fit here')
    await house.say('取消')
    expect(await house.newest()).toMatchObject({ status: 'cancelled' })
  })

  it('of one of several campaigns goes on with the command', async () => {
    await house.say('new Summer 2024-06-01')
    await house.say('new Winter 2024-12-01')
    expect(await house.say('tasks')).toMatch(/several|Which|C-\d+ Summer/)
    await house.pressEndingIn('Winter')
    expect(house.chat.posts.at(-1)?.card.title).toContain('Winter')
    expect(await house.open()).toBeNull()
  })
})

describe('a person', () => {
  beforeEach(async () => {
    await house.say('new Summer 2024-06-01')
  })

  it('is answered with a mention, whoever that is', async () => {
    await house.say('task add')
    expect(await house.say('海报')).toContain('then 1 more')
    expect(await house.say('', li)).not.toContain('more')
    expect(await house.say('2024-05-14')).toMatch(/Due/)
    await house.say('5.16')
    const ownerId = await house.idOf(li)
    expect(await house.newest()).toMatchObject({ name: '海报', ownerId, dueOn: '2024-05-16' })
  })

  it('mentioned with another answer is the next who is needed', async () => {
    await house.say('task add start=2024-05-14 due=2024-05-16')
    await house.say('海报 给 看', li)
    const ownerId = await house.idOf(li)
    expect(await house.newest()).toMatchObject({ name: '海报 给 看', startOn: '2024-05-14', ownerId })
  })

  it('must be one: two are refused and asked for again', async () => {
    await house.say('task add 海报 start=2024-05-14 due=2024-05-16')
    expect(await house.say(' 、 ', li, ann)).toMatch(/exactly one|one person/i)
    expect(await house.open()).toMatchObject({ field: 'owner', args: { name: '海报' } })
    await house.say(' ', li)
    expect(await house.newest()).toMatchObject({ name: '海报' })
  })
})
