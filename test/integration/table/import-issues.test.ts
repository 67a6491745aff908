/** The progress and issue table (003-T4): imported as printed by the rules of issues, and taken away again. */
import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startDrumbeat, type TestDrumbeat, type Voice, voice, words } from '../../support/drumbeat.js'
import { type Tables, tablesIn } from '../../support/tables.js'

let drumbeat: TestDrumbeat
let manager: Voice
let tables: Tables
beforeAll(async () => {
  drumbeat = await startDrumbeat('2024-06-10 18:00')
  await drumbeat.channel('新品种草')
  manager = voice(drumbeat, '经理', '新品种草')
  tables = tablesIn(drumbeat, '经理', '新品种草')
  await manager.say('/mkt new 小红书种草 template=strategy-003 launch=2024-06-01 end=2024-06-20')
})
afterAll(() => drumbeat.stop())

const issues = () => drumbeat.store.prisma.issue.findMany({ orderBy: { id: 'asc' } })

const heading = '日期 | 关键任务进展 | 完成率 | 异常问题 | 问题影响 | 责任人 | 处理措施 | 预计解决时间 | 状态'
const printed = `| ${heading} |
|---|---|---|---|---|---|---|---|---|
| 2024-05-20 | KOC内容已完成8篇，2篇待修改 | 80% | 2篇内容涉及医疗宣称被驳回 | 发布延迟2天 | *文案 | 修改宣称后重新提交审核 | 2024-05-22 | 处理中 |
| 2024-06-07 | 信息流点击率1.2%(目标1.5%) | 80% | 素材吸引力不足 | 转化可能不达标 | *优化师 | 更换主图，突出痛点场景 | 2024-06-08 | 已处理 |
| 2024-06-10 | 快闪店到场500人/日(目标800人/日) | 62.5% | 现场人流低于预期 | 品牌曝光不足 | *活动主管 | 联合商场投放电梯广告 | 2024-06-11 | 处理中 |`

describe('the table 003-T4 as printed', () => {
  it('is shown before anything is kept, with the exception of its first row (F82)', async () => {
    const preview = await tables.shown(printed)
    expect(preview).toContain('推广进度跟踪与问题处理表')
    expect(preview).toContain('新增 3 行')
    expect(preview).toContain('第 3 行「预计解决时间」：2024-05-22 超出 24 小时，标为例外，原因见处理措施。')
    expect(preview).not.toContain('2024-06-08 超出')
    expect(await issues()).toEqual([])
  })

  it('becomes three issues with their days, progress and states', async () => {
    expect(await tables.kept(printed)).toContain('已导入')
    const [claims, clicks, visitors] = await issues()
    expect(claims).toMatchObject({
      ...{ title: '2篇内容涉及医疗宣称被驳回', happenedOn: '2024-05-20', expectedOn: '2024-05-22' },
      ...{ status: 'handling', ownerId: 'copywriter', progress: 'KOC内容已完成8篇，2篇待修改' },
    })
    expect(claims?.dueAt).toEqual(new Date('2024-05-22T23:59:00+08:00'))
    expect(clicks).toMatchObject({ status: 'handled', happenedOn: '2024-06-07' })
    expect(visitors).toMatchObject({ status: 'handling', impact: '品牌曝光不足' })
    expect(visitors?.rate?.toFixed()).toBe('62.5')
  })

  it('tells the channel and each owner once, card by card nothing', async () => {
    const sent = await drumbeat.store.prisma.place.findMany({ where: { because: { startsWith: 'issue.' } } })
    expect(sent.map(({ view }) => (view as { view: string }).view).sort()).toEqual([
      'issue.list',
      'issue.mine',
    ])
    const channel = words((await manager.sees()).slice(-2))
    expect(channel).toContain('2 个未解决的问题')
    expect(channel).toContain('已超时 18 天')
    expect(words(await drumbeat.messages('dm-文案', '文案'))).toContain('医疗宣称')
  })

  it('shows on the card of an issue how far it was and why it takes longer', async () => {
    await manager.say('/mkt 查看问题 I-1')
    const card = await tables.last()
    for (const said of [
      '2024-05-20',
      '80%',
      'KOC内容已完成8篇',
      '2024-05-22 · 例外（超出 24 小时）：修改宣称后重新提交审核',
    ])
      expect(card).toContain(said)
  })

  it('changes nothing when it is imported again, whatever has been confirmed since', async () => {
    await manager.say('/mkt 问题状态 I-2 已关闭')
    const before = await issues()
    expect(before[1]?.status).toBe('closed')
    expect(await tables.shown(printed)).toContain('没有需要改动的内容')
    expect(await issues()).toEqual(before)
  })

  it('is the same table in mangled traditional characters', async () => {
    const mangled = `推廣(guǎng)進(jìn)度跟蹤(zōng)與(yǔ)問題(tí)處(chǔ)理表
日期\t關(guān)鍵(jiàn)任務(wù)進(jìn)展\t完成率\t異(yì)常問題(tí)\t責(zé)任人\t預(yù)計(jì)解決(jué)時(shí)間\t狀(zhuàng)態(tài)
2024-06-10\t快閃店到場500人/日(目標800人/日)\t62.5%\t現場人流低於預期\t*活動主管\t2024-06-11\t已處理`
    const preview = await tables.shown(mangled)
    expect(preview).toContain('新增 0 行，修改 1 行')
    expect(preview).toMatch(/修改 I-3 现场人流低于预期：.*状态/)
  })
})

