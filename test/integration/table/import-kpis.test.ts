/** The execution monitor (004-T3): targets, thresholds and live values imported by the rules of KPIs, and taken away again. */
import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startDrumbeat, type TestDrumbeat, type Voice, voice, words } from '../../support/drumbeat.js'
import { type Tables, tablesIn } from '../../support/tables.js'

let drumbeat: TestDrumbeat
let manager: Voice
let tables: Tables
beforeAll(async () => {
  drumbeat = await startDrumbeat('2024-06-05 09:00')
  await drumbeat.channel('618大促')
  manager = voice(drumbeat, '经理', '618大促')
  tables = tablesIn(drumbeat, '经理', '618大促')
  await manager.say('/mkt new 618年中狂欢 template=ecom-004 launch=2024-06-01 end=2024-06-20')
})
afterAll(() => drumbeat.stop())

const kpis = () =>
  drumbeat.store.prisma.kpi.findMany({
    orderBy: { number: 'asc' },
    include: { readings: { orderBy: { id: 'asc' } } },
  })
const kpi = async (name: string) => (await kpis()).find((one) => one.name === name)

const heading = '监控指标 | 目标值 | 实时数据 | 预警阈值 | 处理措施'
const printed = `| ${heading} |
|---|---|---|---|---|
| UV(日) | 10万 | 8万 | < 8万 | 紧急加投信息流，私域引流 |
| 转化率 | 3% | 2.5% | < 2.5% | 排查页面速度，优化详情页文案 |
| 库存余量(爆款) | 500件 | 200件 | < 300件 | 下架，替换同类商品，转移推广重点 |
| 客服响应时长 | ≤30秒 | 60秒 | > 45秒 | 立即增派人手，分流 |`

describe('the table 004-T3 as printed', () => {
  it('is shown before anything is kept, and says that live values become readings', async () => {
    const preview = await tables.shown(printed)
    expect(preview).toContain('活动执行监控表')
    expect(preview).toContain('新增 0 行，修改 4 行')
    expect(preview).toContain('4 个实时数据将作为导入时刻的读数录入')
    expect(preview).toMatch(/修改 K-1 UV\(日\)：.*实时数据/)
    expect((await kpis()).flatMap(({ readings }) => readings)).toEqual([])
  })

  it('is the KPIs of its template: two rows turn red, and the channel hears of those', async () => {
    const before = (await manager.sees()).length
    expect(await tables.kept(printed)).toContain('已导入')
    expect(
      (await kpis()).slice(0, 4).map(({ name, readings }) => `${name} ${readings[0]?.value.toFixed()}`),
    ).toEqual(['UV(日) 80000', '转化率 2.5', '库存余量(爆款) 200', '客服响应时长 60'])
    expect(await kpi('客服响应时长')).toMatchObject({ better: 'down', operator: '>', unit: '秒' })
    const told = words((await manager.sees()).slice(before))
    expect(told).toContain('库存余量(爆款)')
    expect(told).toContain('客服响应时长')
    const sent = await drumbeat.store.prisma.place.findMany({ where: { because: 'kpi.red' } })
    expect(sent).toHaveLength(2)
  })

  it('is one line in the audit log', async () => {
    const events = await drumbeat.store.prisma.auditEvent.findMany({
      where: { action: { startsWith: 'kpi.' } },
    })
    expect(events.filter(({ action }) => action !== 'kpi.created')).toHaveLength(1)
  })

  it('changes nothing when it is imported again, also in traditional characters', async () => {
    const before = await kpis()
    expect(await tables.shown(printed)).toContain('没有需要改动的内容')
    const mangled = `活動(dòng)執(zhí)行監(jiān)控表
監(jiān)控指標(biāo)\t目標(biāo)值\t實(shí)時(shí)數(shù)據(jù)\t預(yù)警閾(yù)值
UV（日）\t10萬\t8萬\t＜8萬
轉化率\t3％\t2.5％\t＜2.5％
庫存餘量(爆款)\t500件\t200件\t＜300件`
    const again = await tables.shown(mangled)
    expect(again).toContain('没有需要改动的内容')
    expect(again).toContain('不变 3 行')
    expect(await kpis()).toEqual(before)
  })
})

describe('a threshold', () => {
  it('that is changed judges the value there is', async () => {
    const red = () => drumbeat.store.prisma.place.count({ where: { because: 'kpi.red' } })
    const before = await red()
    await tables.kept(`${heading}\n转化率 | 3% |  | < 2.8% | `)
    expect(await red()).toBe(before + 1)
    expect(words((await manager.sees()).slice(-2))).toContain('转化率')
    await tables.kept(`${heading}\n库存余量(爆款) | 500件 |  | < 100件 | `)
    expect(await red()).toBe(before + 1)
    await manager.say('/mkt 指标列表')
    expect(await tables.last()).toMatch(/K-3 库存余量\(爆款\)[^K]*正常/)
  })

  it('without a sign is on the worse side, and one that the target itself would break is pointed out', async () => {
    const preview = await tables.shown(`${heading}
UV(日) | 10万 | 8万 | 7万 |
客服响应时长 | ≤30秒 | 60秒 | >20秒 |`)
    expect(preview).toContain('第 2 行「预警阈值」：“7万”按 <7万 处理。')
    expect(preview).toContain('第 3 行「预警阈值」：按预警阈值 >20秒，目标值 30秒 本身就会触发预警。')
  })
})

