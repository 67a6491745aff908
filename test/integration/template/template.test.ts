/** Templates on a real store: saved from a campaign, offered, retired, used again – and what cannot be saved (F122). */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startDrumbeat, type TestDrumbeat, voice, words } from '../../support/drumbeat.js'

let drumbeat: TestDrumbeat
beforeAll(async () => {
  drumbeat = await startDrumbeat('2024-04-20 09:00')
  await say('/mkt new from ecom-004 "618大促" 2024-06-01')
})
afterAll(() => drumbeat.stop())

const here = (as = '经理') => voice(drumbeat, as)
const say = (text: string, as = '经理') => here(as).say(text)
const said = async (text: string, as = '经理') => words((await say(text, as)).messages)
const db = () => drumbeat.store.prisma
const versions = () => db().templateVersion.findMany({ orderBy: { id: 'asc' } })
const tasksOf = (campaignId: number) =>
  db().task.findMany({ where: { campaignId }, orderBy: { number: 'asc' } })

describe('a template', () => {
  it('is there as version 1, built in', async () => {
    expect(await said('/mkt template show ecom-004')).toContain('版本 1，内置；作者：Drumbeat（ecom-004）')
  })

  it('is saved from a campaign as the next version, with its own words (F122)', async () => {
    await say('/mkt task add 压力测试 *工程师 2024-05-26 2024-05-28 priority=高 campaign=C-1')
    const text = await said('/mkt 模板保存 ecom-004 C-1 增加压力测试')
    expect(text).toContain('已保存：ecom-004 v2')
    expect(text).toContain('＋ 任务 · 压力测试')
    expect((await versions())[0]).toMatchObject({
      ...{ name: 'ecom-004', version: 2, base: 'ecom-004', authorId: 'manager', note: '增加压力测试' },
    })
  })

  it('is listed and shown with its author', async () => {
    expect(await said('/mkt 模板')).toMatch(/ecom-004 v2 · 经理 · 2024-04-20 · 增加压力测试/)
    const shown = await said('/mkt 模板查看 ecom-004 v2')
    expect(shown).toContain('经理 保存于 2024-04-20 09:00')
    expect(shown).toContain('压力测试 · T-6…T-4')
  })

  it('gives its newest version to a new campaign, on the days of its launch', async () => {
    const text = await said('/mkt new from ecom-004 "双11" 2024-11-01')
    expect(text).toContain('ecom-004 v2')
    expect((await tasksOf(2)).at(-1)).toMatchObject({
      ...{ name: '压力测试', startOn: '2024-10-26', dueOn: '2024-10-28', priority: 'high', status: 'todo' },
    })
    expect(await db().campaign.findUnique({ where: { id: 2 } })).toMatchObject({ templateVersionId: 1 })
    expect(await db().kpi.count({ where: { campaignId: 2 } })).toBe(4)
  })

  it('gives version 1 when that is asked for', async () => {
    await say('/mkt new from ecom-004 v1 "年货节" 2025-01-01')
    await say('/mkt new from "ecom-004 v1" "年货节二" 2025-01-01')
    for (const id of [3, 4]) expect(await tasksOf(id)).toHaveLength(5)
    const [third, fourth] = await db().campaign.findMany({
      where: { id: { in: [3, 4] } },
      orderBy: { id: 'asc' },
    })
    expect(third).toMatchObject({ name: '年货节', launchOn: '2025-01-01', templateVersionId: null })
    expect(fourth).toMatchObject({ name: '年货节二', templateVersionId: null })
  })

  it('of another name keeps 2000 characters and marks as data', async () => {
    const long = `${'长'.repeat(1980)} <!channel>`
    await say(`/mkt task set M-001 name "${long}" campaign=C-3`)
    expect(await said('/mkt 模板保存 "商场 <!channel>" C-3')).toContain('商场 <!channel> v1')
    await say('/mkt new from "商场 <!channel>" 快闪 2025-03-01')
    const [first] = await tasksOf(5)
    expect((await tasksOf(3))[0]?.name).toBe(first?.name)
  })

  it('that nobody knows is refused with those there are', async () => {
    const before = await db().campaign.count()
    expect(await said('/mkt new from ecom-009 X 2025-01-01')).toMatch(
      /没有名为“ecom-009”的模板。现有：card-000/,
    )
    expect(await said('/mkt new from "ecom-004 v9" X 2025-01-01')).toContain('没有版本 9，现有：v2, v1')
    expect(await db().campaign.count()).toBe(before)
  })

  it('is saved only by whoever leads, under a name that is one', async () => {
    const count = (await versions()).length
    await say('/mkt 模板保存 eigene C-1', '设计师')
    await say('/mkt 模板保存 eigene C-1', 'intern')
    expect(await said('/mkt 模板保存 "ecom-004 v7" C-1')).toContain('版本号自动编排')
    expect(await said(`/mkt 模板保存 "${'名'.repeat(2000)}" C-1`)).toContain('2000 个字符')
    expect(await said('/mkt 模板保存 plan-002 C-1')).toContain('plan-002 是内置模板')
    expect(await versions()).toHaveLength(count)
  })

  it('cannot be made of a campaign without tasks', async () => {
    await say('/mkt new 空活动 2025-05-01 template="ecom-004 v1"')
    for (const number of [1, 2, 3, 4, 5]) await say(`/mkt task status C-6/M-00${number} cancelled`)
    const count = (await versions()).length
    expect(await said('/mkt 模板保存 空 C-6')).toContain('没有任务')
    expect(await versions()).toHaveLength(count)
  })

  it('has two versions when it is saved twice at once', async () => {
    await Promise.all([say('/mkt 模板保存 并行 C-1'), say('/mkt 模板保存 并行 C-3')])
    const rows = (await versions()).filter(({ name }) => name === '并行')
    expect(rows.map(({ version }) => version)).toEqual([1, 2])
  })

  it('is retired by its author, not by others, and then makes nothing new', async () => {
    await say('/mkt 模板停用 ecom-004 v2', '设计师')
    expect((await versions())[0]?.retiredAt).toBeNull()
    expect(await said('/mkt 模板停用 ecom-004 v2')).toContain('已停用')
    expect(await said('/mkt new from "ecom-004 v2" X 2025-01-01')).toContain('已停用')
    await say('/mkt new from ecom-004 "新年" 2026-01-01')
    expect(await db().campaign.findFirst({ where: { name: '新年' } })).toMatchObject({
      templateVersionId: null,
    })
    expect(await said('/mkt 模板停用 ecom-004 v1')).toContain('内置模板不能停用')
  })
})
