/** A retrospective: who adds a measure, who hears of it, who ticks it, and the report that is written beside it. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Store } from '../../../src/engine/db/open.js'
import { type Button, buttonsOf } from '../../../src/kit/card.js'
import { buttonCalled, type Chat, profileOf, startChat } from '../../support/chat.js'
import { openTestStore } from '../../support/store.js'

let store: Store
let chat: Chat
const [boss, pete, ann, viv] = ['U1', 'U2', 'U3', 'U4'].map((id) => `T1/${id}`) as [
  string,
  string,
  string,
  string,
]
const people = [
  profileOf(boss, 'Boss', { standing: 'admin' }),
  profileOf(pete, 'Pete'),
  profileOf(ann, 'Ann'),
  profileOf(viv, 'Viv'),
]

beforeEach(async () => {
  store = await openTestStore()
  chat = await startChat(store, people)
  for (const one of people) await chat.tells(one)
  await chat.say(boss, 'new from ecom-004 Summer 2024-06-01')
  await chat.say(boss, 'task add Poster <@T1/U2> 2024-05-16 2024-05-25')
})
afterEach(async () => {
  await chat.engine.stop()
  await store.close()
})

const rows = () => store.prisma.retroRow.findMany({ orderBy: { number: 'asc' } })
const heard = (account: string) =>
  chat.posts.filter(({ to, card }) => to.account === account && card.title.includes('improvement measure'))
const doneButton = (account: string): Button => buttonCalled(heard(account), 'Done')

describe('a measure', () => {
  const add = (account: string, owner = 'Ann') =>
    chat.say(
      account,
      `retro add "Content production" "keep videos within 60 s" ${owner} 2024-06-30 shortcoming="90 s on average"`,
    )

  it('is added by everybody who works in the campaign, and its owner hears of it once', async () => {
    expect(await add(pete)).toContain('keep videos within 60 s')
    expect(await rows()).toMatchObject([
      { part: 'content', plannedOn: '2024-06-30', shortcoming: '90 s on average', cause: null, doneAt: null },
    ])
    expect(heard(ann)).toHaveLength(1)
    expect(heard(boss)).toHaveLength(0)
  })

  it('is not added twice, nor by others, nor without a day or for two people', async () => {
    await add(pete)
    expect(await add(boss)).toContain('there already')
    expect(await add(viv)).toContain('Only who works in C-1')
    await chat.say(pete, 'retro add x "another one" "Ann, Pete" 2024-06-30')
    await chat.say(pete, 'retro add x "another one" Ann 2024-02-30')
    expect(await rows()).toHaveLength(1)
    const denied = await store.prisma.auditEvent.count({ where: { action: 'retro.denied' } })
    expect(denied).toBe(1)
  })

  it('is ticked by its owner, in the message they got, and by whoever leads; not by others', async () => {
    await add(pete)
    const button = doneButton(ann)
    await chat.press(pete, button)
    expect((await rows())[0]?.doneAt).toBeNull()
    await chat.press(ann, button)
    expect((await rows())[0]).toMatchObject({ doneById: expect.any(String), doneAt: expect.any(Date) })
    expect(buttonsOf(chat.edits.at(-1)?.card ?? { title: '', tone: 'plain', blocks: [] })).not.toContainEqual(
      button,
    )
    expect(await chat.say(boss, 'retro done 1')).toContain('done already')
    await chat.say(boss, 'retro done 1 open')
    expect((await rows())[0]?.doneAt).toBeNull()
  })

  it('is taken away by who wrote it, not by its owner', async () => {
    await add(pete)
    expect(await chat.say(ann, 'retro remove 1')).toContain('whoever wrote it')
    await chat.say(pete, 'retro remove 1')
    expect(await rows()).toEqual([])
  })

  it('is late behind its day, and says so', async () => {
    await add(pete)
    chat.clock.set('2024-07-01T03:00:00Z')
    expect(await chat.say(boss, 'retro')).toContain('overdue')
  })
})

describe('the report', () => {
  it('has four sections and the writer’s own, each as it was written last', async () => {
    expect(await chat.say(boss, 'retro')).toContain('Not written yet: Goal achievement · Channel analysis')
    await chat.say(boss, 'retro write "Own word" "something else"')
    await chat.say(boss, 'retro write "Goal achievement" "GMV 90 %"')
    const card = await chat.say(boss, 'retro write goals "GMV 96 % <b> *a* @all"')
    expect(card).toMatch(/Goal achievement[\s\S]*GMV 96 % <b> \*a\* @all[\s\S]*Own word/)
    expect(card).toContain('Not written yet: Channel analysis')
    await chat.say(boss, 'retro write "own word" -')
    expect(await store.prisma.retroSection.findMany()).toMatchObject([{ dimension: 'goals', version: 1 }])
  })

  it('is written by whoever leads', async () => {
    expect(await chat.say(pete, 'retro write goals "all of them"')).toContain(
      'that takes planner or general owner',
    )
    expect(await store.prisma.retroSection.count()).toBe(0)
  })
})

it('belongs to the one person that two turn out to be', async () => {
  await chat.say(pete, 'retro add Overall "plan earlier" Ann 2024-06-30')
  const [annId, peteId] = await Promise.all(
    [ann, pete].map(
      async (account) => (await store.prisma.account.findFirst({ where: { account } }))?.personId,
    ),
  )
  await chat.say(boss, `person link ${peteId} ${annId}`)
  const answer = await chat.say(boss, 'retro')
  const [row] = await rows()
  expect(row?.ownerId).toBe(row?.byId)
  expect(answer).toContain('plan earlier')
})
