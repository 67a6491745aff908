/** Regional copies on a real store: 上海 copies the flash store a week later, and the parent shows how it is doing (F123). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startDrumbeat, type TestDrumbeat, voice, words } from '../../support/drumbeat.js'

let drumbeat: TestDrumbeat
beforeAll(async () => {
  drumbeat = await startDrumbeat('2024-04-20 09:00')
  await say('/mkt new from plan-002 快闪店 2024-06-08')
  await say('/mkt plan set rules "满300减50 <b>" campaign=C-1')
  await say('/mkt goal add GMV metric=活动期GMV target=500万 due=2024-06-30 owner=专员 campaign=C-1')
  await say('/mkt task set C-1/M-003 predecessor M-002')
  await say('/mkt task status C-1/M-001 done')
  await drumbeat.store.prisma.phaseDetail.create({
    data: { campaignId: 1, key: 'burst', core: '直播 <b>', ownerId: 'specialist' },
  })
})
afterAll(() => drumbeat.stop())

const here = (as = '经理') => voice(drumbeat, as)
const say = (text: string, as = '经理') => here(as).say(text)
const said = async (text: string, as = '经理') => words((await say(text, as)).messages)
const db = () => drumbeat.store.prisma
const tasksOf = (campaignId: number) =>
  db().task.findMany({ where: { campaignId }, orderBy: { number: 'asc' } })
const count = () => db().campaign.count()

describe('a regional copy', () => {
  it('has plan, tasks, metrics and goals a week later, with a local owner (F123)', async () => {
    const text = await said('/mkt 复制活动 C-1 上海 +7 @策划')
    expect(text).toContain('已创建 C-2 · 快闪店（上海）')
    expect(text).toContain('策划方案、5 个任务')
    const [model, copy] = [await tasksOf(1), await tasksOf(2)]
    expect(copy.map(({ name }) => name)).toEqual(model.map(({ name }) => name))
    expect(new Set(copy.map(({ ownerId }) => ownerId))).toEqual(new Set(['planner']))
    expect(copy.every(({ status }) => status === 'todo')).toBe(true)
    expect([model[0]?.startOn, copy[0]?.startOn]).toEqual(['2024-06-01', '2024-06-08'])
    expect(await db().taskLink.count({ where: { campaignId: 2 } })).toBe(1)
    const stored = await db().campaign.findUnique({
      where: { id: 2 },
      include: { planItems: true, phases: true },
    })
    expect(stored).toMatchObject({ parentId: 1, region: '上海', launchOn: '2024-06-15', ownerId: 'planner' })
    expect(stored?.planItems.find(({ item }) => item === 'rules')?.content).toBe('满300减50 <b>')
    expect(stored?.phases).toHaveLength(5)
    const detail = await db().phaseDetail.findFirst({ where: { campaignId: 2 } })
    expect(detail).toMatchObject({ key: 'burst', core: '直播 <b>', ownerId: null })
    expect(await db().kpi.count({ where: { campaignId: 2 } })).toBe(
      await db().kpi.count({ where: { campaignId: 1 } }),
    )
    expect(await db().goal.findFirst({ where: { campaignId: 2 } })).toMatchObject({
      ...{ metric: '活动期GMV', dueOn: '2024-07-07', ownerId: 'planner' },
    })
  })

  it('is named on the card of its parent with its status, and names its parent', async () => {
    expect(await said('/mkt 查看 C-1')).toMatch(
      /区域副本 上海 · C-2 · 2024-06-15 启动 · S1 目标设定 · 任务完成 0\/5/,
    )
    expect(await said('/mkt 查看 C-2')).toContain('C-1 快闪店 的区域副本（上海）')
    await say('/mkt 取消活动 C-2 场地未定')
    expect(await said('/mkt 查看 C-1')).toMatch(/区域副本 上海 · C-2 · .* 已取消/)
  })

  it('of a region that has one is refused, unless that one was called off', async () => {
    await say('/mkt 复制活动 C-1 上海 2024-06-20')
    const before = await count()
    expect(await said('/mkt 复制活动 C-1 "上 海"')).toContain('上 海 已有副本：C-3')
    expect(await count()).toBe(before)
  })

  it('of a copy belongs to the same campaign', async () => {
    await say('/mkt 复制活动 C-3 杭州')
    const copy = await db().campaign.findFirst({ where: { region: '杭州' } })
    expect(copy).toMatchObject({ parentId: 1, name: '快闪店（杭州）', launchOn: '2024-06-20' })
  })

  it('is not made of a campaign that was called off, by those who do not lead, or for no day', async () => {
    const before = await count()
    expect(await said('/mkt 复制活动 C-2 北京')).toContain('C-2 已取消')
    await say('/mkt 复制活动 C-1 北京', '设计师')
    await say('/mkt 复制活动 C-1 北京', 'intern')
    await say('/mkt 复制活动 C-1 北京 改天')
    await say('/mkt 复制活动 C-1 北京 +7 @intern')
    await say('/mkt 复制活动 C-99 北京')
    expect(await count()).toBe(before)
  })

  it('is made once when it is asked for twice at once', async () => {
    await Promise.all([say('/mkt 复制活动 C-1 广州'), say('/mkt 复制活动 C-1 广州')])
    expect(await db().campaign.count({ where: { region: '广州' } })).toBe(1)
  })
})
