/** The 618 campaign of source 004, from its creation to the digest and the first overdue task, as its people live it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Message } from '../../src/platforms/playground/page/wire.js'
import { startDrumbeat, type TestDrumbeat, type Voice, voice, words } from '../support/drumbeat.js'

const channel = 'c1'
const name = '618年中狂欢·全场满300减50'
let drumbeat: TestDrumbeat
let manager: Voice
const inChannel = (person: string) => voice(drumbeat, person, channel)
const directly = (person: string) => voice(drumbeat, person)
const shown = async (title: string): Promise<Message | undefined> =>
  (await drumbeat.messages(channel)).findLast(
    ({ card, visibleTo }) => visibleTo === null && card?.title.includes(title),
  )

beforeAll(async () => {
  drumbeat = await startDrumbeat('2024-05-01 09:00')
  manager = inChannel('经理')
})
afterAll(() => drumbeat.stop())

describe('creating the campaign', () => {
  it('opens a form when nothing is said, and refuses an end before the launch beside its field', async () => {
    const { form } = await manager.say('/mkt new')
    expect(form?.fields.filter(({ required }) => required).map((field) => field.name)).toContain('name')
    const wrong = await manager.submit(form, { name, launch: '2024-06-01', end: '2024-05-25' })
    expect(wrong.form?.fields.find((field) => field.name === 'end')?.error).toBeTruthy()
    expect(wrong.form?.fields.find((field) => field.name === 'name')?.value).toBe(name)
    await manager.submit(wrong.form, { end: '2024-06-25' })
    const card = await shown(name)
    expect(card?.text).toContain('S1')
    for (const phase of ['2024-06-01 – 06-10', '2024-06-11 – 06-20', '2024-06-21 – 06-25'])
      expect(card?.text).toContain(phase)
  })

  it('gives every owner their task of table 004-T2 with its printed dates', async () => {
    const tasks = await drumbeat.store.prisma.task.findMany({ orderBy: { number: 'asc' } })
    expect(tasks.map((task) => [task.name, task.ownerId, task.startOn, task.dueOn])).toEqual([
      ['活动主题确认', 'manager', '2024-05-01', '2024-05-03'],
      ['页面原型设计', 'designer', '2024-05-04', '2024-05-07'],
      ['活动页面开发', 'engineer', '2024-05-08', '2024-05-12'],
      ['优惠券配置', 'operator', '2024-05-13', '2024-05-14'],
      ['客服培训', 'service-supervisor', '2024-05-15', '2024-05-16'],
    ])
    expect(words(await directly('engineer').sees())).toContain('活动页面开发')
  })
})

describe('the plan', () => {
  it('is filled in with the printed values of table 004-T1', async () => {
    const plan: [string, string][] = [
      ['核心目标', 'GMV 500万元；1万新用户'],
      ['活动规则', '全场满300减50，每日前1000名下单用户'],
      ['预算分配', '推广费30万，物料费5万，技术费3万，人力费10万'],
      ['负责人', '项目总负责人：经理；运营负责人：主管'],
      ['风险预案', '服务器崩溃：30分钟内修复 + 10元无门槛券'],
    ]
    for (const [item, content] of plan) await manager.say(`/mkt 填写方案 ${item} ${content}`)
    expect((await drumbeat.store.prisma.planItem.findMany()).map(({ content }) => content)).toEqual(
      expect.arrayContaining(plan.map(([, content]) => content)),
    )
  })

  it('goes to 市场部经理 only, then 运营部主管, then 财务部负责人, one click each', async () => {
    await manager.say('/mkt 提交方案')
    const waits = async (person: string) => words(await directly(person).sees()).includes('A-1')
    expect(await waits('marketing-manager')).toBe(true)
    expect(await waits('operations-supervisor')).toBe(false)
    await directly('marketing-manager').press('同意')
    expect(await waits('operations-supervisor')).toBe(true)
    expect(await waits('finance-head')).toBe(false)
    await directly('operations-supervisor').press('同意')
    await directly('finance-head').press('同意')
    const approval = await drumbeat.store.prisma.approval.findFirstOrThrow({
      where: { subject: 'plan' },
      include: { steps: { orderBy: { position: 'asc' } } },
    })
    expect(approval.status).toBe('approved')
    expect(approval.steps.map((step) => [step.role, step.status, step.decidedById])).toEqual([
      ['marketing-manager', 'approved', 'marketing-manager'],
      ['operations-supervisor', 'approved', 'operations-supervisor'],
      ['finance-head', 'approved', 'finance-head'],
    ])
    expect((await shown('A-1'))?.text).toContain('财务部负责人')
  })
})

describe('the days of preparation', () => {
  it('show a changed status on the card in its place, with who changed it kept', async () => {
    await directly('engineer').press('接受')
    await directly('engineer').press('进行中')
    const kept = await drumbeat.store.prisma.auditEvent.findFirstOrThrow({
      where: { action: 'task.status' },
      orderBy: { id: 'desc' },
    })
    expect([kept.actorId, kept.before, kept.after]).toEqual([
      'engineer',
      expect.objectContaining({ status: 'todo' }),
      expect.objectContaining({ status: 'doing' }),
    ])
    await manager.say('/mkt 完成 M-001')
    await inChannel('designer').say('/mkt 完成 M-002')
  })

  it('bring no message on a holiday and one on a make-up working day', async () => {
    await drumbeat.clock('2024-05-05 23:00')
    const holiday = (await drumbeat.messages(channel)).filter(({ at }) => at > '2024-05-02' && at < '2024-06')
    expect(holiday.filter(({ author, visibleTo }) => author === null && visibleTo === null)).toEqual([])
    await drumbeat.clock('2024-05-11 10:30')
    expect(await shown('2024-05-11')).toBeDefined()
  })

  it('tell owner and channel of the task that fell overdue, once a day', async () => {
    await drumbeat.clock('2024-05-13 09:30')
    const overdue = async () =>
      (await drumbeat.messages(channel)).filter(
        ({ text, at }) => at > '2024-05-13' && text.includes('@工程师'),
      )
    expect(await overdue()).toHaveLength(1)
    expect((await overdue())[0]?.text).toMatch(/活动页面开发.*05-12.*1 天/)
    const own = (await directly('engineer').sees()).at(-1)
    expect(own?.text).toContain('活动页面开发')
    expect(own?.at).toBe('2024-05-13T01:30:00.000Z')
    await drumbeat.clock('2024-05-13 09:45')
    expect(await overdue()).toHaveLength(1)
  })

  it('end in a digest with the counts of F71: 2 done, 1 delayed, 2 not started', async () => {
    await drumbeat.clock('2024-05-13 10:00')
    const digest = await shown('2024-05-13')
    expect(digest?.at).toBe('2024-05-13T02:00:00.000Z')
    expect(digest?.text).toContain('已完成 2、进行中 0、延期 1、未开始 2')
  })

  it('repeat the overdue task next day with two days, and not when it is done', async () => {
    await drumbeat.clock('2024-05-14 09:30')
    const line = (await drumbeat.messages(channel)).findLast(({ text }) => text.includes('@工程师'))
    expect(line?.text).toMatch(/2 天/)
    await inChannel('engineer').say('/mkt 完成 M-003')
    await drumbeat.clock('2024-05-15 09:45')
    const later = (await drumbeat.messages(channel)).filter(
      ({ text, at }) => at > '2024-05-15' && text.includes('@工程师'),
    )
    expect(later).toEqual([])
  })
})

describe('afterwards', () => {
  it('everything that happened stands in the log that anybody may read', async () => {
    const { messages } = await inChannel('财务部负责人').say('/mkt audit A-1')
    const log = words(messages)
    for (const person of ['市场部经理', '运营部主管', '财务部负责人']) expect(log).toContain(person)
  })

  it('the stage moves on only when its conditions are met, and names the ones that are not', async () => {
    const refused = await manager.say('/mkt stage next')
    expect(words(refused.messages)).toMatch(/受众|人群/)
    expect((await drumbeat.store.prisma.campaign.findFirstOrThrow()).stage).toBe('S1')
  })
})
