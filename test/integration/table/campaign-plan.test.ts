/** The campaign plan 004-T1: imported as printed, exported and taken back; dates are proposed, names are never changed. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startDrumbeat, type TestDrumbeat, type Voice, voice } from '../../support/drumbeat.js'
import { exported, kept, last, shown } from './exchange.js'

let drumbeat: TestDrumbeat
let manager: Voice
let other: Voice
beforeAll(async () => {
  drumbeat = await startDrumbeat('2024-05-10 09:00')
  await drumbeat.channel('年中大促')
  await drumbeat.channel('再来一次')
  manager = voice(drumbeat, '经理', '年中大促')
  other = voice(drumbeat, '经理', '再来一次')
  await manager.say('/mkt new 年中大促 2024-06-03 2024-06-20')
  await other.say('/mkt new 再来一次 2024-06-04 2024-06-20')
})
afterAll(() => drumbeat.stop())

const items = async (campaignId = 1) =>
  Object.fromEntries(
    (await drumbeat.store.prisma.planItem.findMany({ where: { campaignId } })).map((one) => [
      one.item,
      one.content,
    ]),
  )
const campaign = (id = 1) =>
  drumbeat.store.prisma.campaign.findUniqueOrThrow({
    where: { id },
    include: { phases: { orderBy: { fromOn: 'asc' } } },
  })
const days = async (id = 1) =>
  (await campaign(id)).phases.map(({ key, fromOn, toOn }) => `${key} ${fromOn} ${toOn}`)

const printed = `| 项目 | 内容说明 | 示例 |
|---|---|---|
| 活动名称 | 简短,体现主题及优惠 | 618年中狂欢·全场满300减50 |
| 活动时间 | 明确三阶段具体日期 | 预热 6.1–6.10; 爆发 6.11–6.20; 返场 6.21–6.25 |
| 核心目标 | 量化GMV、用户数 | GMV 500万元;新增用户1万 |
| 活动规则 | 仅限指定品类,优惠券不可叠加 | 全店满300减50,每日前1000名下单用户 |
| 预算分配 | 各项费用(万元) | 推广费30,物料费5,技术费3,人力费10 |
| 负责人 | 各环节姓名 | 项目总负责人:*经理;运营负责人:*主管 |
| 风险预案 | 故障、缺货等 | 服务器崩溃:30分钟内修复+10元无门槛券 |`

describe('the table 004-T1 as printed', () => {
  it('is shown with the days it means and the name that stays, and nothing is kept before the press', async () => {
    const preview = await shown(manager, printed)
    expect(preview).toContain('拒绝 0 行')
    expect(preview).toContain('活动仍叫“年中大促”')
    expect(preview).toMatch(/阶段将改为：.*2024-06-01 – 06-10; .*2024-06-11 – 06-20; .*2024-06-21 – 06-25/)
    expect(await items()).toEqual({})
    expect((await days())[0]).toContain('2024-06-03')
  })

  it('is kept section by section, with what explains them', async () => {
    expect(await kept(manager)).toContain('已导入')
    expect(await items()).toMatchObject({
      goals: 'GMV 500万元;新增用户1万',
      'goals.explanation': '量化GMV、用户数',
      rules: '全店满300减50,每日前1000名下单用户',
      'rules.explanation': '仅限指定品类,优惠券不可叠加',
    })
    expect(await days()).toEqual([
      'warmup 2024-06-01 2024-06-10',
      'burst 2024-06-11 2024-06-20',
      'tail 2024-06-21 2024-06-25',
    ])
    expect(await campaign()).toMatchObject({ name: '年中大促', launchOn: '2024-06-01', endOn: '2024-06-25' })
    const log = await drumbeat.store.prisma.auditEvent.findMany({ where: { action: 'campaign.import' } })
    expect(log).toHaveLength(1)
  })

  it('changes nothing when it is imported again, also in mangled traditional characters', async () => {
    expect(await shown(manager, printed)).toContain('没有需要改动的内容')
    const mangled = printed
      .replace('项目 | 内容说明 | 示例', '項(xiàng)目 | 內(nèi)容說(shuō)明 | 示例')
      .replace('活动名称', '活動(dòng)名稱(chēng)')
      .replace('核心目标', '核心目標(biāo)')
    expect(await shown(manager, mangled)).toContain('没有需要改动的内容')
  })

  it('stands in the plan, where the days are those of the phases', async () => {
    await manager.say('/mkt 方案')
    const plan = await last(manager)
    expect(plan).toContain('618年中狂欢·全场满300减50')
    expect(plan).toContain('2024-06-11 – 06-20 (10)')
    expect(plan).not.toContain('仅限指定品类')
  })
})

describe('an export', () => {
  for (const language of ['zh-CN', 'zh-TW', 'en']) {
    it(`in ${language} is taken back as it is`, async () => {
      for (const format of ['xlsx', 'csv', 'md']) {
        const file = await exported(drumbeat, manager, { table: 'campaign-plan', format, language })
        expect(await shown(manager, file), format).toContain('没有需要改动的内容')
      }
    })
  }

  it('makes the same of a campaign that has nothing yet', async () => {
    const what = { table: 'campaign-plan', format: 'md', language: 'en' }
    const file = await exported(drumbeat, manager, what)
    await shown(other, file)
    expect(await kept(other)).toContain('已导入')
    expect(await exported(drumbeat, other, what)).toBe(file)
    expect(await days(2)).toEqual(await days())
  })

  it('prints the days as they are once the phases have moved', async () => {
    await manager.say('/mkt 设置阶段 返场 6.21-6.24')
    const file = await exported(drumbeat, manager, {
      table: 'campaign-plan',
      format: 'csv',
      language: 'zh-CN',
    })
    expect(file).toContain('2024-06-21 – 06-24')
    expect(file).not.toContain('6.21–6.25')
    expect(await shown(manager, file)).toContain('没有需要改动的内容')
  })

  it('of a plan nobody has written is a form: its explanations are not taken for content', async () => {
    await drumbeat.channel('空白')
    const third = voice(drumbeat, '经理', '空白')
    await third.say('/mkt new 空白 2024-06-01 2024-06-20')
    for (const language of ['zh-CN', 'zh-TW', 'en']) {
      const file = await exported(drumbeat, third, { table: 'campaign-plan', format: 'csv', language })
      expect(await shown(third, file)).toContain('没有需要改动的内容')
    }
    await shown(third, '项目,内容说明\n核心目标,GMV 300万\n风险预案,可能出现的问题和应对措施')
    expect(await kept(third)).toContain('新增 1 行')
    expect((await items(3)).goals).toBe('GMV 300万')
  })
})

describe('a line that cannot be', () => {
  it('is named with its row and column, and the others are kept', async () => {
    const preview = await shown(
      manager,
      `项目,内容说明,示例,备注
直播间,每晚八点,是,
核心目标,,GMV 600万元,与财务确认
核心目标,,GMV 700万元,
活动时间,,6月上旬,
活动规则,,<!channel> *a* =1+1,`,
    )
    expect(preview).toContain('第 2 行「项目」：方案里没有“直播间”这一项。')
    expect(preview).toContain('第 4 行「项目」：与第 3 行是同一项。')
    expect(preview).toContain('第 5 行「示例」：无法全部读作各阶段的日期')
    expect(await kept(manager)).toContain('拒绝 2 行')
    expect(await items()).toMatchObject({
      goals: 'GMV 600万元',
      'goals.explanation': '量化GMV、用户数\n备注：与财务确认',
      time: '6月上旬',
      rules: '<!channel> *a* =1+1',
    })
    expect((await days())[2]).toBe('tail 2024-06-21 2024-06-24')
  })

  it('is not kept for days that overlap: they stay words', async () => {
    expect(await shown(manager, '项目,示例\n活动时间,预热 6.1-6.12; 爆发 6.11-6.20')).toContain(
      '只作为文字保留',
    )
    await manager.press('放弃')
  })
})

describe('a name of the plan', () => {
  it('gives way when the campaign is renamed', async () => {
    await manager.say('/mkt 填写方案 活动名称 "618大促"')
    expect((await campaign()).name).toBe('618大促')
    const file = await exported(drumbeat, manager, {
      table: 'campaign-plan',
      format: 'csv',
      language: 'zh-CN',
    })
    expect(file).toContain(',618大促')
  })

  it('is written by whoever leads the campaign', async () => {
    const designer = voice(drumbeat, '设计师', '年中大促')
    await shown(designer, printed)
    expect((await items()).goals).toBe('GMV 600万元')
  })
})
