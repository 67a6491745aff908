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
}, 180_000)
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

  it('is narrowed by person, action and days (F125)', async () => {
    const rejected = await say('audit plan action=驳回')
    expect(rejected).toContain('驳回 A-1')
    expect(rejected).not.toContain('签字同意')
    expect(await say('audit action=approval.reject')).toContain('驳回 A-1')
    expect(await say('audit plan person=@市场部经理 action=approve')).toMatch(/签字同意 A-2/)
    const days = await say('audit plan from=05-25 to=05-28')
    expect(days).toContain('2024-05-25 – 2024-05-28')
    expect(days).toContain('驳回 A-1')
    expect(days).not.toMatch(/A-2|05-24|05-29/)
    expect(await say('audit person=@市场部经理 to=05-28')).not.toContain('A-2')
    expect(await say('audit plan to=05-23')).toContain('还没有任何记录')
  })

  it('says what it cannot read', async () => {
    expect(await say('audit plan action=跳舞')).toContain('没有名为“跳舞”的动作')
    expect(await say('audit plan from=someday')).toContain('someday')
    expect(await say('audit plan from=05-28 to=05-25')).toContain('早于')
    expect(await say('audit plan person=@nobody-like-this')).toContain('nobody-like-this')
  })

  it('goes on with earlier lines, of the same kind', async () => {
    const manager = voice(drumbeat, 'manager', channel)
    await manager.say('/mkt audit plan count=2')
    const earlier = words((await manager.press('更早的记录')).messages)
    expect(earlier).toContain('提交审批 A-2')
    expect(earlier).not.toContain('签字同意 A-2')
    const last = words((await manager.press('更早的记录')).messages)
    expect(last).toContain('驳回 A-1')
  })
})

describe('`audit verify`', () => {
  const hashIn = (text: string) => /\b[0-9a-f]{64}\b/.exec(text)?.[0] ?? ''

  it('tells administrators that the log is whole, and knows a hash that was kept', async () => {
    const told = await say('audit verify')
    expect(told).toContain('日志完整')
    const hash = hashIn(told)
    expect(told).toContain(hash.slice(0, 12))
    await say('plan set risk 天气')
    const later = await say(`核验日志 ${hash.slice(0, 12)}`)
    expect(later).toMatch(/你留存的哈希在第 \d+ 条/)
    expect(hashIn(later)).not.toBe(hash)
    expect(await say(`核验日志 ${'0'.repeat(12)}`)).toContain('日志里已没有你留存的哈希')
    expect(await say('核验日志 hello')).toContain('“hello”不是哈希')
    expect(await say('doctor')).toContain('操作记录已封存到第')
  })

  it('is not for others', async () => {
    expect(await say('audit verify', 'designer')).not.toContain('日志完整')
  })

  it('names in words what somebody changed', async () => {
    await drumbeat.store.prisma.$executeRawUnsafe(`DO $$ BEGIN
      PERFORM set_config('session_replication_role', 'replica', true);
      UPDATE "AuditEvent" SET "actorId" = 'designer' WHERE "action" = 'approval.reject';
    END $$`)
    const told = await say('audit verify')
    expect(told).toContain('日志与封存时不一致')
    expect(told).toMatch(/2024-05-27 15:2\d · 设计师 · 驳回 A-1/)
    expect(told).toContain('它之前完好的一条')
  })
})
