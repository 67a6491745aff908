/** The type of a campaign chooses its core KPIs, with example targets that are made one's own (F12, R8). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startDrumbeat, type TestDrumbeat, type Voice, voice, words } from '../../support/drumbeat.js'

let drumbeat: TestDrumbeat
let manager: Voice
beforeAll(async () => {
  drumbeat = await startDrumbeat('2024-05-02 09:00')
  manager = voice(drumbeat, '经理')
})
afterAll(() => drumbeat.stop())

const said = async (line: string, who = manager): Promise<string> => {
  await who.say(`/mkt ${line}`)
  return words((await who.sees()).slice(-1))
}
const metrics = async (campaignId: number): Promise<string[]> => {
  const where = { campaignId }
  const kpis = await drumbeat.store.prisma.kpi.findMany({ where, orderBy: { number: 'asc' } })
  return kpis.map(({ metric, target, kind }) => `${metric} ${target} ${kind}`)
}

describe('a new product', () => {
  it('has exposure and conversion beforehand, and the card says that their targets are examples', async () => {
    const card = await said('new from card-000 新品 launch=2024-06-01 end=2024-06-20 type=new-product')
    expect(await metrics(1)).toEqual(['exposure 500000 amount', 'conversion 5 percent'])
    expect(card).toContain('已按活动类型预选，目标值为示例，请改成自己的：曝光量 50万, 转化率 5%')
  })

  it('keeps the KPIs of its template, and has none twice', async () => {
    await said('new from ecom-004 新品电商 launch=2024-06-01 end=2024-06-20 type=new-product')
    expect((await metrics(2)).filter((metric) => /^(conversion|exposure)/.test(metric))).toEqual([
      'conversion 3 percent',
      'exposure 500000 amount',
    ])
    await said('new from plan-002 新品推广 first=2024-06-01')
    expect(await metrics(3)).toHaveLength(6)
  })
})

describe('a campaign of another type', () => {
  it('for a brand has interactions and favourability', async () => {
    await said('new from card-000 品牌 launch=2024-06-01 end=2024-06-20 type=brand')
    expect((await metrics(4)).map((metric) => metric.split(' ')[0])).toEqual([
      'interactions',
      'favourability',
    ])
  })

  it('has what its template brings', async () => {
    await said('new from card-000 清仓 launch=2024-06-01 end=2024-06-20 type=clearance')
    expect(await metrics(5)).toEqual([])
  })

  it('with more than seven KPIs is warned', async () => {
    const card = await said('new from plan-002 品牌月 first=2024-06-01 type=brand')
    expect(card).toContain('共 8 个指标，超过 7 个会分散重点')
  })
})

describe('an example', () => {
  it('gets a target of its own, and is no example any more', async () => {
    expect(await said('指标目标 曝光量 很多 C-1')).toContain('无法识别曝光量的数值“很多”')
    expect(await said('指标目标 曝光量 80万+ C-1')).toContain('80万')
    expect(await said('查看活动 C-1')).toContain('请改成自己的：转化率 5%')
    await said('指标目标 转化率 5% C-1')
    expect(await said('查看活动 C-1')).not.toContain('请改成自己的')
  })

  it('is removed while nobody has made use of it', async () => {
    expect(await said('删除指标 曝光量 C-1')).toContain('“曝光量”不能删除')
    await said('删除指标 好感度 C-4')
    expect((await metrics(4)).map((metric) => metric.split(' ')[0])).toEqual(['interactions'])
    await said('指标 互动量 300 C-4')
    expect(await said('删除指标 互动量 C-4')).toContain('“互动量”不能删除')
  })

  it('is changed by whoever leads', async () => {
    const designer = voice(drumbeat, '设计师')
    await said('指标目标 互动量 5万 C-4', designer)
    await said('删除指标 曝光量 C-2', designer)
    expect(await metrics(4)).toEqual(['interactions 10000 amount'])
    expect(await metrics(2)).toHaveLength(5)
  })
})
