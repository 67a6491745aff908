/** The column 关联策略 of 003-T2: read, added where it is new, printed, and read again without a change. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Card } from '../../../src/kit/card.js'
import { filesOf } from '../../../src/kit/card.js'
import { startDrumbeat, type TestDrumbeat, type Voice, voice, words } from '../../support/drumbeat.js'

let drumbeat: TestDrumbeat
let manager: Voice
beforeAll(async () => {
  drumbeat = await startDrumbeat('2024-04-20 09:00')
  await drumbeat.channel('新品种草')
  manager = voice(drumbeat, '经理', '新品种草')
  await manager.say('/mkt new 新品上市 template=strategy-003 launch=2024-06-01 end=2024-06-20')
})
afterAll(() => drumbeat.stop())

const last = async () => words((await manager.sees()).slice(-1))
const shown = async (table: string): Promise<string> => {
  await manager.say(`/mkt 导入 ${table}`)
  return last()
}
const kept = async (table: string): Promise<string> => {
  await shown(table)
  const button = (await manager.sees()).at(-1)?.buttons.find(({ label }) => label.startsWith('确认导入'))
  await manager.press(button?.label ?? 'nothing to press')
  return last()
}
const places = async (): Promise<string[]> => {
  const tasks = await drumbeat.store.prisma.task.findMany({
    include: { strategy: true, module: true },
    orderBy: { number: 'asc' },
  })
  return tasks.map(({ strategy, module }) => `${strategy?.name ?? '–'} / ${module?.name ?? '–'}`)
}
const table = (...rows: string[]) => ['任务ID,任务名称,关联策略,负责人,起止时间', ...rows].join('\n')

describe('the column of strategies', () => {
  it('says what would be added before anything is kept', async () => {
    const preview = await shown(
      table(
        'M-001,KOC筛选,小红书种草 / KOC筛选,专员,2024-05-01~05-10',
        'M-002,种草内容策划,小 红书种草,文案,2024-05-11~05-15',
        'M-009,投流,抖音信息流,专员,2024-05-16~05-20',
        'M-010,闭店,谁也不看,专员,2024-02-30',
      ),
    )
    expect(preview).toContain('将新增 3 个策略或模块：小红书种草, 抖音信息流, 小红书种草 / KOC筛选')
    expect(preview).toMatch(/修改 M-001 KOC筛选：.*关联策略/)
    expect(await drumbeat.store.prisma.strategy.count()).toBe(0)
  })

  it('is kept with the strategies it names, also spelt otherwise, and not those of lines left out', async () => {
    await kept(
      table(
        'M-001,KOC筛选,小红书种草 / KOC筛选,专员,2024-05-01~05-10',
        'M-002,种草内容策划,小 红书种草,文案,2024-05-11~05-15',
        'M-009,投流,抖音信息流,专员,2024-05-16~05-20',
        'M-010,闭店,谁也不看,专员,2024-02-30',
      ),
    )
    expect(await places()).toEqual([
      '小红书种草 / KOC筛选',
      '小红书种草 / –',
      '– / –',
      '– / –',
      '抖音信息流 / –',
    ])
    const actions = (await drumbeat.store.prisma.auditEvent.findMany()).map(({ action }) => action)
    expect(actions.filter((action) => action === 'strategy.import')).toHaveLength(1)
  })

  it('keeps the module when only its strategy is named, and may be emptied', async () => {
    expect(await shown(table('M-001,KOC筛选,小紅書種草,专员,2024-05-01~05-10'))).toContain(
      '没有需要改动的内容',
    )
    await kept(table('M-009,投流,无,专员,2024-05-16~05-20'))
    expect((await places()).at(-1)).toBe('– / –')
  })

  it('is printed, and changes nothing when it is imported again', async () => {
    await manager.say('/mkt 添加模块 "内容策划 → 数据跟踪" 策略=小红书种草')
    await manager.say('/mkt 修改任务 M-002 模块 内容策划')
    const { messages } = await drumbeat.post<{ messages: { id: string; card: Card }[] }>('say', {
      ...{ as: '经理', channel: '新品种草', text: '/mkt 导出 任务拆解表 md' },
    })
    const message = messages.find(({ card }) => card && filesOf(card).length > 0)
    const name = filesOf(message?.card as Card)[0]?.name ?? ''
    const query = new URLSearchParams({ as: '经理', message: message?.id ?? '', name, language: 'zh-CN' })
    const printed = await (await fetch(`${drumbeat.url}/api/playground/file?${query}`)).text()
    expect(printed).toContain('小红书种草 / 内容策划')
    const before = await places()
    expect(await shown(printed)).toContain('没有需要改动的内容')
    expect(await places()).toEqual(before)
  })

  it('moves tasks in one statement, however many', async () => {
    const rows = Array.from(
      { length: 200 },
      (_, i) => `M-${100 + i},任务${i},策略${i % 7} / 模块${i % 3},专员,2024-05-16~05-20`,
    )
    expect(await shown(table(...rows))).toContain('将新增 28 个策略或模块')
    await kept(table(...rows))
    expect(await drumbeat.store.prisma.strategyModule.count()).toBe(3 + 21)
    expect(await drumbeat.store.prisma.task.count({ where: { strategyId: { not: null } } })).toBe(202)
  })
})
