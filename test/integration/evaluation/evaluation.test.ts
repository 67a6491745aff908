/** The evaluation of a campaign: made from goals and KPIs until somebody writes in it, then kept. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startDrumbeat, type TestDrumbeat, type Voice, voice, words } from '../../support/drumbeat.js'
import { type Tables, tablesIn } from '../../support/tables.js'

let drumbeat: TestDrumbeat
let manager: Voice
let tables: Tables
/** A channel and a campaign for each story. */
let campaign = 0
beforeAll(async () => {
  drumbeat = await startDrumbeat('2024-06-21 09:00')
})
afterAll(() => drumbeat.stop())
beforeEach(async () => {
  const channel = `大促 ${++campaign}`
  await drumbeat.channel(channel)
  manager = voice(drumbeat, '经理', channel)
  await manager.say(`/mkt new "${channel}" template=ecom-004 launch=2024-06-01 end=2024-06-20`)
  tables = tablesIn(drumbeat, '经理', channel)
})

const answered = async (line: string, who = manager): Promise<string> => {
  await who.say(line)
  return words((await who.sees()).slice(-1))
}
const rows = () =>
  drumbeat.store.prisma.evaluation.findMany({ where: { campaignId: campaign }, orderBy: { number: 'asc' } })

describe('before anything is written', () => {
  it('has a row per goal and KPI with the newest reading', async () => {
    await manager.say('/mkt 添加目标 用户增长 小红书种草 新增注册用户数 20万 @经理 2024-06-20')
    await manager.say('/mkt kpi 客服响应时长 90秒')
    await manager.say('/mkt kpi 客服响应时长 60秒')
    await manager.say('/mkt kpi 新增注册用户数 18万')
    const text = await tables.text('效果评估')
    expect(text).toContain('| 用户增长 | 新增注册用户数 | 20万人 | 18万人 | 90% |')
    expect(text).toMatch(/客服响应时长 \| ≤30秒 \| 60秒 \| 50% \|/)
    expect(await rows()).toEqual([])
    expect(await answered('/mkt 评估')).toContain('取自目标和指标的最新数据')
  })

  it('may be taken away and brought again: nothing is new, and nothing is kept', async () => {
    await manager.say('/mkt kpi 客服响应时长 60秒')
    for (const language of ['zh-CN', 'zh-TW', 'en'] as const) {
      const text = await tables.text('效果评估', language)
      expect(await tables.kept(text)).toContain('没有需要改动的内容')
    }
    expect(await rows()).toEqual([])
  })
})

describe('a row', () => {
  it('is written by dimension and metric, and those made from KPIs stay beside it and follow them', async () => {
    const card = await answered(
      '/mkt 填写评估 用户增长 新增注册用户 20万 18万 后台用户数据 信息流定向过窄 年龄放宽至18-35岁',
    )
    expect(card).toContain('90%')
    expect(card).toContain('信息流定向过窄')
    expect((await rows()).map(({ metric }) => metric)).toContain('新增注册用户')
    expect(await rows()).toHaveLength(5)
    await manager.say('/mkt kpi 客服响应时长 40秒')
    expect(await tables.text('效果评估')).toMatch(/客服响应时长 \| ≤30秒 \| 40秒 \| 75% \|/)
  })

  it('changes where it stands, keeps what is not said, and may be emptied or taken away', async () => {
    await manager.say('/mkt 填写评估 用户增长 新增注册用户 20万 18万 后台 分析 建议')
    await manager.say('/mkt 填写评估 用户增长 新增注册用户 实际值=19万 建议=-')
    const kept = (await rows()).find(({ metric }) => metric === '新增注册用户')
    expect(kept).toMatchObject({ source: '后台', analysis: '分析', suggestion: null, version: 1 })
    expect(await tables.text('效果评估')).toContain('| 20万 | 19万 | 95% |')
    await manager.say(`/mkt 删除评估 ${kept?.number}`)
    expect(await rows()).toHaveLength(4)
    const log = await drumbeat.store.prisma.auditEvent.findMany({
      where: { campaignId: campaign, action: { startsWith: 'evaluation' } },
    })
    expect(log.map(({ action }) => action)).toEqual(['evaluation.set', 'evaluation.set', 'evaluation.remove'])
  })

  it('is refused with words where its numbers cannot be read or divided, and by whoever does not lead', async () => {
    const { toast = '', form } = (await manager.say('/mkt 填写评估 用户增长 注册 很多 1万')) as never as {
      toast?: string
      form?: unknown
    }
    expect(JSON.stringify([toast, form, words((await manager.sees()).slice(-1))])).toContain(
      '无法确定“很多”的数值',
    )
    await answered('/mkt 填写评估 用户增长 注册 20万人 100万元')
    await answered('/mkt 填写评估 用户增长 注册 20万人 18万人', voice(drumbeat, '设计师', `大促 ${campaign}`))
    expect(await rows()).toEqual([])
  })
})