describe('a state', () => {
  it('that is another moves the issue by its rules', async () => {
    await tables.kept(
      '日期,异常问题,状态\n2024-06-10,现场人流低于预期,已处理\n2024-05-20,2篇内容涉及医疗宣称被驳回,已处理',
    )
    expect((await issues()).map(({ status }) => status)).toEqual(['handled', 'closed', 'handled'])
    await tables.kept('日期,异常问题,预计解决时间,状态\n2024-06-10,现场人流低于预期,2024-06-12,处理中')
    expect((await issues())[2]).toMatchObject({
      status: 'handling',
      expectedOn: '2024-06-12',
      handledAt: null,
    })
    expect(
      await tables.shown('日期,异常问题,预计解决时间,状态\n2024-06-10,现场人流低于预期,2024-06-12,处理中'),
    ).toContain('没有需要改动的内容')
  })
})

describe('a bad line', () => {
  it('is named with its row and column, and the others are kept', async () => {
    const before = (await issues()).length
    const result = await tables.kept(`日期,关键任务进展,完成率,异常问题,责任人,处理措施,预计解决时间,状态,附件
2024-02-30,a,80%,日期不对,专员,b,,处理中,x
2024-06-09,a,很多,完成率不对,专员,b,,处理中,
2024-06-09,a,80%,两位责任人,"专员, 设计师",b,,处理中,
2024-06-09,全部完成,100%,无,专员,,,已处理,
2024-06-09,全部完成,100%,,专员,,,已处理,
2024-06-09,a,8/10,页面打不开,谁也不是,b,,紧急,
2024-06-09,a,80%,页面 打不开,专员,b,,处理中,
2024-06-09,a,80%,倒着的,专员,b,2024-06-01,处理中,
2019-06-09,a,80%,很久以前,专员,b,,处理中,
2024-06-09,a,0.8,库存告急,实习生,,2024-06-15,处理中,
2024-06-09,a,1000000000000000000,太大,专员,b,,处理中,
2024-06-10,,,=HYPERLINK("x"),,,,,`)
    expect(result).toContain('新增 3 行，修改 0 行，不变 0 行，拒绝 9 行')
    for (const line of [
      '第 2 行「日期」：“2024-02-30”不是日期。',
      '第 3 行「完成率」：“很多”不是完成率',
      '第 4 行「责任人」：每一行只能有一位负责人（R47），这里写的是“专员, 设计师”。',
      '第 5 行「异常问题」：没有异常问题',
      '第 6 行「异常问题」：没有异常问题',
      '第 7 行「完成率」：“8/10”按 80% 处理。',
      '第 7 行「责任人」：不认识“谁也不是”，暂由总负责人 经理 代管。',
      '第 7 行「状态」：“紧急”无法判断',
      '第 8 行「异常问题」：与第 7 行相同',
      '第 9 行「预计解决时间」：“2024-06-09 – 2024-06-01”结束早于开始。',
      '第 10 行「日期」：2019-06-09 不在活动范围内',
      '第 11 行「完成率」：“0.8”按 80% 处理。',
      '第 11 行「责任人」：“实习生”只能查看',
      '第 11 行「预计解决时间」：2024-06-15 超出 24 小时，标为例外，但没有处理措施说明原因。',
      '第 12 行「完成率」：“1000000000000000000”不是完成率',
      '这些列没有对应字段，不保留：附件',
    ])
      expect(result).toContain(line)
    const added = (await issues()).slice(before)
    expect(added.map(({ title, status }) => `${title} ${status}`)).toEqual([
      '页面打不开 open',
      '库存告急 handling',
      '=HYPERLINK("x") open',
    ])
    expect(added[0]?.dueAt).toEqual(new Date('2024-06-10T23:59:00+08:00'))
    expect(added[2]?.dueAt.getTime()).toBe((added[2]?.openedAt.getTime() ?? 0) + 86_400_000)
  })
})

