/** The countdown comes with a campaign; the launch moves after a preview, and takes along what is not done (F5). */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Store } from '../../../src/engine/db/open.js'
import { type Button, buttonsOf } from '../../../src/kit/card.js'
import { plainCard } from '../../../src/kit/plain.js'
import { buttonCalled, type Chat, profileOf, startChat } from '../../support/chat.js'
import { openTestStore } from '../../support/store.js'

let store: Store
let chat: Chat
const boss = profileOf('T1/U1', 'Boss', { standing: 'admin' })
const pete = profileOf('T1/U3', 'Pete')

beforeEach(async () => {
  store = await openTestStore()
  chat = await startChat(store, [boss, pete])
  for (const one of [boss, pete]) await chat.tells(one)
  await chat.say('T1/U1', 'new from plan-002 Summer first=2024-06-01', 'T1/C1')
})
afterEach(async () => {
  await chat.engine.stop()
  await store.close()
})

const milestones = async () =>
  (await store.prisma.milestone.findMany({ orderBy: { fromOn: 'asc' } })).map(
    ({ key, fromOn, toOn }) => `${key} ${fromOn} ${toOn}`,
  )
const phases = async () =>
  (await store.prisma.phase.findMany({ orderBy: { fromOn: 'asc' } })).map(
    ({ key, fromOn }) => `${key} ${fromOn}`,
  )
const task = (name: string) => store.prisma.task.findFirstOrThrow({ where: { name } })
const moveButton = (to: string): Button => buttonCalled(chat.posts, `Move to ${to}`)
const news = (account: string) =>
  chat.posts.filter(({ to, card }) => to.account === account && card.title.startsWith('Launch moved'))

describe('the countdown', () => {
  it('is there with the campaign, as the handbook counts it', async () => {
    expect(await milestones()).toEqual([
      'goals 2024-05-24 2024-05-24',
      'draft 2024-05-27 2024-05-27',
      'development 2024-06-01 2024-06-01',
      'test 2024-06-05 2024-06-07',
    ])
    const words = await chat.say('T1/U1', 'countdown')
    expect(words).toContain('Launch T: 2024-06-08, in 26 days')
    expect(words).toMatch(/T-15.*Goals fixed.*2024-05-24/)
    expect(words).toMatch(/T-3…T-1.*Full-flow test.*2024-06-05 – 06-07/)
  })

  it('stands with its next point on the card of the campaign', async () => {
    expect(await chat.say('T1/U1', 'show')).toContain('countdown T-15: goals fixed by 2024-05-24')
    await chat.say('T1/U1', 'milestone goals')
    expect(await chat.say('T1/U1', 'show')).toContain('countdown T-12: plan draft by 2024-05-27')
  })

  it('is ticked off once, by whoever leads the campaign or holds a role in it', async () => {
    expect(await chat.say('T1/U3', 'milestone goals')).toContain('Only people who lead')
    expect(await chat.say('T1/U1', 'milestone goals')).toContain('done by Boss')
    expect(await chat.say('T1/U1', 'milestone goals')).toContain('ticked off already')
    expect(await chat.say('T1/U1', 'milestone goals open')).not.toContain('done by Boss')
    expect(await store.prisma.auditEvent.count({ where: { action: 'countdown.denied' } })).toBe(1)
  })
})

