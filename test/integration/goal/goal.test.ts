/** Goals on a real store: added SMART, ordered, split, signed and judged, by whoever leads. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { startDrumbeat, type TestDrumbeat, voice, words } from '../../support/drumbeat.js'

let drumbeat: TestDrumbeat
let channel = ''
beforeAll(async () => {
  drumbeat = await startDrumbeat('2024-05-14T01:00:00Z')
  channel = (await drumbeat.channel('推广')).id
  await say('/mkt new from strategy-003 "新品推广" launch=2024-06-08')
})
afterAll(() => drumbeat.stop())

const here = (as = 'manager') => voice(drumbeat, as, channel)
const say = (text: string, as = 'manager') => here(as).say(text)
const said = async (text: string, as = 'manager') => words((await say(text, as)).messages)
const db = () => drumbeat.store.prisma
const goalNow = (id: number) => db().goal.findUniqueOrThrow({ where: { id }, include: { splits: true } })
const goalCount = () => db().goal.count()

describe('a goal', () => {
  it('is asked for in a form with the columns of 003-T1 (F6)', async () => {
    const { form } = await say('/mkt goal add')
    expect(form?.fields.map(({ name }) => name)).toEqual([
      ...['type', 'strategy', 'metric', 'target', 'owner', 'due', 'remarks'],
      ...['unit', 'baseline', 'growth', 'campaign'],
    ])
  })

  it('is stored with its KPI when the seven columns are typed as printed (F6, F8)', async () => {
    const text = await said(
      '/mkt 添加目标 用户增长 小红书KOC种草+抖音信息流 新增注册用户数 20万 *经理 2024-06-30 需产品部配合注册流程优化',
    )
    const kpi = await db().kpi.findFirstOrThrow({ where: { name: '新增注册用户数' } })
    expect(await goalNow(1)).toMatchObject({
      ...{ type: 'users', strategy: '小红书KOC种草+抖音信息流', metric: '新增注册用户数', unit: '人' },
      ...{ ownerId: 'manager', dueOn: '2024-06-30', remarks: '需产品部配合注册流程优化', kpiId: kpi.id },
    })
    expect(text).toContain('G-1 新增注册用户数 20万人')
    expect(text).toContain('200,000人 · 越高越好')
  })

  it('is refused with what is missing of the five criteria, and nothing is stored (F7)', async () => {
    const { form } = await say('/mkt goal add 品牌声量 提升 owner=策划')
    const error = form?.fields.find(({ name }) => name === 'target')?.error ?? ''
    expect(error).toContain('✓ 明确 · ✗ 可衡量 (缺少数值) · ✓ 可实现 · ✓ 相关 · ✗ 有时限 (缺少达成时间)')
    expect(await goalCount()).toBe(1)
    await here().submit(form, { target: '30%', due: '2024-07-15' })
    expect(await goalNow(2)).toMatchObject({ type: 'brand', strategy: '提升', kind: 'percent' })
  })

  it('keeps everything typed into a form whose number cannot be read (F8)', async () => {
    const { form } = await say('/mkt goal add GMV')
    const again = await here().submit(form, { target: 'many', owner: '专员', due: '6.18', remarks: 'x <b>' })
    const values = Object.fromEntries(again.form?.fields.map(({ name, value }) => [name, value]) ?? [])
    expect(values).toMatchObject({ target: 'many', owner: '专员', due: '6.18', remarks: 'x <b>' })
    expect(again.form?.fields.find(({ name }) => name === 'target')?.error).toContain('500万元')
    expect(await goalCount()).toBe(2)
  })

  it('has exactly one owner, who does not only read along (R47)', async () => {
    const line = '/mkt goal add GMV metric=活动期GMV target=500万 due=2024-06-18'
    await say(`${line} owner="经理, 专员"`)
    expect(await said(`${line} owner=@intern`)).toContain('查看权限')
    expect(await goalCount()).toBe(2)
    await say(`${line} owner=专员 strategy="电商平台满减 + 社群裂变" remarks=电商部搭建活动页面`)
    expect(await goalNow(3)).toMatchObject({ unit: '元', ownerId: 'specialist' })
    expect(words(await voice(drumbeat, 'specialist').sees())).toContain('G-3 活动期GMV 500万元')
  })

  it('may be due after the campaign, with a word about what is unusual (O17)', async () => {
    expect(await said('/mkt goal set G-2 due 2025-12-31')).toContain('晚很多')
    expect(await said('/mkt goal set G-2 due 2024-05-01')).toContain('已经过去')
    expect(await said('/mkt goal set G-2 due 2024-07-15')).not.toMatch(/晚很多|已经过去/)
  })

  it('is changed by whoever leads, on the version that was shown, and recorded', async () => {
    await say('/mkt goal set G-1 target 25万', 'designer')
    expect(String((await goalNow(1)).target)).toBe('200000')
    const { version } = await goalNow(1)
    expect(await said('/mkt goal set G-1 target 25万')).toContain('250,000人')
    expect(await said(`/mkt goal-set G-1 target 30万 seen=${version}`)).toContain('已有变动')
    const kept = await db().auditEvent.findFirstOrThrow({
      where: { action: 'goal.set', subject: 'goal:1' },
      orderBy: { id: 'desc' },
    })
    expect(kept).toMatchObject({ before: { target: '20万人' }, after: { target: '25万人' } })
    await say('/mkt goal set G-1 target 20万')
    expect(await said('/mkt goal set G-1 owner -')).toContain('缺少负责人')
    expect(await said('/mkt goal set G-1 owner 经理')).toContain('没有变化')
    expect(await said('/mkt audit G-1')).toContain('新增注册用户数 20万人')
  })
})

describe('the goals of a campaign', () => {
  it('stand in the order of R4 as the consensus table (F9, D3)', async () => {
    const text = await said('/mkt 目标列表')
    expect(text).toContain('《推广策略目标共识表》')
    for (const column of ['目标类型', '核心策略方向', '量化指标', '目标值', '负责人', '达成时间', '备注'])
      expect(text).toContain(column)
    expect(text.indexOf('G-3')).toBeLessThan(text.indexOf('G-1'))
    expect(text.indexOf('G-1')).toBeLessThan(text.indexOf('G-2'))
  })

  it('are put in another order only when that is confirmed (F9)', async () => {
    expect(await said('/mkt 目标排序 G-2 G-3')).toContain('与默认优先级不同')
    expect((await goalNow(2)).rank).toBeNull()
    await here().press('确认新顺序')
    expect(await goalNow(2)).toMatchObject({ rank: 1 })
    expect(await goalNow(3)).toMatchObject({ rank: 2 })
    expect(await goalNow(1)).toMatchObject({ rank: 3 })
  })

  it('are not put in an order that was shown before they changed', async () => {
    await say('/mkt goal rank G-3')
    await say('/mkt goal set G-1 remarks -')
    await here().press('确认新顺序')
    await vi.waitFor(async () => expect(words(await here().sees())).toContain('已有变动'), 10_000)
    expect(await goalNow(2)).toMatchObject({ rank: 1 })
  })

  it('stand in the plan and in the letter that is signed, beside what people wrote (D2)', async () => {
    await say('/mkt 填写方案 核心目标 做大新品')
    const plan = await said('/mkt plan')
    expect(plan).toContain('做大新品\nG-2 品牌声量 30%')
    expect(plan).toContain('G-3 活动期GMV 500万元 · 销售转化 · 电商平台满减 + 社群裂变 · 专员 · 2024-06-18')
    await say('/mkt submit goals')
    const approval = await db().approval.findFirstOrThrow({ where: { subject: 'goals' } })
    const { sections } = approval.content as { sections: { item: string; content: string }[] }
    expect(sections.find(({ item }) => item === 'goals')?.content).toContain('G-1 新增注册用户数 20万人')
    await say('/mkt goal set G-3 due 2024-06-20')
    const same = await db().approval.findUniqueOrThrow({ where: { id: approval.id } })
    expect(same.contentHash).toBe(approval.contentHash)
  })

  it('stand on the card of the campaign with what is reached of them (F17)', async () => {
    await say('/mkt kpi 新增注册用户数 18万')
    expect(await said('/mkt show')).toContain('新增注册用户数 20万人 90%')
    expect(await said('/mkt 目标 G-1')).toContain('18万 (90%)')
  })
})

describe('a split', () => {
  it('that leaves a gap is kept only with a reason (F11)', async () => {
    const { form } = await say('/mkt goal split G-3 by channel 淘宝=250万 抖音=150万 私域=80万')
    const error = form?.fields.find(({ name }) => name === 'reason')?.error ?? ''
    expect(error).toContain('合计 480万元，与目标 500万元 相差 20万元')
    expect((await goalNow(3)).splits).toEqual([])
    const text = words((await here().submit(form, { reason: '直播渠道待定' })).messages)
    expect(text).toContain('差额 20万元: 直播渠道待定')
    expect(text).toContain('50%')
    expect((await goalNow(3)).splits).toMatchObject([{ axis: 'channel', reason: '直播渠道待定' }])
  })

  it('that adds up needs none, and is shown with what it replaces', async () => {
    const text = await said('/mkt 拆分目标 G-3 按渠道 淘宝=250万 抖音=170万 私域=80万元')
    expect(text).toContain('合计与目标一致')
    expect(text).toContain('原来：淘宝 250万元, 抖音 150万元, 私域 80万元')
    expect((await goalNow(3)).splits).toMatchObject([{ axis: 'channel', reason: null }])
    await say(`/mkt goal split ${(await goalNow(3)).metric} by tier 新客 300万, 老客 200万`)
    expect((await goalNow(3)).splits).toHaveLength(2)
  })

  it('keeps the stage waiting when the goal no longer matches it', async () => {
    expect(await said('/mkt goal set G-3 target 520万')).toContain('合计已不等于目标值')
    expect(await said('/mkt stage next')).toContain('1 个目标的拆解合计不等于目标值：G-3 活动期GMV')
    await say('/mkt goal set G-3 target 500万')
    expect(await said('/mkt stage next')).not.toContain('拆解合计')
  })

  it('is refused for what does not add up by its nature, for other units and for nonsense', async () => {
    expect(await said('/mkt goal split G-2 by channel a=10%')).toContain('不能按合计拆解')
    expect(await said('/mkt goal split G-3 by channel 淘宝=250万人')).toContain('单位')
    expect(await said('/mkt goal split G-3 by channel 淘宝')).toContain('无法识别子目标')
    expect((await goalNow(3)).splits).toHaveLength(2)
  })
})

describe('a goal that is not wanted any more', () => {
  it('goes after a press that confirms it, with its parts, and leaves the plan', async () => {
    await say('/mkt goal remove G-3', 'designer')
    expect(await said('/mkt 删除目标 G-3')).toContain('2 项拆解')
    expect(await goalCount()).toBe(3)
    await here().press('确认删除')
    expect(await goalCount()).toBe(2)
    expect(await db().goalSplit.count()).toBe(0)
    expect(await said('/mkt plan')).not.toContain('G-3')
    expect(await said('/mkt audit G-3')).toContain('删除目标')
    expect(await said('/mkt goal G-3')).toContain('没有目标')
  })
})

describe('goals of a campaign that many work on', () => {
  it('are all in the plan when two are added at once', async () => {
    const line = '/mkt goal add 曝光 metric=曝光量 target=1000万次 owner=策划 due=2024-06-23'
    await Promise.all([say(line), say('/mkt goal add GMV target=500万 owner=专员 due=6.23', 'planner')])
    const rows = await db().planItem.findFirstOrThrow({ where: { item: 'goals.rows' } })
    for (const part of ['曝光量 1000万次', 'GMV 500万元']) expect(rows.content).toContain(part)
  })

  it('are changed by nobody who only takes part, or only reads along', async () => {
    const before = await goalCount()
    const line = '/mkt goal add GMV target=5万 owner=专员 due=6.23'
    await say(line, 'designer')
    await say(line, 'intern')
    await say('/mkt goal rank G-1', 'designer')
    await say('/mkt goal split G-1 by channel a=20万', 'designer')
    await say('/mkt goal remove G-1 seen=99', 'designer')
    expect(await goalCount()).toBe(before)
    expect((await goalNow(1)).splits).toEqual([])
  })

  it('ask for the unit where the metric has no usual one', async () => {
    const { form } = await say('/mkt goal add 品牌声量 metric=好感度 target=20万 owner=策划 due=6.23')
    expect(form?.fields.find(({ name }) => name === 'unit')?.error).toContain('缺少单位')
  })

  it('belong to whoever two people turn out to be', async () => {
    await say('/mkt person link 推广经理 专员')
    const owners = (await db().goal.findMany()).map(({ ownerId }) => ownerId)
    expect(owners).not.toContain('specialist')
    const rows = await db().planItem.findFirstOrThrow({ where: { item: 'goals.rows' } })
    expect(rows.content).toContain('推广经理')
  })
})
