/** The goal consensus table (003-T1): imported as printed by the rules of goals, and taken away again. */
import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startDrumbeat, type TestDrumbeat, type Voice, voice, words } from '../../support/drumbeat.js'
import { type Tables, tablesIn } from '../../support/tables.js'

let drumbeat: TestDrumbeat
let manager: Voice
let tables: Tables
beforeAll(async () => {
  drumbeat = await startDrumbeat('2024-04-20 09:00')
  await drumbeat.channel('新品种草')
  manager = voice(drumbeat, '经理', '新品种草')
  tables = tablesIn(drumbeat, '经理', '新品种草')
  await manager.say('/mkt new 小红书种草 template=strategy-003 launch=2024-06-01 end=2024-06-20')
})
afterAll(() => drumbeat.stop())

const goals = () => drumbeat.store.prisma.goal.findMany({ orderBy: { id: 'asc' } })

const printed = `| 目标类型 | 核心策略方向 | 量化指标 | 目标值 | 负责人 | 达成时间 | 备注(如依赖资源) |
|---|---|---|---|---|---|---|
| 用户增长 | 小红书KOC种草+抖音信息流 | 新增注册用户数 | 20万 | *经理 | 2024-06-30 | 需产品部配合注册流程优化 |
| 品牌声量 | 行业媒体专访+线下快闪店 | 品牌关键词搜索量 | 提升30% | *主管 | 2024-07-15 | 预算15万，设计部提供物料 |
| 销售转化 | 电商平台满减+社群裂变 | 活动期GMV | 500万 | *专员 | 2024-06-18 | 电商部搭建活动页 |`

describe('the table 003-T1 as printed', () => {
  it('is shown before anything is kept, with whoever stands in', async () => {
    const preview = await tables.shown(printed)
    expect(preview).toContain('推广策略目标共识表')
    expect(preview).toContain('新增 3 行')
    expect(preview).toContain('第 4 行「负责人」：不认识“*主管”，暂由总负责人 经理 代管。')
    expect(await goals()).toEqual([])
  })

  it('becomes three goals with their numbers, each read by a KPI', async () => {
    expect(await tables.kept(printed)).toContain('已导入')
    const [users, brand, sales] = await goals()
    expect(users).toMatchObject({
      type: 'users',
      kind: 'amount',
      unit: '人',
      ownerId: 'manager',
      dueOn: '2024-06-30',
    })
    expect(users?.target.toFixed()).toBe('200000')
    expect(brand).toMatchObject({ kind: 'uplift', dueOn: '2024-07-15', remarks: '预算15万，设计部提供物料' })
    expect(brand?.target.toFixed()).toBe('30')
    expect(sales).toMatchObject({ unit: '元', ownerId: 'specialist', strategy: '电商平台满减+社群裂变' })
    expect(sales?.target.toFixed()).toBe('5000000')
    const kpis = await drumbeat.store.prisma.kpi.findMany()
    for (const goal of await goals()) expect(kpis.map(({ id }) => id)).toContain(goal.kpiId)
  })

  it('is one line in the audit log, and each owner hears of it once', async () => {
    const events = await drumbeat.store.prisma.auditEvent.findMany({ where: { action: 'goal.import' } })
    expect(events).toHaveLength(1)
    expect(events[0]).toMatchObject({ after: { table: 'goal-consensus', added: 3, changed: 0 } })
    expect(words(await drumbeat.messages('dm-专员', '专员'))).toContain('活动期GMV')
  })

  it('changes nothing when it is imported again, also after somebody else took over', async () => {
    await manager.say('/mkt 修改目标 G-2 负责人 @设计师')
    const before = await goals()
    const preview = await tables.shown(printed)
    expect(preview).toContain('没有需要改动的内容')
    expect(preview).toContain('“*主管”不是可以负责的已知人员，仍由 设计师 负责。')
    expect(await goals()).toEqual(before)
  })

  it('is the same table in mangled traditional characters', async () => {
    const mangled = `推廣(guǎng)策略目標(biāo)共識(shí)表
目標(biāo)類(lèi)型\t量化指標(biāo)\t目標(biāo)值\t負(fù)責(zé)人\t達(dá)成時(shí)間\t備(bèi)註(zhù)(如依賴(lài)資源)
用戶(hù)增長(zhǎng)\t新增註冊用戶數\t20萬\t*經理\t2024-06-30\t
銷售轉化\t活動期GMV\t520萬\t*專員\t2024-06-18\t`
    const preview = await tables.shown(mangled)
    expect(preview).toContain('新增 0 行，修改 1 行，不变 1 行')
    expect(preview).toMatch(/修改 G-3 活动期GMV：目标值/)
  })
})

