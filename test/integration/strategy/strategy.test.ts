/** Strategies, modules and tasks as a tree, by command and out of a table (F40, O40). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startDrumbeat, type TestDrumbeat, type Voice, voice, words } from '../../support/drumbeat.js'

let drumbeat: TestDrumbeat
let manager: Voice
beforeAll(async () => {
  drumbeat = await startDrumbeat('2024-05-18 09:00')
  await drumbeat.channel('新品种草')
  manager = voice(drumbeat, '经理', '新品种草')
  await manager.say('/mkt new 新品上市 template=strategy-003 launch=2024-06-01 end=2024-06-20')
})
afterAll(() => drumbeat.stop())

const last = async (who = manager) => words((await who.sees()).slice(-1))
const said = async (line: string, who = manager): Promise<string> => {
  await who.say(`/mkt ${line}`)
  return last(who)
}
const strategies = () =>
  drumbeat.store.prisma.strategy.findMany({
    include: { modules: { orderBy: { number: 'asc' } } },
    orderBy: { number: 'asc' },
  })
const taskNumbered = (number: number) => drumbeat.store.prisma.task.findFirstOrThrow({ where: { number } })

describe('a strategy', () => {
  it('is added once, however its name is spelt', async () => {
    expect(await said('添加策略 小红书种草 15万')).toContain('已添加策略“小红书种草”')
    expect(await said('添加策略 " 小红书 种草 "')).toContain('已经有“小红书种草”了')
    expect(await said('添加策略 "A / B"')).toContain('不能作为名称')
    expect(await said('添加策略 线下快闪店 很多钱')).toContain('无法识别预算“很多钱”')
    expect(await strategies()).toMatchObject([{ name: '小红书种草', number: 1 }])
  })

  it('gets its modules in their order', async () => {
    await said('添加模块 "KOC筛选 → 内容策划 → 素材制作 → 内容发布"')
    expect(await said('添加模块 数据跟踪 策略=小红书种草')).toContain('已添加模块：数据跟踪')
    expect(await said('添加模块 KOC筛选')).toContain('已经有“KOC筛选”了')
    const [seeding] = await strategies()
    expect(seeding?.modules.map(({ name }) => name)).toEqual([
      ...['KOC筛选', '内容策划', '素材制作', '内容发布', '数据跟踪'],
    ])
  })

  it('is nothing that viewers or owners of tasks may add', async () => {
    const designer = voice(drumbeat, '设计师', '新品种草')
    expect(await said('添加策略 别的', designer)).not.toContain('已添加策略')
    expect(await strategies()).toHaveLength(1)
  })
})

describe('a task', () => {
  it('takes its place by a module, by a strategy, or by both in one', async () => {
    expect(await said('修改任务 M-001 模块 KOC筛选')).toContain('小红书种草 / KOC筛选')
    await said('修改任务 M-002 策略 小红书种草')
    expect(await said('修改任务 M-002 模块 内容策划')).toContain('小红书种草 / 内容策划')
    await said('修改任务 M-003 策略 "小红书种草 / 素材制作"')
    expect(await said('新建任务 排期 @专员 2024-05-26–05-30 策略=小红书种草 模块=内容发布')).toContain(
      '小红书种草 / 内容发布',
    )
    const [seeding] = await strategies()
    expect((await taskNumbered(3)).moduleId).toBe(seeding?.modules[2]?.id)
    expect((await taskNumbered(5)).moduleId).toBe(seeding?.modules[3]?.id)
  })

  it('is not put where nothing is', async () => {
    expect(await said('修改任务 M-004 策略 没有的')).toContain('没有策略“没有的”。现有：小红书种草')
    expect(await said('修改任务 M-001 模块 没有的')).toContain('“小红书种草”中没有模块“没有的”')
    expect(await said('新建任务 甲 @专员 2024-05-26–05-30 策略=没有的')).toContain('没有策略“没有的”')
    expect(await drumbeat.store.prisma.task.count()).toBe(5)
  })
})

describe('the tree', () => {
  it('shows tasks per strategy and module, and what has none', async () => {
    await said('添加策略 线下快闪店')
    const tree = await said('任务树')
    expect(tree).toMatch(/小红书种草 · 4 个任务：已完成 0，未完成 4，延期 2 · 预算 15万元/)
    expect(tree).toMatch(/KOC筛选 · 1 个任务[^\n]*\n.*└ M-001 KOC筛选/)
    expect(tree).toContain('数据跟踪 · ⚠ 没有任务')
    expect(tree).toContain('线下快闪店 · ⚠ 没有任务')
    expect(tree).toMatch(/未归入策略 · 1 个任务/)
    expect(await said('任务树 C-1 策略=线下快闪店')).not.toContain('KOC筛选')
  })

  it('names the directions of goals that nobody takes up', async () => {
    await said(
      '添加目标 用户增长 新增注册用户数 20万 负责人=经理 达成时间=2024-06-30 策略="小红书KOC种草 + 抖音信息流"',
    )
    const tree = await said('任务树')
    expect(tree).toContain('还没有策略落实：抖音信息流')
    await manager.press('添加抖音信息流')
    expect((await strategies()).map(({ name }) => name)).toContain('抖音信息流')
  })

  it('stands behind a line of the card of the campaign', async () => {
    expect(await said('查看活动 C-1')).toContain('2 个策略没有任务：线下快闪店, 抖音信息流')
  })
})

describe('a change', () => {
  it('of a name is seen on the tasks', async () => {
    await said('修改策略 "小红书种草 / KOC筛选" 名称 达人筛选')
    await said('修改策略 小红书种草 名称 小红书')
    expect(await said('任务 M-001')).toContain('小红书 / 达人筛选')
    expect(await said('修改策略 线下快闪店 名称 小红书')).toContain('已经有“小红书”了')
    expect(await said('修改策略 小红书 预算 12万')).toContain('已改为 12万')
  })

  it('takes away only what has no tasks', async () => {
    expect(await said('删除策略 小红书')).toContain('还有任务，不能删除')
    expect(await said('删除策略 "小红书 / 达人筛选"')).toContain('还有任务，不能删除')
    expect(await said('删除策略 "小红书 / 数据跟踪"')).toContain('已删除“小红书 / 数据跟踪”')
    expect(await said('删除策略 线下快闪店')).toContain('已删除“线下快闪店”')
    await said('修改任务 M-001 策略 无')
    expect(await taskNumbered(1)).toMatchObject({ strategyId: null, moduleId: null })
  })
})
