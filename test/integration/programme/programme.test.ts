/** Programmes on a real store: campaigns grouped by year, seen together (F123). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startDrumbeat, type TestDrumbeat, voice, words } from '../../support/drumbeat.js'

let drumbeat: TestDrumbeat
beforeAll(async () => {
  drumbeat = await startDrumbeat('2026-05-05 09:00')
  await say('/mkt new from "ecom-004 v1" 618大促 2026-06-01')
  await say('/mkt new from "ecom-004 v1" 年货节 2027-01-05')
})
afterAll(() => drumbeat.stop())

const say = (text: string, as = '经理') => voice(drumbeat, as).say(text)
const said = async (text: string, as = '经理') => words((await say(text, as)).messages)
const db = () => drumbeat.store.prisma

describe('a programme', () => {
  it('is begun by planners, once under a name', async () => {
    expect(await said('/mkt 年度计划 2026年度', '策划')).toContain('没有名为“2026年度”')
    await say('/mkt 新建年度计划 2026年度', '设计师')
    expect(await db().programme.count()).toBe(0)
    expect(await said('/mkt 新建年度计划 2026年度', '策划')).toContain('营销计划 2026年度')
    expect(await said('/mkt 新建年度计划 "2026 年度"', '策划')).toContain('已存在')
    expect(await said(`/mkt 新建年度计划 ${'长'.repeat(2000)}`, '策划')).toContain('2000 个字符')
    expect(await db().programme.count()).toBe(1)
  })

  it('lists its campaigns with stage, dates, progress and what is late', async () => {
    await say('/mkt 归入计划 C-1 2026年度')
    const text = await said('/mkt 归入计划 C-2 2026年度')
    expect(text).toMatch(/C-1 · 618大促 · S1 目标设定 · 2026-06-01 – 06-25 · 任务完成 0\/5 · 逾期 1/)
    expect(text).toMatch(/C-2 · 年货节 .* 不在计划期内/)
    expect(await said('/mkt 查看 C-1')).toContain('营销计划 2026年度')
  })

  it('is changed only by whoever leads the campaign', async () => {
    await say('/mkt 移出计划 C-1', '设计师')
    expect(await db().campaign.count({ where: { programmeId: 1 } })).toBe(2)
    expect(await said('/mkt 移出计划 C-2')).toContain('不再属于')
    expect(await said('/mkt 移出计划 C-2')).toContain('C-2 不属于任何营销计划')
    expect(await said('/mkt 营销计划')).toContain('2026年度')
  })
})