describe('an export', () => {
  beforeAll(async () => {
    await manager.say('/mkt 上报问题 评论区差评集中 @专员 impact=口碑')
  })

  it('has the printed columns, choices and dates', async () => {
    const { sheets } = await readXlsx(await tables.exported('问题处理表', 'xlsx'))
    const [head = [], first = []] = sheets[0]?.rows ?? []
    expect(head).toEqual(heading.split(' | '))
    expect(first[0]).toBeInstanceOf(Date)
    expect(first.slice(1, 7)).toEqual([
      'KOC内容已完成8篇，2篇待修改',
      '80%',
      '2篇内容涉及医疗宣称被驳回',
      '发布延迟2天',
      '文案',
      '修改宣称后重新提交审核',
    ])
    expect(sheets[0]?.dataValidations?.[0]?.values).toEqual(['处理中', '已处理'])
  })

  for (const format of ['xlsx', 'csv', 'md'])
    it(`as ${format} says the same again`, async () => {
      const before = await issues()
      const answer = await tables.shown(await tables.pasted('问题处理表', format))
      expect(answer).toContain('没有需要改动的内容')
      expect(answer).toContain(`不变 ${before.length} 行，拒绝 0 行`)
    })

  it('makes an empty campaign of the same template look the same', async () => {
    const text = await tables.pasted('问题处理表', 'csv')
    await drumbeat.channel('第二季')
    const other = voice(drumbeat, '经理', '第二季')
    await other.say('/mkt new 第二季 template=strategy-003 launch=2024-06-01 end=2024-06-20')
    const second = tablesIn(drumbeat, '经理', '第二季')
    expect(await second.kept(text)).toContain('已导入')
    expect(await second.pasted('问题处理表', 'csv')).toBe(text)
  })
})

describe('two thousand rows', () => {
  it('are shown and kept with a few seconds of work', async () => {
    const rows = Array.from(
      { length: 2000 },
      (_none, i) => `2024-06-0${1 + (i % 9)},进展${i},80%,异常${i},影响,专员,措施,,处理中`,
    )
    const text = `日期,关键任务进展,完成率,异常问题,问题影响,责任人,处理措施,预计解决时间,状态\n${rows.join('\n')}`
    const before = process.cpuUsage()
    expect(await tables.kept(text)).toContain('新增 2000 行')
    // Work, not waiting: other tests run beside this one.
    expect(process.cpuUsage(before).user / 1e6).toBeLessThan(5)
  })
})
