/** The three tables of the end of a campaign (003-T5, 003-T6, 004-T4) as printed: brought along, taken away, brought again. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Language, languages } from '../../../src/kit/translate.js'
import { startDrumbeat, type TestDrumbeat, voice, words } from '../../support/drumbeat.js'
import { type Tables, tablesIn } from '../../support/tables.js'

let drumbeat: TestDrumbeat
let here: Tables
/** Campaigns of the same template into which nothing was brought yet, and one for bad lines. */
const empty = new Map<Language, Tables>()
let other: Tables
/** Campaigns for words that are no markup, formula or path. */
let strange: Tables
let emptied: Tables

beforeAll(async () => {
  drumbeat = await startDrumbeat('2024-06-21 09:00')
  const opened = async (channel: string) => {
    await drumbeat.channel(channel)
    await voice(drumbeat, '经理', channel).say(
      `/mkt new "${channel}" template=strategy-003 launch=2024-06-01 end=2024-06-20`,
    )
    return tablesIn(drumbeat, '经理', channel)
  }
  here = await opened('小红书种草')
  other = await opened('快闪店')
  strange = await opened('奇怪的字')
  emptied = await opened('还没有')
  for (const language of languages) empty.set(language, await opened(`成分党 ${language}`))
})
afterAll(() => drumbeat.stop())

const evaluation = `| 评估维度 | 核心指标 | 目标值 | 实际值 | 达成率 | 数据来源 | 异常分析 | 改进建议 |
|---|---|---|---|---|---|---|---|
| 用户增长 | 新增注册用户 | 20万 | 18万 | 90% | 后台用户数据 | 信息流广告定向过窄 | 年龄扩大至18-35岁（原25-30岁） |
| 销售转化 | 活动期GMV | 500万 | 620万 | 124% | 电商销售后台 | 满减力度大，复购率高 | 下次采用“满减+会员专属券” |
| 品牌声量 | 品牌关键词搜索量 | +30% | +45% | 150% | 百度指数/微信指数 | KOC“成分”话题走红 | 增加成分解析类内容 |
| 成本效益 | ROI(投入产出比) | 1:4 | 1:5.2 | 130% | 财务预算表+销售数据 | 快闪店单客成本低于预期 | 快闪店模式复制到其他城市 |`
const measures = `| 复盘阶段 | 成功经验 | 不足之处 | 根本原因分析 | 优化措施 | 责任人 | 计划完成时间 |
|---|---|---|---|---|---|---|
| 整体活动 | KOC+信息流效果好 | 快闪店客流预估偏差大 | 未参考商场历史客流 | 提前调研场地日均客流量 | *经理 | 2024-07-15 |
| 内容制作 | “成分”笔记互动高 | 视频过长(平均90秒) | 用户偏好60秒以内 | 视频控制在60秒内 | *文案 | 2024-06-30 |
| 资源协调 | 电商部按时完成页面 | 物料延迟2天 | 设计部项目多，优先级低 | 建立“推广项目物料制作优先级机制” | *主管 | 2024-07-10 |`
const report = `| 复盘维度 | 具体内容 |
|---|---|
| 目标达成情况 | GMV 480万，完成率96%；新增用户1.2万，超目标20% |
| 渠道效果分析 | 直通车ROI 1:4；信息流1:3；达人带货1:5；私域社群转化率25% |
| 成功经验 | 达人带货精准触达；社群提前3天预热；满减门槛提升客单价 |
| 不足与改进 | 技术测试遗漏，首日页面卡顿30分钟；返场期仅清理剩余库存的60% |`

/** What is said of an export that is dropped on the channel again. */
const dropped = async (tables: Tables, table: string, format: string): Promise<string> => {
  const bytes = await tables.exported(table, format)
  await tables.voice.send([{ name: `a.${format}`, bytes }], '/mkt 导入')
  return words((await tables.voice.sees()).slice(-1))
}

const printed = { 效果评估: evaluation, 复盘表: measures, 复盘报告: report }

