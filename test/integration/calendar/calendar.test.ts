/** A company's own days in the playground: what they change, who may set them, what is refused. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startDrumbeat, type TestDrumbeat, voice, words } from '../../support/drumbeat.js'

let drumbeat: TestDrumbeat
let channel = ''
beforeAll(async () => {
  drumbeat = await startDrumbeat('2024-05-06T01:00:00Z')
  channel = (await drumbeat.channel('work')).id
  await say('new from card-000 "618" launch=2024-06-01 end=2024-06-20 type=mega-promotion')
})
afterAll(() => drumbeat.stop())

const ask = (text: string, as = 'manager') => voice(drumbeat, as, channel).say(`/mkt ${text}`)
const say = async (text: string, as = 'manager') => words((await ask(text, as)).messages)
const digests = async (where = channel) =>
  (await drumbeat.messages(where)).flatMap(({ text }) => /^([\d-]{10}) 短会摘要/.exec(text)?.[1] ?? [])
const dataDue = async () =>
  (await drumbeat.store.prisma.report.findFirst({ where: { document: 'D17' } }))?.dueOn
const days = () => drumbeat.store.prisma.calendarDay.findMany({ orderBy: { date: 'asc' } })

describe('the calendar', () => {
  it('shows the next weeks with holidays and make-up days, to viewers, too', async () => {
    const shown = await say('日历', 'intern')
    expect(shown).toContain('工作日历 2024-05-06 – 2024-06-09')
    expect(shown).toContain('2024-05-11 周六 · 调休上班 · 劳动节')
    expect(shown).toMatch(/已收录 2004–20\d\d 年/)
    expect(shown).not.toContain('设定日子')
  })

  it('shows a month by its number, in English as well', async () => {
    const shown = await say('calendar 6', 'alex')
    expect(shown).toContain('Calendar 2024-06')
    expect(shown).toContain('2024-06-10 Mon · holiday · Dragon Boat Festival')
    expect(await say('calendar 13', 'alex')).toContain('I do not understand “13” as a month')
  })
})

describe('a day off that the company declares', () => {
  it('is set by an administrator and stands in the calendar and in the log', async () => {
    expect(await say('日历设置 2024-05-08 休 公司休息')).toContain(
      '2024-05-08 周三 · 休息 · 公司休息（公司）',
    )
    expect(await say('audit 日历')).toContain('设定了日子')
  })

  it('has no stand-up; the day before and the day after have', async () => {
    await drumbeat.clock('2024-05-09T03:00:00Z')
    expect(await digests()).toEqual(['2024-05-06', '2024-05-07', '2024-05-09'])
  })

  it('moves the day on which the data are due, and taken back moves it again', async () => {
    expect(await dataDue()).toBe('2024-06-25')
    await say('日历设置 2024-06-24~2024-06-25 休 "团建 <!channel>"')
    expect(await dataDue()).toBe('2024-06-27')
    expect(await say('reports', 'alex')).toContain('2024-06-27')
    await voice(drumbeat, 'manager', channel).press('撤销')
    expect(await dataDue()).toBe('2024-06-25')
    expect(await say('日历清除 6.24')).toContain('公司没有为 2024-06-24 设定过什么')
  })

  it('is counted with by a campaign that is created later', async () => {
    await say('日历设置 2024-07-24 休 停电')
    await say('new from card-000 "later" launch=2024-07-10 end=2024-07-23 type=mega-promotion')
    const due = await drumbeat.store.prisma.report.findFirst({ where: { document: 'D17', campaignId: 2 } })
    expect(due?.dueOn).toBe('2024-07-29')
  })
})

describe('two people at once', () => {
  it('set the same day: it has one of both names, and both are in the log', async () => {
    await Promise.all([
      say('日历设置 2024-09-20 休 甲'),
      say('calendar set 2024-09-20 working B', 'alex'),
      say('日历设置 2024-09-20 休 丙'),
    ])
    expect((await days()).filter(({ date }) => date === '2024-09-20')).toHaveLength(1)
    const log = await drumbeat.store.prisma.auditEvent.findMany({ where: { action: 'calendar.set' } })
    expect(log.filter(({ after }) => JSON.stringify(after).includes('2024-09-20'))).toHaveLength(3)
    await say('日历清除 2024-09-20')
  })
})

describe('many days at once', () => {
  it('are kept from a pasted list, with ranges, commas and a heading', async () => {
    const shown = await say(
      'calendar import date,kind,name\n2024-08-01~2024-08-02,off,"Summer, party"\n2024-08-03 班 补班',
      'alex',
    )
    expect(shown).toContain('3 days are kept.')
    expect(shown).toContain('2024-08-01 – 2024-08-02 · off · Summer, party (company)')
    expect((await days()).slice(-3).map(({ date, kind }) => [date, kind])).toEqual([
      ['2024-08-01', 'off'],
      ['2024-08-02', 'off'],
      ['2024-08-03', 'working'],
    ])
  })

  it('are all left out when a line is bad, which is named by its number', async () => {
    const before = await days()
    const refused = await say(
      '日历导入 2024-09-02 休 公司休息\n2024-02-30 休 没有这天\n2024-09-03 也许 ？\n9.4 休 没有年份\n2024-09-02 休 重复',
    )
    expect(refused).toContain('一天也没有保存')
    expect(refused).toContain('第 2 行：“2024-02-30”不是带年份的日期')
    expect(refused).toContain('第 3 行：“也许”既不是休也不是班')
    expect(refused).toContain('第 4 行：“9.4”不是带年份的日期')
    expect(refused).toContain('第 5 行：2024-09-02 重复')
    expect(await days()).toEqual(before)
  })
})

describe('who may not', () => {
  it('is told so, and nothing is stored: viewers and members', async () => {
    const before = await days()
    for (const line of [
      '日历设置 2024-09-02 休 我要休息',
      '日历清除 2024-05-08',
      '日历导入 "2024-09-02 休 x"',
    ]) {
      expect(await say(line, 'intern'), line).toContain('这需要')
      expect(await say(line, 'designer'), line).toContain('这需要')
    }
    expect(await days()).toEqual(before)
  })

  it.each([
    ['日历设置 2024-02-30 休 x', '看不懂日期“2024-02-30”'],
    ['日历设置 2024-06-10~2024-06-01 休 x', '看不懂日期'],
    ['日历设置 2024-01-01~2024-12-31 休 x', '366 天太多'],
    ['日历设置 2204-06-10 休 x', '超过十年'],
    ['日历地区 Atlantis', '没有“Atlantis”这个地区'],
    ['日历地区 CN 周末="一 二 三 四 五 六 日"', '这样就没有一天上班了'],
  ])('or what cannot be: %s', async (line, words) => {
    const before = await days()
    expect(await say(line)).toContain(words)
    expect(await days()).toEqual(before)
  })
})

describe('another region', () => {
  it('rests on its own weekend and knows no mainland holidays', async () => {
    const shown = await say('calendar region SA')
    expect(shown).toContain('周五、周六')
    expect(shown).toMatch(/未内置 沙特阿拉伯.*的节假日/)
    await drumbeat.clock('2024-05-12T03:00:00Z')
    // Friday the 10th and Saturday the 11th are the weekend there, Sunday is worked.
    expect((await digests()).slice(-1)).toEqual(['2024-05-12'])
    expect(await digests()).not.toContain('2024-05-10')
    expect(await say('日历地区 阿拉伯联合酋长国 周末="周五 周六"')).toContain('(AE)')
    expect(await say('日历地区 香港')).toContain('周六、周日')
    expect(await say('日历地区 CN')).toContain('(CN)')
  })
})

describe('the rhythm', () => {
  it('may leave out days off in the public phases, too (O50); else a day off has its digest there', async () => {
    const { id } = await drumbeat.channel('public')
    const line = 'new from ecom-004 "now" launch=2024-05-12 end=2024-06-08 type=mega-promotion'
    await voice(drumbeat, 'manager', id).say(`/mkt ${line}`)
    await say('日历设置 2024-05-13~2024-05-14 休 公司休息')
    expect(await say('日历节奏 公开阶段 工作日')).toContain('仅工作日')
    await drumbeat.clock('2024-05-13T03:00:00Z')
    expect(await digests(id)).toEqual([])
    await say('日历节奏 公开阶段 每天')
    await drumbeat.clock('2024-05-14T03:00:00Z')
    expect(await digests(id)).toEqual(['2024-05-14'])
    expect(await digests()).not.toContain('2024-05-14')
  })
})
