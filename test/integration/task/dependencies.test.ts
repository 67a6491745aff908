/** The seeding of 003-T2: what waits for what, when it may begin, and what a slip does to the rest (F38, F29, F48). */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Store } from '../../../src/engine/db/open.js'
import { buttonsOf } from '../../../src/kit/card.js'
import { plainCard } from '../../../src/kit/plain.js'
import { buttonCalled, type Chat, profileOf, startChat } from '../../support/chat.js'
import { openTestStore } from '../../support/store.js'

let store: Store
let chat: Chat
const boss = profileOf('T1/U1', 'Boss', { standing: 'admin' })
const dora = profileOf('T1/U2', 'Dora')
const carl = profileOf('T1/U3', 'Carl')

const say = (text: string, as = 'T1/U1') => chat.say(as, text)
const add = (name: string, owner: string, dates: string, more = '') =>
  say(`task add "${name}" <@${owner}> ${dates} ${more}`)

beforeEach(async () => {
  store = await openTestStore()
  chat = await startChat(store, [boss, dora, carl])
  for (const one of [boss, dora, carl]) await chat.tells(one)
  await say('new from plan-002 "Seeding" launch=2024-06-01 end=2024-06-20')
  await store.prisma.task.deleteMany()
  await add('Screening', 'T1/U3', '2024-05-01–05-10')
  await add('Content', 'T1/U3', '2024-05-11–05-15')
  await add('Assets', 'T1/U2', '2024-05-16–05-25', 'predecessor=M-002')
  await add('Publishing', 'T1/U3', '2024-05-26–05-30', 'predecessor="M-001, M-003"')
})
afterEach(async () => {
  await chat.engine.stop()
  await store.close()
})

const links = async () => {
  const all = await store.prisma.taskLink.findMany({
    select: { task: { select: { number: true } }, predecessor: { select: { number: true } } },
  })
  return all.map(({ task, predecessor }) => `${task.number}<${predecessor.number}`).sort()
}
const taskNumbered = (number: number) => store.prisma.task.findFirstOrThrow({ where: { number } })
const read = (account: string, from = 0) =>
  chat.posts
    .slice(from)
    .filter(({ to, only }) => to.account === account || only === account)
    .map(({ card }) => plainCard(card))
    .join('\n')

describe('days outside the campaign', () => {
  it('are refused, and nothing is stored', async () => {
    const count = await store.prisma.task.count()
    expect(await add('Party', 'T1/U2', '2025-05-01–2025-05-10')).toContain(
      '2025-05-01 is outside the campaign',
    )
    expect(await say('task set M-001 start 2023-05-01')).toContain('2023-05-01 is outside the campaign')
    expect(await say('channel plan Douyin "2 streams" <@T1/U2> due=2024-12-24')).toContain(
      'outside the campaign',
    )
    expect(await store.prisma.task.count()).toBe(count)
    expect(await taskNumbered(1)).toMatchObject({ startOn: '2024-05-01' })
  })
})

describe('predecessors', () => {
  it('are set when a task is added, and shown with how they stand', async () => {
    expect(await links()).toEqual(['3<2', '4<1', '4<3'])
    const card = await say('task M-004')
    expect(card).toContain('M-001 Screening (not started), M-003 Assets (not started)')
    expect(card).toContain('blocked: waits for M-001, M-003')
  })

  it('may be written as M-03, which is understood and said (O18)', async () => {
    const card = await say('task set M-004 predecessor "M-001 / M-03 done"')
    expect(card).toContain('Read as: M-03 → M-003')
    expect(await links()).toEqual(['3<2', '4<1', '4<3'])
    expect((await taskNumbered(4)).predecessor).toBe('done')
  })

  it('may be written by name, and taken away', async () => {
    await say('task set M-004 predecessor "Content，Screening"')
    expect(await links()).toEqual(['3<2', '4<1', '4<2'])
    await say('task set M-004 predecessor 无')
    expect(await links()).toEqual(['3<2'])
  })

  it('that nobody knows are refused by name', async () => {
    expect(await say('task set M-004 predecessor "M-001, Postr"')).toContain(
      'There is no task “Postr” in Seeding',
    )
    expect(await say('task set M-004 predecessor M-099')).toContain('There is no task “M-099”')
    expect(await say('task set M-004 predecessor C-77/M-001')).toContain('belongs to another campaign')
    expect(await links()).toEqual(['3<2', '4<1', '4<3'])
  })

  it('never close a circle: the loop is printed (R79)', async () => {
    expect(await say('task set M-002 predecessor M-002')).toContain('cannot wait for itself')
    expect(await say('task set M-001 predecessor M-004')).toContain('M-001 → M-004 → M-001')
    expect(await say('task set M-002 predecessor M-004')).toContain('M-002 → M-004 → M-003 → M-002')
    expect(await links()).toEqual(['3<2', '4<1', '4<3'])
  })

  it('of two people at once never close a circle together', async () => {
    await say('task set M-004 predecessor none')
    await Promise.all([say('task set M-001 predecessor M-004'), say('task set M-004 predecessor M-001')])
    expect((await links()).filter((link) => link !== '3<2')).toHaveLength(1)
  })

  it('are for whoever leads to set, not for the owner who waits', async () => {
    expect(await say('task set M-003 predecessor none', 'T1/U2')).toContain(
      'for the general owner and planners',
    )
    expect(await links()).toContain('3<2')
  })
})