describe('a table as printed', () => {
  for (const [table, rows] of Object.entries(printed)) {
    it(`is kept without a word of complaint: ${table}`, async () => {
      const answer = await here.kept(rows)
      expect(answer).toContain('已导入')
      expect(answer).toContain('拒绝 0 行')
      expect(await here.shown(rows)).toContain('没有需要改动的内容')
    })
  }

  it('comes back with exactly its columns and values', async () => {
    expect(await here.text('效果评估')).toContain(evaluation.split('\n')[0] ?? '')
    for (const row of evaluation.split('\n').slice(2)) expect(await here.text('效果评估')).toContain(row)
    for (const row of report.split('\n').slice(2)) expect(await here.text('复盘报告')).toContain(row)
    expect(await here.text('复盘表')).toContain('| 视频控制在60秒内 | 文案 | 2024-06-30 |')
  })

  it('names who stands in for somebody whom nobody knows', async () => {
    const preview = await other.shown(measures)
    expect(preview).toContain('第 5 行「责任人」：不认识“*主管”，暂由总负责人 经理 代管。')
  })

  it('is known by traditional headings with the marks of their conversion as well', async () => {
    const mangled = `評(píng)估維(wéi)度\t核心指標(biāo)\t目標(biāo)值\t實(shí)際(jì)值\t達(dá)成率
用戶(hù)增長(zhǎng)\t新增注冊(cè)用戶(hù)\t20萬(wàn)\t18萬(wàn)\t90%`
    expect(await other.shown(mangled)).toContain('推广效果评估分析表')
    expect(
      await other.shown('復(fù)盤(pán)維(wéi)度,具體(tǐ)內(nèi)容\n成功經(jīng)驗(yàn),提前3天'),
    ).toContain('活动复盘报告表')
    const retro =
      '復(fù)盤(pán)階(jiē)段,優(yōu)化措施,責(zé)任人,計(jì)劃(huà)完成時(shí)間(jiān)\n內(nèi)容制作,少做,*经理,2024-07-01'
    expect(await other.shown(retro)).toContain('推广复盘与优化建议表')
  })
})

describe('an export', () => {
  for (const table of Object.keys(printed)) {
    for (const format of ['xlsx', 'csv', 'md']) {
      it(`of ${table} as ${format} says nothing new`, async () => {
        expect(await dropped(here, table, format)).toContain('没有需要改动的内容')
      })
    }
    for (const language of languages) {
      it(`of ${table} in ${language} says nothing new, and gives the same in an empty campaign`, async () => {
        const text = await here.text(table, language)
        expect(await here.shown(text)).toContain('没有需要改动的内容')
        const there = empty.get(language)
        expect(await there?.kept(text)).toContain('已导入')
        expect(await there?.text(table, language)).toBe(text)
      })
    }
  }
})

describe('words that look like something else', () => {
  const odd = [
    '=HYPERLINK("http://x")',
    '+1 | 2',
    '@all <b>*a*</b>',
    '无',
    '- 一\n二',
    'a, "b"; c\\d',
    '../../etc',
  ]
  const quoted = (cells: readonly string[]) =>
    cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')
  const brought: Readonly<Record<string, string>> = {
    效果评估: ['评估维度,核心指标,目标值,数据来源,异常分析,改进建议']
      .concat(
        odd.map((one, i) =>
          quoted([one.replace('\n', ''), `指标${i}${one.replace('\n', '')}`, '20万', one, one, one]),
        ),
      )
      .join('\n'),
    复盘表: ['复盘阶段,成功经验,不足之处,根本原因分析,优化措施,责任人,计划完成时间']
      .concat(odd.map((one) => quoted([one.replace('\n', ''), one, one, one, one, '文案', '2024-07-01'])))
      .join('\n'),
    复盘报告: ['复盘维度,具体内容'].concat(odd.map((one) => quoted([one.replace('\n', ''), one]))).join('\n'),
  }
  for (const [table, rows] of Object.entries(brought)) {
    it(`stay words: ${table}`, async () => {
      expect(await strange.kept(rows)).toContain('已导入')
      for (const format of ['xlsx', 'csv', 'md'])
        expect(await dropped(strange, table, format)).toContain('没有需要改动的内容')
      const text = await strange.text(table)
      expect(await emptied.kept(text)).toContain('已导入')
      expect(await emptied.text(table)).toBe(text)
    })
  }
})

