/** Issues on a real store: reported, solved, confirmed and opened again, by whoever may, under a clock that is moved. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Answer } from '../../../src/platforms/playground/page/wire.js'
import { direct, startDrumbeat, type TestDrumbeat, voice, words } from '../../support/drumbeat.js'

let drumbeat: TestDrumbeat
let channel = ''
beforeAll(async () => {
  drumbeat = await startDrumbeat('2024-06-07T01:00:00Z')
  channel = (await drumbeat.channel('618')).id
  await here('manager').say(
    '/mkt new from ecom-004 "618" launch=2024-06-01 end=2024-06-25 type=mega-promotion',
  )
})
afterAll(() => drumbeat.stop())

const here = (as: string) => voice(drumbeat, as, channel)
const issueNow = (id: number) => drumbeat.store.prisma.issue.findUniqueOrThrow({ where: { id } })
const hoursGiven = async (id: number) => {
  const { openedAt, dueAt } = await issueNow(id)
  return (dueAt.getTime() - openedAt.getTime()) / 3_600_000
}
/** The card of an issue that everybody in the channel sees. */
const posted = async (ref: string) =>
  (await drumbeat.messages(channel)).findLast(
    ({ text, visibleTo }) => visibleTo === null && text.startsWith(`${ref} `),
  )
const privately = async (person: string) => words(await drumbeat.messages(direct(person), person))

describe('an issue', () => {
  it('is reported with owner, impact and measure, due 24 hours later, and shown in the channel (F80, R40)', async () => {
    const said = await here('manager').say(
      '/mkt issue add "信息流广告点击率 1.2%" @specialist 影响=完成率80% 措施=更换主图 source=https://example.com/ads',
    )
    expect(await issueNow(1)).toMatchObject({
      ...{ title: '信息流广告点击率 1.2%', impact: '完成率80%', measure: '更换主图', status: 'open' },
      ...{ source: 'https://example.com/ads', ownerId: 'specialist', reportedById: 'manager' },
    })
    expect(await hoursGiven(1)).toBe(24)
    expect(words(said.messages)).toContain('已通知专员，期限 2024-06-08 09:00')
    expect((await posted('I-1'))?.text).toContain('闭环期限: 2024-06-08 09:00')
  })

  it('is told privately to an owner named by somebody else, and not to whoever reports for themselves', async () => {
    expect(await privately('specialist')).toContain('I-1 信息流广告点击率 1.2%')
    await here('designer').say('/mkt 上报问题 主图尺寸不对')
    expect(await issueNow(2)).toMatchObject({ ownerId: 'designer', reportedById: 'designer' })
    expect(await privately('designer')).not.toContain('I-2')
  })

  it('is refused without an owner who can act, and to those who only read along', async () => {
    expect(words((await here('manager').say('/mkt issue add "x" @intern')).messages)).toContain('查看权限')
    await here('intern').say('/mkt issue add "x"')
    expect(await drumbeat.store.prisma.issue.count()).toBe(2)
    expect((await here('manager').say('/mkt issue add')).form?.fields.map(({ name }) => name)).toEqual([
      ...['title', 'owner', 'impact', 'measure', 'source', 'campaign'],
    ])
  })

  it('stands on the card of the campaign with the way to the list', async () => {
    const answer = await here('manager').say('/mkt show C-1')
    expect(words(answer.messages)).toContain('2 个未解决的问题')
    const list = await here('manager').press('问题列表')
    expect(words(list.messages)).toMatch(/I-1 .* · 专员 · 06-08 09:00 · 还剩 24 小时 · 待处理/)
  })
})