describe('a blocked task', () => {
  it('cannot be begun or finished; what it waits for is named (F38)', async () => {
    chat.clock.set('2024-05-20T01:00:00Z')
    const refused = await say('start M-004', 'T1/U3')
    expect(refused).toContain('has to wait: these are not done yet: M-001 Screening, M-003 Assets')
    expect(await say('done M-004', 'T1/U3')).toContain('M-001 Screening, M-003 Assets')
    expect((await taskNumbered(4)).status).toBe('todo')
  })

  it('is marked in lists and offers no button to begin', async () => {
    expect(await say('tasks')).toContain('blocked: waits for M-002')
    expect(await say('my', 'T1/U2')).toContain('blocked: waits for M-002')
    await say('take M-003', 'T1/U2')
    await say('task M-003', 'T1/U2')
    expect(
      buttonsOf(chat.posts.at(-1)?.card ?? { title: '', tone: 'plain', blocks: [] }).map(
        ({ label }) => label,
      ),
    ).not.toContain('In progress')
  })

  it('becomes ready when the last predecessor is done, and its owner hears of it (F29)', async () => {
    const from = chat.posts.length
    await say('done M-001')
    expect(read('T1/U3', from)).not.toContain('is ready to begin')
    await say('done M-002')
    expect(read('T1/U2', from)).toContain('M-003 Assets is ready to begin: M-002 Content is done')
    await say('done M-003')
    expect(read('T1/U3', from)).toContain('M-004 Publishing is ready to begin: M-003 Assets is done')
    await say('start M-004', 'T1/U3')
    expect((await taskNumbered(4)).status).toBe('doing')
  })

  it('waits until the approver has accepted what it waits for', async () => {
    await say('task set M-002 approver <@T1/U2>')
    await say('done M-002', 'T1/U3')
    expect(await say('start M-003', 'T1/U2')).toContain('M-002 Content')
    const from = chat.posts.length
    await say('task accept M-002', 'T1/U2')
    expect(read('T1/U2', from)).toContain('M-003 Assets is ready to begin')
  })

  it('waits for nothing that was cancelled', async () => {
    const from = chat.posts.length
    await say('task status M-002 cancelled')
    expect(read('T1/U2', from)).toContain('M-003 Assets is ready to begin')
    await say('start M-003', 'T1/U2')
    expect((await taskNumbered(3)).status).toBe('doing')
  })
})