describe('a bad line', () => {
  it('is named with its row and column, and the others are kept', async () => {
    const before = (await kpis()).length
    const result = await tables.kept(`监控指标,目标值,实时数据,预警阈值,处理措施,看板
UV(周),60万,待统计,<48万,加投,a
直播观看,很多,8万,<8万,加投,a
退款率,≤5%,,>8秒,核实,a
订单量,1000000000000000000,,,,
转化率,3件,,,,
UV(日),11万,9万,,,
UV,12万,9万,,,
,5万,,,,
加购数,5000次,=SUM(A1:A3),无,无,
客单价,,200元,,,
投诉率,≤1%,30%,,,`)
    expect(result).toContain('新增 3 行，修改 1 行，不变 0 行，拒绝 7 行')
    for (const line of [
      '第 2 行「实时数据」：“待统计”不是 60万 这样的数值，未录入。',
      '第 3 行「目标值」：无法确定“很多”的数值',
      '第 4 行「预警阈值」：“>8秒”不是与目标值同单位的预警阈值，请写成 <5% 这样。',
      '第 5 行「目标值」：无法确定“1000000000000000000”的数值',
      '第 6 行「目标值」：“3件”与原来的计量不同，请写成 3% 这样。',
      '第 8 行「监控指标」：与第 7 行相同',
      '第 9 行「监控指标」：没有写指标。',
      '第 10 行「实时数据」：“=SUM(A1:A3)”不是 5000次 这样的数值，未录入。',
      '第 11 行「目标值」：无法确定“”的数值',
      '这些列没有对应字段，不保留：看板',
    ])
      expect(result).toContain(line)
    expect((await kpis()).slice(before)).toMatchObject([
      { name: 'UV(周)', operator: '<', better: 'up', readings: [] },
      { name: '加购数', operator: null, measure: null, readings: [] },
      { name: '投诉率', better: 'down', readings: [{}] },
    ])
    expect((await kpi('UV(日)'))?.target.toFixed()).toBe('110000')
    expect((await kpi('UV(日)'))?.readings).toHaveLength(2)
  })

  it('leaves the target of a goal to the goal', async () => {
    await manager.say('/mkt 添加目标 销售转化 满减 活动期GMV 500万 @经理 2024-06-20')
    const preview = await tables.shown(`${heading}\n活动期GMV | 600万元 | 480万元 | <400万 | 加投`)
    expect(preview).toContain('这个目标值来自目标 G-1，保持 500万元 不变，“600万元”未采用')
    expect(preview).toContain('修改 1 行')
  })
})

describe('an export', () => {
  it('has the printed columns and the newest reading', async () => {
    await manager.say('/mkt 指标 UV(日) 9.5万')
    const { sheets } = await readXlsx(await tables.exported('执行监控表', 'xlsx'))
    expect(sheets[0]?.rows[0]).toEqual(['监控指标', '目标值', '实时数据', '预警阈值', '处理措施'])
    expect(sheets[0]?.rows[1]?.slice(0, 4)).toEqual(['UV(日)', '11万', '9.5万', '<8万'])
  })

  for (const format of ['xlsx', 'csv', 'md'])
    it(`as ${format} says the same again`, async () => {
      const answer = await tables.shown(await tables.pasted('执行监控表', format))
      expect(answer).toContain('没有需要改动的内容')
      expect(answer).toContain('拒绝 0 行')
    })

  it('makes an empty campaign of the same template look the same', async () => {
    const text = await tables.pasted('执行监控表', 'csv')
    await drumbeat.channel('双11')
    const other = voice(drumbeat, '经理', '双11')
    await other.say('/mkt new 双11 template=ecom-004 launch=2024-06-01 end=2024-06-20')
    const second = tablesIn(drumbeat, '经理', '双11')
    expect(await second.kept(text)).toContain('已导入')
    expect(await second.pasted('执行监控表', 'csv')).toBe(text)
  })
})

describe('an import', () => {
  it('asks again when a value was entered since it was shown', async () => {
    await tables.shown(`${heading}\n转化率 | 3% | 2.9% |  | `)
    const preview = (await manager.sees()).at(-1)
    await manager.say('/mkt 指标 转化率 3.1%')
    await drumbeat.post('press', { as: '经理', message: preview?.id, button: preview?.buttons[0]?.id })
    expect((await kpi('转化率'))?.readings.at(-1)?.value.toFixed()).toBe('3.1')
  })
})