describe('a bad line', () => {
  it('of an evaluation is named with row and column, and the others are kept', async () => {
    const answer = await other.kept(`评估维度,核心指标,目标值,实际值,达成率,数据来源
用户增长,新增注册用户,20万,18万,95%,后台
服务体验,客服响应时长,30秒,60秒,50%,客服系统
销售转化,活动期GMV,很多,620万,,
销售转化,活动期GMV,500万元,620人,,
销售转化,,500万,620万,,
用户增长,新增注册用户,20万,17万,,
,加购率,10%,8%,,
品牌声量,话题讨论数,,1000万次,80%,`)
    expect(answer).toContain('第 2 行「达成率」：表中写的是“95%”，按目标值和实际值计算为 90%，以计算值为准。')
    expect(answer).toContain('第 3 行「目标值」：此指标越低越好：“30秒”按 ≤30秒 处理，达成率=目标值/实际值。')
    expect(answer).toContain('第 4 行「目标值」：无法确定“很多”的数值')
    expect(answer).toContain('第 5 行「实际值」：“620人”与“500万元”单位或类型不同')
    expect(answer).toContain('第 6 行「核心指标」：没有写指标。')
    expect(answer).toContain('第 7 行「核心指标」：与第 2 行相同')
    expect(answer).toContain('第 8 行「评估维度」：没有写评估维度，归入“销售转化”。')
    expect(answer).toContain('第 9 行「达成率」：没有目标值和实际值，无法核对“80%”')
    expect(answer).toContain('拒绝 4 行')
    const text = await other.text('效果评估')
    expect(text).toContain('| 服务体验 | 客服响应时长 | ≤30秒 | 60秒 | 50% | 客服系统 |')
    expect(text).toContain('| 品牌声量 | 话题讨论数 |  | 1000万次 |  |')
  })

  it('of a retrospective is named with row and column, and the others are kept', async () => {
    const answer = await other.kept(`复盘阶段,不足之处,优化措施,责任人,计划完成时间,预算
内容制作,视频过长,控制在60秒,文案,2024-06-30,5000
内容制作,图片太少,多拍图片,"文案、设计师",2024-06-30,
内容制作,文字太小,放大,文案,2024-02-30,
内容制作,颜色太暗,调亮,文案,,
,太晚,提前,文案,2024-06-30,
整体活动,,,,,
内容制作,还是过长,控制在60秒,设计师,2024-07-01,
直播,人手不足,,,,`)
    expect(answer).toContain('第 3 行「责任人」：每一行只能有一位负责人')
    expect(answer).toContain('第 4 行「计划完成时间」：“2024-02-30”不是日期。')
    expect(answer).toContain('第 5 行「计划完成时间」：没有日期。')
    expect(answer).toContain('第 6 行「复盘阶段」：没有写复盘阶段。')
    expect(answer).toContain('第 7 行「优化措施」：成功经验、不足之处、优化措施都没有写。')
    expect(answer).toContain('第 8 行「优化措施」：与第 2 行相同')
    expect(answer).toContain('这些列没有对应字段，不保留：预算。')
    expect(answer).toContain('新增 2 行')
    const rows = await drumbeat.store.prisma.retroRow.findMany({ where: { campaignId: 2 } })
    expect(rows.map(({ part, measure }) => [part, measure])).toEqual([
      ['content', '控制在60秒'],
      ['直播', null],
    ])
  })
})

describe('what somebody imports', () => {
  it('is kept by leads only', async () => {
    const designer = tablesIn(drumbeat, '设计师', '快闪店')
    expect(await designer.shown(report)).not.toContain('导入预览')
  })

  it('changes only the columns that say something else', async () => {
    const preview = await here.shown(
      '评估维度,核心指标,实际值,改进建议\n用户增长,新增注册用户,19万,\n销售转化,活动期GMV,,换一种',
    )
    expect(preview).toContain('修改 1. 新增注册用户：实际值')
    expect(preview).toContain('修改 2. 活动期GMV：改进建议')
  })

  it('may add dimensions of the writer’s own to the report', async () => {
    await other.kept('复盘维度,具体内容\n品牌口碑,正面评价居多\n成功经验,甲\n成功经验,乙')
    const text = await other.text('复盘报告', 'en')
    expect(text).toMatch(/Successes \| 甲<br>乙[\s\S]*品牌口碑 \| 正面评价居多/)
  })

  it('tells each owner once of all that is theirs', async () => {
    const seen = (await voice(drumbeat, '文案').sees()).filter(({ text }) =>
      text.includes('优化措施由您负责'),
    )
    const all = [here, other, strange, emptied, ...empty.values()].map((_, i) => `C-${i + 1}`)
    expect(seen.map(({ text }) => /C-\d/.exec(text)?.[0]).sort()).toEqual(all)
  })
})