describe('a predecessor that slips', () => {
  const preview = async () => {
    chat.clock.set('2024-05-27T01:00:00Z')
    await say('done M-001')
    await say('done M-002')
    return say('task shift M-003')
  }

  it('by two days gives M-004 05-28–06-01, which collides with the warm-up (F48)', async () => {
    const card = await preview()
    expect(card).toContain('M-003 Assets ends 2 days later')
    expect(card).toContain(
      'M-004 Publishing · Carl · 05-26–05-30 → 05-28–06-01 · 2 days later · float 1 → −1',
    )
    expect(card).toMatch(/collides with .+ 06-01/)
    await chat.press('T1/U1', buttonCalled(chat.posts, 'Raise an issue'))
    expect(await say('issues')).toMatch(/M-004: collides with .+ 06-01/)
  })

  it('moves its successors with one press, and their owners hear of it once', async () => {
    await preview()
    const from = chat.posts.length
    await chat.press('T1/U1', buttonCalled(chat.posts, 'Move them'))
    expect(await taskNumbered(4)).toMatchObject({ startOn: '2024-05-28', dueOn: '2024-06-01' })
    expect(await taskNumbered(3)).toMatchObject({ startOn: '2024-05-16', dueOn: '2024-05-27' })
    const told = read('T1/U3', from)
    expect(told).toContain('Your task moves because M-003 Assets ends later')
    expect(told).toContain('M-004 Publishing · 05-28–06-01 · 2 days later')
    expect(told.match(/Your task moves/g)).toHaveLength(1)
  })

  it('shows the preview anew when something has changed since, and moves nothing', async () => {
    await preview()
    const old = buttonCalled(chat.posts, 'Move them')
    await say('task set M-004 due 2024-05-31')
    const from = chat.posts.length
    await chat.press('T1/U1', old)
    expect(read('T1/U1', from)).toContain('Something has changed meanwhile')
    expect((await taskNumbered(4)).startOn).toBe('2024-05-26')
  })

  it('moves nothing when somebody presses who may not decide', async () => {
    await preview()
    const old = buttonCalled(chat.posts, 'Move them')
    const from = chat.posts.length
    await chat.press('T1/U3', old)
    expect(read('T1/U3', from)).toContain('for the general owner and planners')
    expect((await taskNumbered(4)).startOn).toBe('2024-05-26')
  })

  it('when its due date is set later: the buffer is kept or used up, as it is chosen', async () => {
    await say('task set M-003 due 2024-05-24')
    const card = await say('task set M-003 due 2024-05-27')
    expect(card).toContain('Only as far as needed: 1 task moves')
    expect(card).toContain('05-28–06-01')
    expect(card).toContain('Keep the buffer: 1 task moves')
    expect(card).toContain('05-29–06-02')
    await chat.press('T1/U1', buttonCalled(chat.posts, 'Keep the buffer'))
    expect(await taskNumbered(4)).toMatchObject({ startOn: '2024-05-29', dueOn: '2024-06-02' })
  })

  it('never moves what is done or has begun', async () => {
    await say('done M-002')
    await say('done M-003')
    const card = await say('task set M-002 due 2024-06-10')
    expect(card).not.toContain('moves')
    expect(await taskNumbered(3)).toMatchObject({ startOn: '2024-05-16', dueOn: '2024-05-25' })
  })

  it('leaves everything alone that still fits', async () => {
    expect(await say('task set M-001 due 2024-05-20')).toContain('M-001 Screening')
    expect(await say('task shift M-001')).toContain('ends as planned')
  })
})

describe('the critical path', () => {
  it('names its tasks, the float of all, and that the buffer is scarce (R26)', async () => {
    chat.clock.set('2024-05-01T01:00:00Z')
    const card = await say('critical path')
    expect(card).toMatch(
      /M-002 Content[\s\S]*M-003 Assets[\s\S]*M-004 Publishing[\s\S]*other open tasks[\s\S]*M-001/,
    )
    expect(card).toContain('ends on 05-30 at the earliest; float in days: 1')
    expect(card).toMatch(/M-001 Screening.*float 16/)
    expect(card).toContain(
      'Buffer before launch: 1 of 31 days = 3%. That is less than the usual 10–15% (R26)',
    )
  })

  it('warns before anything of it is late: whoever waits for something late is at risk', async () => {
    chat.clock.set('2024-05-17T01:00:00Z')
    const table = await say('tasks')
    expect(table).toMatch(/M-003 Assets.*at risk: can begin 2 days late/)
    expect(table).toMatch(/M-004 Publishing.*at risk: can begin 2 days late/)
    expect(table).toContain('2 tasks are at risk')
  })
})

it('who approves and the departments that help hear when it begins, is delayed and is done (F37)', async () => {
  const { personId = '' } = (await store.prisma.account.findFirst({ where: { account: 'T1/U3' } })) ?? {}
  const department = { id: 'copy', name: '文案部', organisation: 'T1' }
  await store.prisma.department.create({ data: { ...department, people: { connect: { id: personId } } } })
  await say('task set M-003 support "文案部 (copy)"')
  await say('done M-002')
  const from = chat.posts.length
  await say('start M-003', 'T1/U2')
  await say('task set M-003 due 2024-05-26')
  await say('done M-003', 'T1/U2')
  const told = read('T1/U3', from)
  expect(told).toContain('Dora set “Assets” to in progress')
  expect(told).toContain('Boss gave “Assets” a later due date')
  expect(told).toContain('Dora set “Assets” to done')
})

it('tasks of a template wait for each other as its document prints it (003-T2)', async () => {
  await store.prisma.task.deleteMany()
  await say('new from strategy-003 "Summer" launch=2024-06-01 end=2024-06-20')
  expect(await links()).toEqual(['3<2', '4<1', '4<3'])
  expect((await taskNumbered(4)).predecessor).toBeNull()
})