describe('a launch that is to move', () => {
  it('is shown first, with everything that would move, and nothing has moved yet', async () => {
    await chat.say('T1/U1', 'milestone goals')
    const words = await chat.say('T1/U1', 'launch 2024-06-10')
    expect(words).toContain('Launch 2024-06-08 → 2024-06-10: 2 days later')
    expect(words).toContain('2024-06-15 – 06-17 → 2024-06-17 – 06-19')
    expect(words).toContain('Plan draft written: 2024-05-27 → 2024-05-29')
    expect(words).not.toContain('Goals fixed: ')
    expect(words).toMatch(/M-002 .*2024-06-08 – 06-14 → 2024-06-10 – 06-16/)
    expect((await store.prisma.campaign.findFirstOrThrow()).launchOn).toBe('2024-06-08')
    expect(await phases()).toContain('warmup 2024-06-08')
  })

  it('moves phases, countdown, tasks and reports by the same days, and what is done stays', async () => {
    await chat.say('T1/U1', 'milestone goals')
    const [first] = await store.prisma.task.findMany({ orderBy: { number: 'asc' } })
    if (!first) throw new Error('the template brought no tasks')
    await chat.say('T1/U1', 'task status M-001 done')
    const before = await store.prisma.report.findMany({ orderBy: { document: 'asc' } })
    await chat.say('T1/U1', 'launch 2024-06-10')
    await chat.press('T1/U1', moveButton('2024-06-10'))
    expect(await milestones()).toEqual([
      'goals 2024-05-24 2024-05-24',
      'draft 2024-05-29 2024-05-29',
      'development 2024-06-03 2024-06-03',
      'test 2024-06-07 2024-06-09',
    ])
    expect(await phases()).toContain('burst 2024-06-17')
    const { launchOn, endOn } = await store.prisma.campaign.findFirstOrThrow()
    expect([launchOn, endOn]).toEqual(['2024-06-10', '2024-06-25'])
    expect((await task(first.name)).dueOn).toBe(first.dueOn)
    const after = await store.prisma.report.findMany({ orderBy: { document: 'asc' } })
    expect(after.map(({ dueOn }) => dueOn)).not.toEqual(before.map(({ dueOn }) => dueOn))
    const { before: was, after: is } = await store.prisma.auditEvent.findFirstOrThrow({
      where: { action: 'campaign.launch' },
    })
    expect([was, is]).toEqual([
      { launchOn: '2024-06-08', endOn: '2024-06-23' },
      { launchOn: '2024-06-10', days: 2, tasks: 4 },
    ])
  })

  it('tells the channel once, and each owner once of their tasks', async () => {
    await chat.say('T1/U1', 'task add Poster <@T1/U3> 2024-06-01 2024-06-03')
    await chat.say('T1/U1', 'task add Video <@T1/U3> 2024-06-02 2024-06-04')
    await chat.say('T1/U1', 'launch 2024-06-10')
    const button = moveButton('2024-06-10')
    await Promise.all([chat.press('T1/U1', button), chat.press('T1/U1', button)])
    await chat.engine.outbox.settled()
    const [told] = news('T1/U3')
    expect(news('T1/U3')).toHaveLength(1)
    expect(told ? plainCard(told.card) : '').toMatch(
      /Poster: 2024-06-03 – 06-05[\s\S]*Video: 2024-06-04 – 06-06/,
    )
    const inChannel = chat.posts.filter(
      ({ to, card }) => to.channel === 'T1/C1' && card.title.startsWith('Launch moved'),
    )
    expect(inChannel).toHaveLength(1)
    expect((await task('Poster')).startOn).toBe('2024-06-03')
  })

  it('is shown anew when the campaign has changed since the preview', async () => {
    await chat.say('T1/U1', 'launch 2024-06-10')
    const button = moveButton('2024-06-10')
    await chat.say('T1/U1', 'phase set tail 2024-06-18 2024-06-22')
    await chat.press('T1/U1', button)
    expect((await store.prisma.campaign.findFirstOrThrow()).launchOn).toBe('2024-06-08')
    expect(moveButton('2024-06-10').args.seen).not.toBe(button.args.seen)
    await chat.press('T1/U1', moveButton('2024-06-10'))
    expect((await store.prisma.campaign.findFirstOrThrow()).launchOn).toBe('2024-06-10')
  })

  it('leaves fixed dates alone, and is refused where a fixed phase stands in the way', async () => {
    await chat.say('T1/U1', 'task add Poster <@T1/U3> 2024-06-01 2024-06-03')
    const { number, startOn } = await task('Poster')
    expect(await chat.say('T1/U1', `date fix M-${number}`)).toContain('Stays when the launch moves')
    expect(await chat.say('T1/U1', `date fix M-${number}`)).toContain('is fixed already')
    await chat.say('T1/U1', 'launch 2024-06-09')
    await chat.press('T1/U1', moveButton('2024-06-09'))
    expect((await task('Poster')).startOn).toBe(startOn)
    await chat.say('T1/U1', 'date fix burst')
    expect(await chat.say('T1/U1', 'launch 2024-06-12')).toContain('2024-06-16')
    expect((await store.prisma.campaign.findFirstOrThrow()).launchOn).toBe('2024-06-09')
    await chat.say('T1/U1', 'date free burst')
    expect(await chat.say('T1/U1', 'launch 2024-06-12')).toContain('Nothing has moved yet')
  })

  it('is for those who lead the campaign, and for days that are days', async () => {
    expect(await chat.say('T1/U3', 'launch 2024-06-10')).toContain('that takes planner or general owner')
    expect(await chat.say('T1/U1', 'launch 2024-06-31')).toContain('2024-06-31')
    expect(await chat.say('T1/U1', 'launch 2024-06-08')).toContain('is 2024-06-08 already')
    const buttons = chat.posts.flatMap(({ card }) => buttonsOf(card)).map(({ command }) => command)
    expect(buttons).not.toContain('launch-move')
  })

  it('also takes the countdown along when the first public phase is set to another day', async () => {
    await chat.say('T1/U1', 'phase set warmup 2024-06-10 2024-06-14')
    expect(await milestones()).toContain('goals 2024-05-26 2024-05-26')
  })
})
