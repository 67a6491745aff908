/** Approvals of other kinds than plan and goals: budgets by line, values, changes, receipts, agreement by row. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approvalStories, monday } from '../../support/approval.js'
import { startDrumbeat, type TestDrumbeat, words } from '../../support/drumbeat.js'

let drumbeat: TestDrumbeat
const { as, last, seen, stored, submitted } = approvalStories(() => drumbeat)
beforeAll(async () => {
  drumbeat = await startDrumbeat(monday)
})
afterAll(() => drumbeat.stop())

const refOf = async () => `A-${await last()}`
const campaignOf = (id: number) => drumbeat.store.prisma.approval.findUniqueOrThrow({ where: { id } })

describe('the budget form (F28)', () => {
  it('is approved line by line; a refused line has its reason, and the total is what remains', async () => {
    const { planner } = await submitted()
    const answer = await planner.say('/mkt 提请预算 推广费 30万、物料费 5万、技术费 3万、人力费 10万')
    expect(words(answer.messages)).toContain('《预算审批表》')
    const ref = await refOf()
    const finance = as('finance-head')
    await finance.say(`不批明细 ${ref} 2 超出标准`)
    expect(await seen('finance-head', ref)).toContain('43万元')
    await finance.press('同意')
    const approval = await stored(await last())
    expect(approval).toMatchObject({ subject: 'budget', status: 'approved' })
    expect(JSON.parse(approval.steps[0]?.value ?? '')).toEqual({ 2: '超出标准' })
  })

  it('has the lines of the plan where none are typed, and is refused by nobody but finance', async () => {
    const { planner } = await submitted()
    await planner.say('/mkt 提请预算')
    const id = await last()
    expect((await campaignOf(id)).content).toMatchObject({ sections: [{ item: 'line-1', content: '48万' }] })
    const answer = await as('designer').say(`不批明细 A-${id} 1 不行`)
    expect(words(answer.messages)).toContain('这一步不归你')
    await as('finance-head').say(`驳回 A-${id} 太高`)
    expect((await stored(id)).status).toBe('rejected')
  })
})

describe('the review of a prototype (F30)', () => {
  it('leaves a remark on the task once the operations supervisor has approved it', async () => {
    const { planner, campaign } = await submitted()
    await planner.say('/mkt 提请原型 M-002 https://example.com/p')
    await as('operations-supervisor').say(`同意 ${await refOf()}`)
    const task = await drumbeat.store.prisma.task.findFirstOrThrow({
      where: { campaignId: Number(campaign.slice(2)), number: 2 },
    })
    expect(task.remarks).toContain('已通过运营组审核')
  })

  it('is told apart from that of another page', async () => {
    const { planner } = await submitted()
    await planner.say('/mkt 提请原型 首页')
    const first = await last()
    await planner.say('/mkt 提请原型 会场页')
    expect(await last()).toBeGreaterThan(first)
    const again = await planner.say('/mkt 提请原型 首页')
    expect(words(again.messages)).toContain(`A-${first}`)
  })
})

describe('the four confirmations (F31)', () => {
  it('come with a value each; the card counts them', async () => {
    const { planner, channel } = await submitted()
    await planner.say('/mkt 提请资源 @engineer @operator @specialist')
    const ref = await refOf()
    const bare = await as('engineer').say(`同意 ${ref}`)
    expect(words(bare.messages)).toContain('填')
    const pressed = await as('operator').press('填报确认')
    await as('operator').submit(pressed.form ?? null, { value: '500件' })
    await as('finance-head').say(`填报确认 ${ref} 2024-05-20`)
    const chain = (await planner.sees(channel)).find(({ text }) => text.includes('2/4'))
    expect(chain?.text).toContain('500件')
    await as('engineer').say(`填报确认 ${ref} 10天`)
    await as('specialist').say(`填报确认 ${ref} 48小时发货`)
    expect((await stored(await last())).steps.map(({ value }) => value)).toEqual([
      '10天',
      '500件',
      '2024-05-20',
      '48小时发货',
    ])
    expect((await stored(await last())).status).toBe('approved')
  })

  it('refuse what is no quantity', async () => {
    const { planner } = await submitted()
    await planner.say('/mkt 提请资源 @engineer @operator @specialist')
    const answer = await as('operator').say(`填报确认 ${await refOf()} 很多`)
    expect(words(answer.messages)).toContain('不是数量')
  })
})

describe('a change of the plan (F33)', () => {
  it('moves the phase when the heads have agreed to more time', async () => {
    const { planner, campaign } = await submitted()
    const id = Number(campaign.slice(2))
    const tail = () =>
      drumbeat.store.prisma.phase.findFirstOrThrow({ where: { campaignId: id, key: 'tail' } })
    const before = await tail()
    await planner.say('/mkt 提请调整 返场延长 需求旺盛 阶段=tail 延长至=2024-08-05')
    const ref = await refOf()
    expect((await stored(await last())).steps.map(({ role }) => role)).toEqual([
      'marketing-head',
      'sales-head',
      'operations-head',
    ])
    expect((await tail()).toOn).toBe(before.toOn)
    for (const head of ['marketing-manager', 'sales-head', 'operations-supervisor'])
      await as(head).say(`同意 ${ref}`)
    expect((await tail()).toOn).toBe('2024-08-05')
    const where = { action: 'campaign.phase', campaignId: id }
    expect(await drumbeat.store.prisma.auditEvent.count({ where })).toBe(1)
  })

  it('goes to finance for money, to both for both, and says what is missing', async () => {
    const { planner } = await submitted()
    const none = await planner.say('/mkt 提请调整 追加 原因')
    expect(words(none.messages)).toContain('要调整什么')
    await planner.say('/mkt 提请调整 追加 原因 金额=5万')
    expect((await stored(await last())).steps.map(({ role }) => role)).toEqual(['finance-head'])
    await planner.say('/mkt 提请调整 两者 原因 金额=5万 阶段=tail 延长至=2024-08-05')
    expect((await stored(await last())).steps).toHaveLength(4)
  })
})

describe('a print order, a replacement and a report', () => {
  it('are signed by who answers for the material, by the general owner, by management and departments', async () => {
    const { planner } = await submitted()
    await planner.say('/mkt 提请印刷 海报 @designer 500份 2024-05-28')
    await as('designer').say(`同意 ${await refOf()}`)
    expect((await stored(await last())).status).toBe('approved')
    await planner.say('/mkt 提请替换 达人A 达人B 档期冲突')
    await as('manager').say(`同意 ${await refOf()}`)
    expect((await stored(await last())).status).toBe('approved')
    await planner.say('/mkt 提请报告 https://example.com/report')
    const ref = await refOf()
    const no = await as('director').say(`驳回 ${ref} 不好`)
    expect(words(no.messages)).toContain('确认收到')
    for (const one of [
      'director',
      'marketing-manager',
      'sales-head',
      'operations-supervisor',
      'finance-head',
    ])
      await as(one).press('确认收到')
    expect((await stored(await last())).status).toBe('approved')
  })
})

describe('a plan that takes effect (F34)', () => {
  it('is sent to every department with a task; each confirms its receipt, and the card counts them', async () => {
    const { ref, channel, planner } = await submitted()
    for (const one of ['marketing-manager', 'operations-supervisor', 'finance-head'])
      await as(one).say(`同意 ${ref}`)
    const notice = await stored(await last())
    expect(notice).toMatchObject({ subject: 'notice', status: 'pending' })
    const departments = notice.steps.map(({ role }) => role)
    expect(departments).toContain('dept:技术部')
    await as('engineer').press('确认收到')
    const card = (await planner.sees(channel)).findLast(({ text }) => text.includes(`A-${notice.id} `))
    expect(card?.text).toContain(`1/${departments.length}`)
  })
})

describe('agreement with goals (F23)', () => {
  it('is asked row by row; a disagreement leaves the row unsigned and offers an alignment meeting', async () => {
    const { planner, owner, channel, campaign } = await submitted()
    await owner.say('/mkt 添加目标 用户增长 小红书种草 新增注册用户数 20万 @推广经理 2024-07-20 无')
    const card = await planner.say('/mkt 征询共识')
    expect(words(card.messages)).toContain('征询中')
    const row = await stored(await last())
    const ref = `A-${row.id}`
    expect(row).toMatchObject({ subject: 'consensus', status: 'pending' })
    expect(row.steps.map(({ role }) => role)).toContain('row-owner')
    await as('marketing-manager').press('同意')
    await as('product-head').say(`驳回 ${ref} 20万做不到`)
    expect((await stored(row.id)).status).toBe('rejected')
    const table = await planner.say('/mkt 目标共识')
    expect(words(table.messages)).toContain('有异议，未签')
    await planner.say(`/mkt 对齐会 ${ref} 明天 10:00`)
    expect(words(await as('product-head').sees())).toContain('对齐会')
    expect(words(await as('promotion-manager').sees())).toContain('明天 10:00')
    expect(words(await planner.sees(channel))).toContain('20万做不到')
    await planner.say('/mkt 征询共识')
    const again = await stored(await last())
    expect(again.steps.find(({ role }) => role === 'marketing-head')).toMatchObject({ carried: true })
    for (const one of ['sales-head', 'product-head', 'finance-head', 'promotion-manager'])
      await as(one).say(`同意 A-${again.id}`)
    expect((await stored(again.id)).status).toBe('approved')
    expect(words((await planner.say(`/mkt show ${campaign}`)).messages)).toContain('已同意 1 项')
  })
})
