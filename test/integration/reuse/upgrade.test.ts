/** A running campaign takes over a newer version of its template: exactly what was shown, once, and nothing the team has done. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startDrumbeat, type TestDrumbeat, voice, words } from '../../support/drumbeat.js'

let drumbeat: TestDrumbeat
beforeAll(async () => {
  drumbeat = await startDrumbeat('2024-04-20 09:00')
  await say('/mkt new from ecom-004 "618大促" 2024-06-01')
  await say('/mkt new from ecom-004 "双11" 2024-11-01')
  await say('/mkt task status C-2/M-001 done')
  await say('/mkt task set C-2/M-002 due 2024-10-09')
})
afterAll(() => drumbeat.stop())

const here = (as = '经理') => voice(drumbeat, as)
const say = (text: string, as = '经理') => here(as).say(text)
const said = async (text: string, as = '经理') => words((await say(text, as)).messages)
const db = () => drumbeat.store.prisma
const tasks = () => db().task.findMany({ where: { campaignId: 2 }, orderBy: { number: 'asc' } })
const campaign = () => db().campaign.findUniqueOrThrow({ where: { id: 2 } })

describe('a campaign whose template has no newer version', () => {
  it('is told so', async () => {
    expect(await said('/mkt 模板升级 C-2')).toContain('C-2 使用的是 ecom-004 v1，没有更新的版本')
  })
})

describe('a newer version', () => {
  beforeAll(async () => {
    await say('/mkt task add 压力测试 *工程师 2024-05-26 2024-05-28 campaign=C-1')
    await say('/mkt task set C-1/M-001 name 主题与口号')
    await say('/mkt task set C-1/M-002 due 2024-05-08')
    await say('/mkt task set C-1/M-003 deliverable 活动页')
    await say('/mkt task status C-1/M-005 cancelled')
    await say('/mkt 模板保存 ecom-004 C-1')
  })

  it('is offered on the card of a campaign made from an older one', async () => {
    expect(await said('/mkt 查看 C-2')).toContain('模板有新版本：ecom-004 v2')
    expect(await said('/mkt 查看 C-1')).not.toContain('模板有新版本')
  })

  it('is shown with what it adds, changes and removes, and with what stays', async () => {
    const before = await tasks()
    const text = await said('/mkt 模板升级 C-2')
    expect(text).toContain('＋ 任务 · 压力测试 · 2024-10-26 – 10-28')
    expect(text).toMatch(/～ 任务 · .* · 交付成果 – → 活动页/)
    expect(text).toMatch(/－ 任务 · 客服培训/)
    expect(text).toMatch(/任务 · 主题与口号 · 已完成 · 名称/)
    expect(text).toMatch(/任务 · .* · 团队已改 · 日期/)
    expect(await tasks()).toEqual(before)
  })

  it('is shown again instead of applied when something has changed since', async () => {
    await say('/mkt task set C-2/M-004 remarks 先核对库存')
    const answer = await here().press('升级到 v2')
    expect(words(answer.messages)).toContain('上次显示之后内容有变')
    expect((await campaign()).templateVersionId).toBeNull()
  })

  it('is applied as shown, once, however often the button is pressed', async () => {
    await say('/mkt 模板升级 C-2')
    const pressed = await Promise.all([here().press('升级到 v2'), here().press('升级到 v2')])
    expect(pressed.map(({ messages }) => words(messages)).join()).toContain('C-2 已经在使用 ecom-004 v2')
    const now = await tasks()
    expect(now).toHaveLength(6)
    expect(now[0]).toMatchObject({ status: 'done', name: '活动主题确认' })
    expect(now[1]).toMatchObject({ dueOn: '2024-10-09' })
    expect(now[2]).toMatchObject({ deliverable: '活动页', status: 'todo' })
    expect(now[3]).toMatchObject({ remarks: '先核对库存' })
    expect(now[4]).toMatchObject({ status: 'cancelled' })
    expect(now[5]).toMatchObject({ name: '压力测试', startOn: '2024-10-26', dueOn: '2024-10-28' })
    expect((await campaign()).templateVersionId).toBe(1)
    const events = await db().auditEvent.findMany({ where: { action: 'campaign.template', campaignId: 2 } })
    expect(events).toHaveLength(1)
    expect(events[0]).toMatchObject({ after: { template: 'ecom-004 v2' } })
  })

  it('is taken over by whoever leads only', async () => {
    await say('/mkt 模板升级 C-2', '设计师')
    expect(await said('/mkt 模板升级 C-2')).toContain('没有更新的版本')
  })

  it('differs from the first in what was changed', async () => {
    const text = await said('/mkt 模板对比 ecom-004 v1 v2')
    expect(text).toContain('＋ 任务 · 压力测试')
    expect(text).toMatch(/～ 任务 · 主题与口号 · 名称 活动主题确认 → 主题与口号/)
  })

  it('saved from a campaign that follows it unchanged differs in nothing', async () => {
    await say('/mkt new from ecom-004 "年货节" 2025-01-01')
    expect(await said('/mkt 模板保存 ecom-004 C-3')).toContain('没有差异')
  })
})
