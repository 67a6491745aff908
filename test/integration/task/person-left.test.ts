/** Somebody leaves the company: whoever answers for a campaign hears which of its tasks need somebody else. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Store } from '../../../src/engine/db/open.js'
import { buttonsOf } from '../../../src/kit/card.js'
import { plainCard } from '../../../src/kit/plain.js'
import { type Chat, profileOf, startChat } from '../../support/chat.js'
import { openTestStore } from '../../support/store.js'

let store: Store
let chat: Chat
const boss = profileOf('T1/U1', 'Boss', { standing: 'admin' })
const olga = profileOf('T1/U2', 'Olga', { standing: 'admin' })
const pete = profileOf('T1/U3', 'Pete')

beforeEach(async () => {
  store = await openTestStore()
  chat = await startChat(store, [boss, olga, pete])
  for (const one of [boss, olga, pete]) await chat.tells(one)
  await chat.say('T1/U1', 'new Summer 2024-06-01 owner=<@T1/U2>')
})
afterEach(async () => {
  await chat.engine.stop()
  await store.close()
})

const cards = (account: string) =>
  [...chat.posts, ...chat.edits].filter(
    ({ to, card }) => to.account === account && / has left/.test(card.title),
  )
const add = (name: string, owner = 'T1/U3', more = '') =>
  chat.say('T1/U1', `task add "${name}" <@${owner}> 2024-05-14 2024-05-20 ${more}`)

describe('the general owner', () => {
  it('is told once of everything that waits for them in the campaign', async () => {
    await add('Poster')
    await add('Video', 'T1/U1', 'approver=<@T1/U3>')
    await add('Page', 'T1/U1')
    await chat.say('T1/U1', 'task assign Page <@T1/U3>')
    await chat.tells({ ...pete, active: false })
    await chat.tells({ ...pete, active: false })
    const [card] = cards('T1/U2')
    const words = card ? plainCard(card.card) : ''
    expect(cards('T1/U2')).toHaveLength(1)
    expect(words).toContain('Pete has left: 3 tasks need somebody else · Summer')
    expect(words).toMatch(/Poster · 05-20 · was the owner/)
    expect(words).toMatch(/Page · 05-20 · was asked to take over/)
    expect(words).toMatch(/Video · 05-20 · was to accept the result/)
    expect(cards('T1/U1')).toEqual([])
  })

  it('gives each to somebody else from there, and sees what is left', async () => {
    await add('Poster')
    await chat.tells({ ...pete, active: false })
    const assign = buttonsOf(cards('T1/U2')[0]?.card ?? { title: '', tone: 'plain', blocks: [] })
    const reassign = assign.find(({ command }) => command === 'task-assign')
    if (!reassign) throw new Error('there is no button to reassign')
    expect((await chat.press('T1/U2', reassign)).form?.fields.map(({ name }) => name)).toContain('person')
    await chat.press('T1/U2', { ...reassign, args: { ...reassign.args, person: '<@T1/U2>' } })
    expect(cards('T1/U2').at(-1)?.card.title).toContain('Pete has left: everything is in other hands')
  })

  it('sees the most urgent ten', async () => {
    for (let i = 1; i <= 12; i++) await add(`Job ${i}`)
    await chat.tells({ ...pete, active: false })
    const words = cards('T1/U2')
      .map(({ card }) => plainCard(card))
      .join()
    expect(words.match(/Job \d+/g)).toHaveLength(10)
    expect(words).toContain('and 2 more tasks')
  })

  it('hears nothing of what is done, or of campaigns that are over', async () => {
    await add('Poster')
    await chat.say('T1/U3', 'done Poster')
    await chat.tells({ ...pete, active: false })
    expect(cards('T1/U2')).toEqual([])
    await chat.tells(pete)
    await add('Page')
    await chat.say('T1/U2', 'campaign cancel C-1 enough')
    await chat.tells({ ...pete, active: false })
    expect(cards('T1/U2')).toEqual([])
  })

  it('hears it again when they leave again', async () => {
    await add('Poster')
    await chat.tells({ ...pete, active: false })
    await chat.tells(pete)
    chat.clock.set('2024-05-15T01:00:00Z')
    await chat.tells({ ...pete, active: false })
    expect(cards('T1/U2')).toHaveLength(2)
  })
})

it('every administrator is told when it is the general owner who has left', async () => {
  await chat.tells({ ...olga, active: false })
  expect(cards('T1/U1')).toHaveLength(1)
  expect(cards('T1/U1')[0]?.card.title).toMatch(/Olga has left: \d+ tasks need somebody else/)
  expect(cards('T1/U3')).toEqual([])
})

it('a signature they were to give is named, with whoever may give it in their place', async () => {
  await chat.say('T1/U1', 'grant <@T1/U3> finance-head')
  for (const role of ['marketing-manager', 'operations-supervisor']) {
    await chat.say('T1/U1', `grant <@T1/U1> ${role}`)
  }
  await chat.say('T1/U3', 'deputy <@T1/U1>')
  await chat.say('T1/U2', 'submit plan')
  await chat.tells({ ...pete, active: false })
  const told = chat.posts
    .filter(({ card }) => card.title.startsWith('A-1'))
    .map(({ card }) => plainCard(card))
  expect(told.at(-1)).toContain('Pete has left, and the signature as head of finance is still to be given.')
  expect(told.at(-1)).toContain('Boss may sign in their place.')
})