describe('the way of an issue', () => {
  it('goes by buttons on the card in its place, with who did it kept', async () => {
    const before = await posted('I-1')
    await voice(drumbeat, 'specialist').press('处理中')
    const after = await posted('I-1')
    expect(after?.id).toBe(before?.id)
    expect(after?.text).toContain('状态: 处理中')
    const kept = await drumbeat.store.prisma.auditEvent.findFirstOrThrow({
      where: { action: 'issue.status' },
      orderBy: { id: 'desc' },
    })
    expect(kept).toMatchObject({
      ...{ actorId: 'specialist', subject: 'issue:1' },
      ...{ before: { status: 'open' }, after: { status: 'handling' } },
    })
    expect(await privately('manager')).toContain('专员正在处理 I-1')
  })

  it('is closed to strangers, in words and on record', async () => {
    const answer = await here('engineer').say('/mkt issue status I-1 handled')
    expect(words(answer.messages)).toContain('不归你处理')
    expect(await issueNow(1)).toMatchObject({ status: 'handling' })
    expect(await drumbeat.store.prisma.auditEvent.count({ where: { action: 'issue.denied' } })).toBe(1)
  })

  it('refuses a button of a card that is older than the last change', async () => {
    await drumbeat.post('press', await firstButton(2, 'designer'))
    const stale = { as: 'designer', channel, text: '/mkt issue-status I-2 handled seen=0' }
    expect(words((await drumbeat.post<Answer>('say', stale)).messages)).toContain('已有变动')
    expect(await issueNow(2)).toMatchObject({ status: 'handling', version: 1 })
  })

  it('asks whoever reported it to confirm what is handled', async () => {
    await voice(drumbeat, 'specialist').press('已处理')
    expect(await issueNow(1)).toMatchObject({ status: 'handled', version: 2 })
    expect(await privately('manager')).toContain('等上报人或总负责人确认')
    const refused = await here('specialist').say('/mkt issue status I-1 closed')
    expect(words(refused.messages)).toContain('由上报人或总负责人确认关闭')
    await voice(drumbeat, 'manager').press('确认关闭')
    expect(await issueNow(1)).toMatchObject({ status: 'closed', closedById: 'manager' })
    expect((await posted('I-1'))?.text).toContain('确认关闭: 经理')
    expect(await privately('specialist')).toContain('经理确认 I-1')
  })

  it('says that it is there already when pressed twice', async () => {
    const again = await here('manager').say('/mkt issue status I-1 closed')
    expect(words(again.messages)).toContain('已经是“已关闭”')
  })

  it('starts its 24 hours anew when it is opened again (F84)', async () => {
    await drumbeat.clock('2024-06-09T04:00:00Z')
    await here('manager').press('重新打开')
    expect(await issueNow(1)).toMatchObject({
      ...{ status: 'open', handledAt: null, closedAt: null, closedById: null },
    })
    expect((await issueNow(1)).dueAt.toISOString()).toMatch(/^2024-06-10T04:00/)
  })
})

describe('the list', () => {
  it('is by remaining time and counts what is overdue (F86)', async () => {
    await drumbeat.clock('2024-06-09T05:10:00Z')
    const text = words((await here('intern').say('/mkt 问题列表')).messages)
    expect(text).toContain('1 个问题已超过 24 小时')
    expect(text.indexOf('I-2')).toBeLessThan(text.indexOf('I-1'))
    expect(text).toContain('已超时 28 小时')
  })

  it('is mine over all campaigns where no campaign is at hand', async () => {
    const other = (await drumbeat.channel('double eleven')).id
    const there = voice(drumbeat, 'manager', other)
    await there.say('/mkt new from ecom-004 "11.11" launch=2024-11-01 end=2024-11-25 type=mega-promotion')
    await there.say('/mkt issue add "预算超支" @specialist')
    const mine = words((await voice(drumbeat, 'specialist').say('问题列表')).messages)
    expect(mine).toMatch(/2 个问题等我解决/)
    expect(mine).toMatch(/I-1 .* · 618/)
    expect(mine).toMatch(/I-3 .* · 11\.11/)
  })

  it('has nothing of a campaign that was called off, where no issue moves any more', async () => {
    await here('manager').say('/mkt campaign cancel C-2 "moved to spring"')
    const mine = words((await voice(drumbeat, 'specialist').say('问题列表')).messages)
    expect(mine).not.toContain('I-3')
    await voice(drumbeat, 'specialist').say('问题状态 I-3 已处理')
    expect(await issueNow(3)).toMatchObject({ status: 'open' })
  })
})

describe('the log', () => {
  it('tells the story of an issue in words', async () => {
    const text = words((await here('manager').say('/mkt 操作记录 I-1')).messages)
    expect(text).toMatch(/经理 · 上报问题 I-1/)
    expect(text).toMatch(/专员 · 修改状态 I-1 · 待处理 → 处理中/)
  })
})

/** The first button of the card of an issue, for whoever presses it in the channel. */
async function firstButton(id: number, as: string) {
  const message = await posted(`I-${id}`)
  const [button] = message?.buttons ?? []
  if (!message || !button) throw new Error(`no card of issue ${id}`)
  return { as, message: message.id, button: button.id }
}
