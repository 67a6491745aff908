/** The Gantt chart in the playground: looked at alone, shown to the channel, drawn anew each time. */
import { loadImage } from '@napi-rs/canvas'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readLocales } from '../../../src/engine/words/locales.js'
import { createTranslators } from '../../../src/engine/words/translate.js'
import { campaignById } from '../../../src/features/campaign/index.js'
import { planOf } from '../../../src/features/gantt/load.js'
import { buttonsOf, type Card, filesOf } from '../../../src/kit/card.js'
import { plainCard } from '../../../src/kit/plain.js'
import { addDays } from '../../../src/kit/time.js'
import type { Answer, Message } from '../../../src/platforms/playground/page/wire.js'
import { startDrumbeat, type TestDrumbeat } from '../../support/drumbeat.js'

let drumbeat: TestDrumbeat
beforeAll(async () => {
  drumbeat = await startDrumbeat('2024-05-10 09:00')
  await say('经理', '/mkt new "618年中狂欢·全场满300减50" launch=2024-06-01 end=2024-06-25')
})
afterAll(() => drumbeat.stop())

const channel = '618大促'
const say = (as: string, text: string) => drumbeat.post<Answer>('say', { as, channel, text })
const withFiles = (messages: readonly Message[]) =>
  messages.findLast(({ card }) => card && filesOf(card as Card).length > 0)

const answered = async (as: string, line: string) => {
  const message = withFiles((await say(as, line)).messages)
  return { message, card: message?.card as Card }
}
const picture = async (as: string, message: Message | undefined, at = 0, language = 'zh-CN') => {
  const name = filesOf(message?.card as Card)[at]?.name ?? ''
  const query = new URLSearchParams({ as, message: message?.id ?? '', name, language })
  return fetch(`${drumbeat.url}/api/playground/file?${query}`)
}
const bytesOf = async (answer: Response) => Buffer.from(await answer.arrayBuffer())

/** So many tasks more, straight into the store. */
const addTasks = async (campaignId: number, count: number) => {
  const like = await drumbeat.store.prisma.task.findFirstOrThrow()
  const { ownerId } = like
  await drumbeat.store.prisma.task.createMany({
    data: Array.from({ length: count }, (_, i) => ({
      ...{ campaignId, ownerId, number: 1000 + i, name: `<b>任务</b> ${i} 🎉`, startOn: '2024-05-02' },
      dueOn: '2024-06-02',
    })),
  })
}

/** What a picture would show now. */
const barsNow = () =>
  drumbeat.store.prisma.$transaction(async (db) => {
    const campaign = await campaignById(db, 1)
    if (!campaign) throw new Error('no campaign')
    const store = { db, at: new Date('2024-05-10T01:00:00Z'), facts: async () => [] }
    return (await planOf(store, campaign, createTranslators(readLocales())('zh-CN'))).bars
  })

describe('the command `gantt`', () => {
  it('answers with a picture of the tasks, in the words of who looks', async () => {
    const { message, card } = await answered('经理', '/mkt 甘特图')
    expect(plainCard(card)).toContain('C-1 共 5 项任务')
    expect(filesOf(card).map(({ name }) => name)).toEqual(['C-1 618年中狂欢·全场满300减50 甘特图.png'])
    const answer = await picture('经理', message)
    expect(answer.headers.get('content-type')).toBe('image/png')
    const chinese = await bytesOf(answer)
    expect(await loadImage(chinese)).toMatchObject({ width: 2480 })
    const english = await bytesOf(await picture('经理', message, 0, 'en'))
    expect(english.equals(chinese)).toBe(false)
    expect((await bytesOf(await picture('经理', message))).equals(chinese)).toBe(true)
  })

  it('is for nobody else until it is shown to the channel', async () => {
    const { message, card } = await answered('经理', '/mkt gantt C-1')
    expect((await picture('设计师', message)).status).toBe(404)
    expect(buttonsOf(card).map(({ command }) => command)).toEqual(['gantt-post'])
    await say('经理', '/mkt 发甘特图 C-1')
    const posted = withFiles(await drumbeat.messages(channel, '设计师'))
    expect((await picture('设计师', posted)).status).toBe(200)
  })

  it('shows how far dates have moved since somebody said that this is the plan', async () => {
    const { prisma } = drumbeat.store
    await say('经理', '/mkt 定为原计划 C-1')
    const task = await prisma.task.findFirstOrThrow({ orderBy: { dueOn: 'desc' } })
    await prisma.task.update({ where: { id: task.id }, data: { dueOn: addDays(task.dueOn, 3) } })
    const bars = await barsNow()
    expect(bars.find(({ id }) => id === task.id)).toMatchObject({
      planned: { fromOn: task.startOn, toOn: task.dueOn },
      note: '推迟 3 天',
    })
    expect(bars.filter(({ planned }) => planned)).toHaveLength(1)
    await say('经理', '/mkt 定为原计划 C-1')
    expect((await barsNow()).filter(({ planned }) => planned)).toEqual([])
  })

  it('keeps the plan by itself when the tasks are broken down, and leaves it to those who lead otherwise', async () => {
    const { prisma } = drumbeat.store
    await prisma.firstPlan.deleteMany()
    const refused = await say('设计师', '/mkt 定为原计划 C-1')
    expect(plainCard(refused.messages.at(-1)?.card as Card)).toMatch(/总负责人/)
    expect(await prisma.firstPlan.count()).toBe(0)
    await prisma.campaign.update({ where: { id: 1 }, data: { stage: 'S4' } })
    await prisma.task.updateMany({ data: { deliverable: '交付物' } })
    await say('经理', '/mkt 进入下一阶段 C-1')
    expect(await prisma.firstPlan.count()).toBe(5)
  })

  it('splits many tasks into pages, and names a page that there is not', async () => {
    await addTasks(1, 195)
    const { message, card } = await answered('经理', '/mkt 甘特图 C-1')
    expect(filesOf(card).map(({ name }) => name.slice(-7))).toEqual(['1-5.png', '2-5.png', '3-5.png'])
    const { height } = await loadImage(await bytesOf(await picture('经理', message, 2)))
    expect(height).toBeLessThan(3200)
    const { card: rest } = await answered('经理', '/mkt 甘特图 C-1 页=4')
    expect(filesOf(rest)).toHaveLength(2)
    const wrong = await say('经理', '/mkt 甘特图 C-1 页=6')
    expect(plainCard(wrong.messages.at(-1)?.card as Card)).toContain('没有第“6”页，一共 5 页')
  })

  it('says in words that a campaign has no tasks', async () => {
    await drumbeat.store.prisma.task.updateMany({ data: { status: 'cancelled' } })
    const { messages } = await say('经理', '/mkt 甘特图 C-1')
    expect(plainCard(messages.at(-1)?.card as Card)).toContain('还没有任务，画不了甘特图')
  })
})
