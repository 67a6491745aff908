/** The log on a real store: by campaign, id, noun and person, in words. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startDrumbeat, type TestDrumbeat, voice, words } from '../../support/drumbeat.js'

let drumbeat: TestDrumbeat
let channel = ''
const say = async (text: string, as = 'manager') =>
  words((await voice(drumbeat, as, channel).say(`/mkt ${text}`)).messages)

beforeAll(async () => {
  drumbeat = await startDrumbeat('2024-05-24T02:00:00Z')
  channel = (await drumbeat.channel('log')).id
  await say('new from ecom-004 "618" launch=2024-06-08 type=mega-promotion theme=狂欢 audience=新客')
  for (const item of ['goals', 'rules', 'owners', 'risk']) await say(`plan set ${item} ${item}!`)
  await say('plan set budget 48万')
  await say('submit plan')
  await drumbeat.clock('2024-05-27T07:20:00Z')
  await say('reject A-1 预算不够', 'marketing-manager')
  await say('plan set budget 53万')
  await drumbeat.clock('2024-05-29T02:00:00Z')
  await say('submit plan')
  await say('approve A-2', 'marketing-manager')
})
afterAll(() => drumbeat.stop())

describe('`audit`', () => {
  it('of the plan tells its versions, newest first (F125)', async () => {
    const log = await say('audit plan')
    expect(log).toMatch(/2024-05-29 \d\d:\d\d · 市场部经理 · 签字同意 A-2 · 《活动策划方案》, v2, 市场部经理/)
    expect(log).toMatch(
      /2024-05-27 15:2\d · 市场部经理 · 驳回 A-1 · 《活动策划方案》, v1, 市场部经理, 预算不够/,
    )
    expect(log).toMatch(/填写方案 C-1 · 48万 → 53万/)
    expect(log.indexOf('v2')).toBeLessThan(log.indexOf('v1'))
    expect(log).not.toContain('新建活动')
  })

  it('of this channel is the campaign, without the daily ticks of the clock', async () => {
    const log = await say('audit')
    expect(log).toContain('新建活动 C-1')
    expect(log).not.toContain('已执行')
    expect(await say('audit clock')).toContain('已执行 每日短会摘要')
  })

  it('of a task, an approval or a KPI tells only of it', async () => {
    await say('start C-1/M-002', 'designer')
    expect(await say('audit M-002')).toMatch(/设计师 · 修改状态 M-002 · 未开始 → 进行中/)
    expect(await say('操作记录 A-1')).not.toContain('A-2')
    await say('kpi K-1 9万')
    expect(await say('audit k-1')).toContain('K-1')
    expect(await say('audit M-999')).toContain('找不到“M-999”')
  })

  it('of a person tells what they did, wherever', async () => {
    const log = await say('audit @市场部经理')
    expect(log).toContain('驳回')
    expect(log).not.toContain('· 经理 ·')
    expect(await say('audit nobody-of-this-name')).toContain('nobody-of-this-name')
  })

  it('keeps refused attempts, and may be read by viewers', async () => {
    await say('approve A-2', 'designer')
    await say('person add "X"', 'designer')
    expect(await say('audit approval', 'intern')).toContain('设计师 · 无权审批，已拒绝 A-2')
    expect(await say('audit people')).toContain('无权使用命令')
  })

  it('shows as many lines as asked for and says how many more there are', async () => {
    const log = await say('audit 3')
    expect(log.split('\n').filter((line) => line.startsWith('•'))).toHaveLength(3)
    expect(log).toMatch(/还有 \d+ 条/)
    expect(await say('audit plan 1')).toMatch(/还有 \d+ 条/)
  })
})
