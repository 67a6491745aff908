/** The chart of a campaign that has strategies: headings, the countdown above, and pages that count both. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readLocales } from '../../../src/engine/words/locales.js'
import { createTranslators } from '../../../src/engine/words/translate.js'
import { campaignById } from '../../../src/features/campaign/index.js'
import { pagesOf } from '../../../src/features/gantt/gantt.js'
import { planOf } from '../../../src/features/gantt/load.js'
import { startDrumbeat, type TestDrumbeat, type Voice, voice, words } from '../../support/drumbeat.js'

let drumbeat: TestDrumbeat
let manager: Voice
beforeAll(async () => {
  drumbeat = await startDrumbeat('2024-05-18 09:00')
  manager = voice(drumbeat, '经理')
  await manager.say('/mkt new 新品上市 template=strategy-003 launch=2024-06-01 end=2024-06-20')
})
afterAll(() => drumbeat.stop())

const planNow = () =>
  drumbeat.store.prisma.$transaction(async (db) => {
    const campaign = await campaignById(db, 1)
    if (!campaign) throw new Error('no campaign')
    const store = { db, at: new Date('2024-05-18T01:00:00Z'), facts: async () => [] }
    return planOf(store, campaign, createTranslators(readLocales())('zh-CN'))
  })
const rows = async (): Promise<string[]> =>
  pagesOf(await planNow()).flatMap(({ lines }) =>
    lines.map((line) => ('bar' in line ? line.bar.ref : `# ${line.group.name}`)),
  )

it('has only tasks where there are no strategies', async () => {
  expect(await rows()).toEqual(['M-001', 'M-002', 'M-003', 'M-004'])
})

it('shows the countdown with what is done or missed, and the launch', async () => {
  await manager.say('/mkt 里程碑 目标')
  expect((await planNow()).milestones.map(({ label, state }) => `${label} ${state}`)).toEqual([
    '目标确定 05-17 done',
    '方案初稿完成 05-20 open',
    '开发启动 05-25 open',
    '全流程测试 05-31 open',
    '上线 06-01 launch',
  ])
})

it('puts tasks below their strategy and module, and marks those whose days are fixed', async () => {
  await manager.say('/mkt 添加策略 小红书种草')
  await manager.say('/mkt 添加模块 "KOC筛选 → 数据跟踪"')
  await manager.say('/mkt 修改任务 M-001 模块 KOC筛选')
  await manager.say('/mkt 修改任务 M-003 策略 小红书种草')
  await manager.say('/mkt 固定日期 M-003')
  expect(await rows()).toEqual([
    '# 小红书种草',
    'M-003',
    '# KOC筛选',
    'M-001',
    '# 未归入策略',
    'M-002',
    'M-004',
  ])
  const { bars } = await planNow()
  expect(bars.filter(({ fixed }) => fixed).map(({ ref }) => ref)).toEqual(['M-003'])
})

it('counts headings when it says how many pages there are', async () => {
  const like = await drumbeat.store.prisma.task.findFirstOrThrow({ where: { number: 2 } })
  const { campaignId, ownerId, startOn, dueOn } = like
  await drumbeat.store.prisma.task.createMany({
    data: Array.from({ length: 35 }, (_, i) => ({
      ...{ campaignId, ownerId, startOn, dueOn, number: 100 + i, name: `任务 ${i}` },
    })),
  })
  expect(pagesOf(await planNow())).toHaveLength(2)
  await manager.say('/mkt 甘特图')
  expect(words((await manager.sees()).slice(-1))).toContain('第 1–2 页，共 2 页')
})