describe('a bad line', () => {
  it('is named with its row and column, and the others are kept', async () => {
    const before = await goals()
    const result = await tables.kept(`目标类型,量化指标,目标值,负责人,达成时间,预算
用户增长,新增会员数,很多,经理,2024-06-30,
用户增长,下载量,1000000000000000000,经理,2024-06-30,
用户增长,次日留存,40%,经理,2024-02-30,
品牌声量,曝光量,1000万次,"专员, 设计师",2024-06-30,
品牌声量,提及量,3000,经理,2024-06-30,
复购,复购率,≥25%,谁也不是,2024-09-30,15万
员工满意,满意度,90%,经理,2024-06-30,
用户增长,,20万,经理,2024-06-30,
复购,复购率,26%,经理,2024-06-30,
品牌声量,话题阅读量,=1+1,实习生,2024-06-30,
销售转化,活动期GMV,600万,,,
用户增长,社群人数,5000人,,2024-06-18,`)
    expect(result).toContain('新增 2 行，修改 1 行，不变 0 行，拒绝 9 行')
    for (const line of [
      '第 2 行「目标值」：无法确定“很多”的数值',
      '第 3 行「目标值」：无法确定“1000000000000000000”的数值',
      '第 4 行「达成时间」：“2024-02-30”不是日期。',
      '第 5 行「负责人」：每一行只能有一位负责人（R47），这里写的是“专员, 设计师”。',
      '第 6 行「目标值」：“3000”没有单位',
      '第 7 行「负责人」：不认识“谁也不是”，暂由总负责人 经理 代管。',
      '第 7 行「达成时间」：2024-09-30 比活动结束晚 60 天以上。',
      '第 8 行「目标类型」：“员工满意”不是目标类型',
      '第 9 行「量化指标」：没有写指标。',
      '第 10 行「量化指标」：与第 7 行相同',
      '第 11 行「目标值」：无法确定“=1+1”的数值',
      '第 13 行「负责人」：没有写负责人，暂由总负责人 经理 代管。',
    ])
      expect(result).toContain(line)
    const now = await goals()
    expect(now).toHaveLength(before.length + 2)
    expect(now.find(({ metric }) => metric === '复购率')).toMatchObject({
      compare: '≥',
      remarks: '预算：15万',
    })
    const gmv = now.find(({ metric }) => metric === '活动期GMV')
    expect(gmv?.target.toFixed()).toBe('6000000')
    expect(gmv).toMatchObject({ ownerId: 'specialist', dueOn: '2024-06-18' })
  })

  it('may not count the parts of a goal in something else, or name a type without a goal of it', async () => {
    await manager.say('/mkt 拆分目标 G-3 渠道 淘宝=400万 抖音=200万')
    const preview = await tables.shown(`量化指标,目标值,达成时间
活动期GMV,5000件,2024-06-18
新指标,5000件,2024-06-18`)
    expect(preview).toContain('第 2 行「目标值」：该目标已按“元”拆分')
    expect(preview).toContain('第 3 行：新目标需要类型')
  })
})

describe('an export', () => {
  it('has the printed columns, choices and dates', async () => {
    const { sheets } = await readXlsx(await tables.exported('目标共识表', 'xlsx'))
    const [heading = [], first = []] = sheets[0]?.rows ?? []
    expect(heading).toEqual([
      '目标类型',
      '核心策略方向',
      '量化指标',
      '目标值',
      '负责人',
      '达成时间',
      '备注(如依赖资源)',
    ])
    expect(first.slice(0, 5)).toEqual(['销售转化', '电商平台满减+社群裂变', '活动期GMV', '600万元', '专员'])
    expect(first[5]).toBeInstanceOf(Date)
    expect(sheets[0]?.dataValidations?.[0]?.values).toEqual(['销售转化', '用户增长', '品牌声量', '复购'])
  })

  for (const format of ['xlsx', 'csv', 'md'])
    it(`as ${format} says the same again`, async () => {
      const answer = await tables.shown(await tables.pasted('目标共识表', format))
      expect(answer).toContain('没有需要改动的内容')
      expect(answer).toContain('拒绝 0 行')
    })

  it('makes an empty campaign of the same template look the same', async () => {
    const text = await tables.pasted('目标共识表', 'csv')
    await drumbeat.channel('第二季')
    const other = voice(drumbeat, '经理', '第二季')
    await other.say('/mkt new 第二季 template=strategy-003 launch=2024-06-01 end=2024-06-20')
    const second = tablesIn(drumbeat, '经理', '第二季')
    expect(await second.kept(text)).toContain('已导入')
    expect(await second.pasted('目标共识表', 'csv')).toBe(text)
  })
})

describe('an import', () => {
  it('is kept by nobody who does not lead the campaign', async () => {
    const designer = voice(drumbeat, '设计师', '新品种草')
    const before = await goals()
    await designer.say(`/mkt 导入 ${printed}`)
    expect(await goals()).toEqual(before)
  })

  it('asks again when somebody has changed a goal since it was shown', async () => {
    await tables.shown('目标类型,量化指标,目标值,达成时间\n用户增长,新增注册用户数,22万,2024-06-30')
    await manager.say('/mkt 修改目标 G-1 目标值 25万')
    const preview = (await manager.sees()).findLast(({ buttons }) =>
      buttons.some(({ label }) => label.startsWith('确认导入')),
    )
    await drumbeat.post('press', { as: '经理', message: preview?.id, button: preview?.buttons[0]?.id })
    expect((await goals())[0]?.target.toFixed()).toBe('250000')
  })
})
