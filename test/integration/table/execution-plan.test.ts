/** The execution plans 002-T1 and 003-T3: imported as printed, shown, set by hand, exported and taken back. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startDrumbeat, type TestDrumbeat, type Voice, voice } from '../../support/drumbeat.js'
import { exported, kept, last, shown } from './exchange.js'

let drumbeat: TestDrumbeat
let manager: Voice
let other: Voice
beforeAll(async () => {
  drumbeat = await startDrumbeat('2024-06-16 10:00')
  await drumbeat.channel('市场推广')
  await drumbeat.channel('新一期')
  manager = voice(drumbeat, '经理', '市场推广')
  other = voice(drumbeat, '经理', '新一期')
  await manager.say('/mkt new 夏季推广 template=plan-002 first=2024-06-01')
  await other.say('/mkt new 夏季推广二期 template=plan-002 first=2024-06-01')
})
afterAll(() => drumbeat.stop())

const details = (campaignId = 1) =>
  drumbeat.store.prisma.phaseDetail.findMany({ where: { campaignId }, orderBy: { key: 'asc' } })
const detail = async (key: string, campaignId = 1) =>
  (await details(campaignId)).find((one) => one.key === key)

const printed = `活动阶段|时间节点|负责人|核心任务|完成标准|资源需求|风险预案|备注
筹备期|2024-06-01~06-07|*|确认目标,细化方案|《活动目标确认书》+《执行细则表》发布|市场部+产品部协同|目标有争议→召开对齐会|销售部*须参与目标制定
预热期(线上)|2024-06-08~06-14|*|小红书/抖音发布内容,联系KOL|3篇素人笔记发布,1篇达人测评上线|创意素材(海报/脚本),KOL费用|达人档期冲突→提前对接2位备选素人|关注笔记互动数据
爆发期(直播+线下)|2024-06-15~06-17|*|开展直播带货,运营快闪店|直播观看10万+,线下到店500人|直播设备,快闪店物料,场地费|客流不足→联动周边商场发券|提前测试直播网络
收尾期|2024-06-18~06-23|*赵六|核对返现,处理售后|200条晒单;投诉率<1%|返现礼品,客服人员|投诉集中→24小时内响应|整理用户反馈
复盘期|2024-06-24~06-30|*|汇总数据,撰写报告|《活动复盘报告》提交|无|无|跨部门复盘`

describe('the table 002-T1 as printed', () => {
  it('is shown with what it would change, and nothing is kept before the press', async () => {
    const preview = await shown(manager, printed)
    expect(preview).toContain('拒绝 0 行')
    expect(preview).toContain('第 2 行「负责人」：没有写负责人，暂由总负责人 经理 代管。')
    expect(preview).toContain('第 5 行「负责人」：不认识“*赵六”，暂由总负责人 经理 代管。')
    expect(preview).toMatch(
      /修改 爆发期.* 2024-06-15 – 06-17：.*核心任务.*完成标准.*资源需求.*风险预案.*备注/,
    )
    expect(await details()).toEqual([])
  })

  it('is kept phase by phase, with the risk and what is done about it apart', async () => {
    expect(await kept(manager)).toContain('已导入')
    expect(await detail('burst')).toMatchObject({
      ownerId: null,
      core: '开展直播带货,运营快闪店',
      criterion: '直播观看10万+,线下到店500人',
      risk: '客流不足',
      response: '联动周边商场发券',
      remarks: '提前测试直播网络',
    })
    expect(await detail('retrospective')).toMatchObject({ resources: '无', risk: '无', response: null })
  })

  it('changes nothing when it is imported again, also in mangled traditional characters', async () => {
    expect(await shown(manager, printed)).toContain('没有需要改动的内容')
    const mangled = printed
      .replace(
        /^.*$/m,
        '活動(dòng)階段|時(shí)間節(jié)點(diǎn)|負(fù)責(zé)人|核心任務(wù)|完成標(biāo)準(zhǔn)|資源需求|風(fēng)險(xiǎn)預(yù)案|備注',
      )
      .replace('预热期', '預(yù)熱期')
      .replace('爆发期', '爆發(fā)期')
    const answer = await shown(manager, mangled)
    expect(answer).toContain('没有需要改动的内容')
    expect(answer).toContain('市场推广活动执行计划表')
  })
})

describe('the plan in the chat', () => {
  it('marks the phase that runs on 2024-06-16 (F79)', async () => {
    await manager.say('/mkt 执行计划')
    const card = await last(manager)
    expect(card).toMatch(/▶ 爆发期.*2024-06-15 – 06-17/)
    expect(card).toContain('今天是第 2 天，共 3 天')
    expect(card.match(/▶/g)).toHaveLength(1)
    expect(card).toContain('完成标准: 直播观看10万+,线下到店500人')
    expect(card).toContain('风险: 客流不足')
  })

  it('says how far the tasks of a phase are, and what has been counted', async () => {
    const task = await drumbeat.store.prisma.task.findFirstOrThrow({
      where: { campaignId: 1, dueOn: { gte: '2024-06-15', lte: '2024-06-17' } },
    })
    const counted = { taskId: task.id, number: 1, name: '直播观看', done: 80_000, need: 100_000 }
    await drumbeat.store.prisma.taskCriterion.create({ data: counted })
    await manager.say('/mkt 执行计划')
    expect(await last(manager)).toContain('直播观看 80000/100000')
  })

  it('is set a column at a time, by whoever leads', async () => {
    await manager.say('/mkt 阶段详情 爆发期 负责人 设计师')
    expect(await last(manager)).toContain('设计师')
    await manager.say('/mkt 阶段详情 爆发期 风险预案 "断网 → 备用线路"')
    await manager.say('/mkt 阶段详情 爆发 备注 -')
    expect(await detail('burst')).toMatchObject({
      ownerId: 'designer',
      risk: '断网',
      response: '备用线路',
      remarks: null,
    })
    const designer = voice(drumbeat, '设计师', '市场推广')
    await designer.say('/mkt 阶段详情 爆发期 核心任务 休息')
    expect((await detail('burst'))?.core).toBe('开展直播带货,运营快闪店')
    const log = await drumbeat.store.prisma.auditEvent.findMany({
      where: { action: 'campaign.phase-detail' },
    })
    expect(log[0]).toMatchObject({ before: { key: 'burst', ownerId: null }, after: { ownerId: 'designer' } })
  })

  it('keeps an owner whose name a table has lost', async () => {
    const answer = await shown(
      manager,
      '活动阶段|时间节点|负责人|完成标准|资源需求\n爆发期|2024-06-15~06-17|*||',
    )
    expect(answer).toContain('没有需要改动的内容')
    expect(answer).not.toContain('代管')
  })
})

describe('an export', () => {
  beforeAll(async () => {
    const data = {
      core: '=1+1|甲,"乙"；\n第二行 <br> *x* `y`',
      resources: "'引号\t@all",
      risk: '断网->限流',
      response: '备用 → 线路',
      remarks: '- 列表\n+ 二 <!channel>\\|',
    }
    const where = { campaignId_key: { campaignId: 1, key: 'tail' } }
    await drumbeat.store.prisma.phaseDetail.update({ where, data })
  })

  for (const table of ['market-plan', 'strategy-plan']) {
    for (const language of ['zh-CN', 'zh-TW', 'en']) {
      it(`of ${table} in ${language} is taken back as it is, whatever stands in it`, async () => {
        for (const format of ['xlsx', 'csv', 'md']) {
          const file = await exported(drumbeat, manager, { table, format, language })
          expect(await shown(manager, file), format).toContain('没有需要改动的内容')
        }
      })
    }

    it(`of ${table} makes the same of a campaign that has nothing yet`, async () => {
      const what = { table, format: 'csv', language: 'zh-TW' }
      const file = await exported(drumbeat, manager, what)
      await drumbeat.store.prisma.phaseDetail.deleteMany({ where: { campaignId: 2 } })
      expect(await exported(drumbeat, other, what)).not.toBe(file)
      await shown(other, file)
      expect(await kept(other)).toContain('已导入')
      expect(await exported(drumbeat, other, what)).toBe(file)
    })
  }

  it('keeps no second copy of what only the tasks say', async () => {
    const { prisma } = drumbeat.store
    await prisma.phaseDetail.deleteMany({})
    const file = await exported(drumbeat, manager, { table: 'market-plan', format: 'csv', language: 'zh-CN' })
    expect(file).toMatch(/确认|发布|直播|《/)
    expect(await shown(manager, file)).toContain('没有需要改动的内容')
  })
})

describe('the table 003-T3 as printed', () => {
  const strategy = `| 活动阶段 | 时间节点 | 核心动作 | 执行人 | 所需资源 | 风险点 | 应对措施 |
|---|---|---|---|---|---|---|
| 筹备期 | 2024-05-01-05-10 | KOC筛选与签约 | *专员 | KOC报价单、合作协议模板 | 报价超预算 | 优先选择高性价比腰部KOC |
| 预热期 | 2024-06-01-06-05 | 首批KOC内容发布(5篇) | *专员 | 素材终版文件、发布账号 | 平台审核不通过 | 提前3天提交审核,预留修改时间 |
| 爆发期 | 2024-06-06-06-15 | 全部KOC内容发布+信息流广告投放 | *推广经理 | 剩余5篇素材、广告预算10万 | 广告点击率低于1.5% | 实时优化创意与文案,调整定向 |
| 收尾期 | 2024-06-16-06-20 | 数据汇总,效果初评 | *数据专员 | 数据后台权限、监测账号 | 数据收集不及时 | 每日17:00前提取数据 |`

  it('is kept whole, and a phase that the campaign does not have yet is added with it', async () => {
    await drumbeat.channel('种草')
    const third = voice(drumbeat, '经理', '种草')
    await third.say('/mkt new 种草 template=strategy-003 launch=2024-06-01 end=2024-06-20')
    const preview = await shown(
      third,
      `${strategy}\n| 复盘期 | 2024-06-21-06-25 | 复盘会 | * | 无 | 无 | 无 |`,
    )
    expect(preview).toContain('新增 1 行，修改 4 行，不变 0 行，拒绝 0 行')
    expect(await kept(third)).toContain('已导入')
    expect(await detail('burst', 3)).toMatchObject({
      core: '全部KOC内容发布+信息流广告投放',
      resources: '剩余5篇素材、广告预算10万',
      risk: '广告点击率低于1.5%',
      response: '实时优化创意与文案,调整定向',
    })
    expect(await detail('retrospective', 3)).toMatchObject({ core: '复盘会', ownerId: null })
    expect(await drumbeat.store.prisma.phase.count({ where: { campaignId: 3 } })).toBe(5)
    expect(await shown(third, strategy)).toContain('没有需要改动的内容')
    const market = await exported(drumbeat, third, { table: 'market-plan', format: 'csv', language: 'zh-CN' })
    expect(market).toContain('报价超预算 → 优先选择高性价比腰部KOC')
    expect(await shown(third, market)).toContain('没有需要改动的内容')
    await third.say('/mkt 执行计划')
    expect(await last(third)).toContain('2024-05-11 – 05-31（21 天）')
  })
})

describe('a row that cannot be', () => {
  it('is named with its row and column, and the others are kept', async () => {
    const result = await shown(
      manager,
      `活动阶段|时间节点|核心动作|执行人|所需资源|风险点|应对措施|预算
预热期|2024-06-08~06-16|发布|专员|KOC|超预算|选腰部KOC|3万
爆发期|2024-06-17~06-15|直播|专员|||
返程期|6.18-6.23|售后|专员|||
收尾期|2024-06-16~06-19|返现|"专员, 设计师"|||
复盘期|2024-05-01~05-03|报告|专员|||`,
    )
    expect(result).toContain('第 2 行「时间节点」：与活动的“爆发期')
    expect(result).toContain(
      '第 3 行「时间节点」：“2024-06-17~2024-06-15”结束早于开始。'.replace(
        '2024-06-17~2024-06-15',
        '2024-06-17~06-15',
      ),
    )
    expect(result).toContain('第 4 行「活动阶段」：没有“返程期”这个阶段。')
    expect(result).toContain('第 5 行「执行人」')
    expect(result).toContain('第 6 行「时间节点」：与“')
  })

  it('leaves the columns of the writer’s own in the remarks', async () => {
    await shown(manager, '活动阶段|时间节点|核心动作|执行人|预算\n预热期|2024-06-08~06-14|发布|专员|3万')
    expect(await kept(manager)).toContain('已导入')
    expect(await detail('warmup')).toMatchObject({
      core: '发布',
      remarks: '预算：3万',
      ownerId: 'specialist',
    })
  })
})

describe('what has changed since the preview', () => {
  const table = '活动阶段|时间节点|负责人|核心任务|完成标准\n复盘期|2024-06-24~06-30|*|写报告|报告提交'

  it('is shown before anything is kept', async () => {
    await shown(manager, table)
    await manager.say('/mkt 阶段详情 复盘期 核心任务 开复盘会')
    await manager.press('确认导入（1）')
    expect((await detail('retrospective'))?.core).toBe('开复盘会')
    await manager.press('确认导入（1）')
    expect(await detail('retrospective')).toMatchObject({ core: '写报告', criterion: '报告提交' })
  })
})

describe('an owner of a phase', () => {
  it('is whoever two people turn out to be', async () => {
    await manager.say('/mkt 阶段详情 爆发期 负责人 设计师')
    await manager.say('/mkt person link 推广经理 设计师')
    const owner = await drumbeat.store.prisma.person.findFirstOrThrow({ where: { name: '推广经理' } })
    expect((await detail('burst'))?.ownerId).toBe(owner.id)
  })
})
