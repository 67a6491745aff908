/** My work on a real store: one page over all campaigns that changes by itself, with buttons that work from there. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { views } from '../../../src/features/home/home.views.js'
import type { Db } from '../../../src/kit/store.js'
import { direct, startDrumbeat, type TestDrumbeat, voice, words } from '../../support/drumbeat.js'

let drumbeat: TestDrumbeat
let channel = ''
beforeAll(async () => {
  drumbeat = await startDrumbeat('2024-05-10T02:00:00Z')
  channel = (await drumbeat.channel('618')).id
  await lead.say('/mkt new from ecom-004 "618" launch=2024-06-01 end=2024-06-25 type=mega-promotion')
})
afterAll(() => drumbeat.stop())

const lead = {
  say: (text: string) => voice(drumbeat, 'manager', channel).say(text),
}
const own = (person: string) => voice(drumbeat, person)
/** The page of somebody as it stands now, not as it was when they asked for it. */
const page = async (person: string) =>
  (await drumbeat.messages(direct(person), person)).findLast(({ text }) => text.startsWith('我的工作 · '))
const textOf = async (person: string) => (await page(person))?.text ?? ''
/** Presses a button of the page itself; the same label may stand on other cards. */
const press = async (person: string, label: string) => {
  const message = await page(person)
  const button = message?.buttons.find((one) => one.label === label)
  if (!message || !button) throw new Error(`no “${label}” on the page of ${person}`)
  return drumbeat.post('press', { as: person, message: message.id, button: button.id })
}

describe('my work', () => {
  it('is called by its own words, beside my tasks', async () => {
    for (const typed of ['home', 'my work', '我的工作', '工作台', '工作臺']) {
      expect(words((await own('designer').say(typed)).messages), typed).toContain('我的工作 · ')
    }
    expect(words((await own('designer').say('我的任务')).messages)).not.toContain('我的工作 · ')
  })

  it('is friendly to somebody for whom nothing waits, and offers no campaign to viewers', async () => {
    await own('intern').say('我的工作')
    expect(await textOf('intern')).toContain('没有到期的任务，也没有人在等你')
    expect((await page('intern'))?.buttons.map(({ label }) => label)).toEqual(['我的任务', '帮助'])
    await own('copywriter').say('我的工作')
    expect((await page('copywriter'))?.buttons.map(({ label }) => label)).toContain('新建活动')
  })
})

describe('the tasks on my page', () => {
  it('ask me first whether I take them, then come by their dates', async () => {
    await own('engineer').say('我的工作')
    expect(await textOf('engineer')).toMatch(/等你决定（1）\n• C-1\/M-003 活动页面开发 · 05-12/)
    await press('engineer', '接受')
    expect(await textOf('engineer')).toMatch(
      /未来 7 天（1）\n• C-1\/M-003 活动页面开发 · 05-12 · 未开始 · 618/,
    )
  })

  it('move by the buttons of the page, which changes in its place', async () => {
    const before = await page('engineer')
    await press('engineer', '进行中')
    expect((await page('engineer'))?.id).toBe(before?.id)
    expect(await textOf('engineer')).toContain('活动页面开发 · 05-12 · 进行中')
  })

  it('turn late by themselves when the day is over', async () => {
    await drumbeat.clock('2024-05-13T01:00:00Z')
    expect(await textOf('engineer')).toMatch(/延期或今天截止（1）\n• C-1\/M-003 活动页面开发 .*延期 1 天/)
    await press('engineer', '已完成')
    expect(await textOf('engineer')).toContain('没有待处理事项')
  })

  it('come with a campaign that is new, and go when it is called off', async () => {
    const other = (await drumbeat.channel('autumn')).id
    const there = voice(drumbeat, 'manager', other)
    await there.say('/mkt new from ecom-004 "Autumn" launch=2024-06-03 end=2024-06-25 type=mega-promotion')
    expect(await textOf('engineer')).toContain('C-2/M-003')
    await there.say('/mkt campaign cancel C-2 "moved to spring"')
    expect(await textOf('engineer')).not.toContain('C-2/M-003')
  })
})

describe('the decisions on my page', () => {
  it('come when I am asked and go when I have signed, right there', async () => {
    await own('marketing-manager').say('我的工作')
    await own('operations-supervisor').say('我的工作')
    await lead.say('/mkt 提交方案')
    expect(await textOf('marketing-manager')).toMatch(/等你决定（1）\n• A-1 《活动策划方案》 v1 · 市场部经理/)
    expect(await textOf('operations-supervisor')).not.toContain('A-1')
    await press('marketing-manager', '同意')
    expect(await textOf('marketing-manager')).not.toContain('A-1')
    expect(await textOf('operations-supervisor')).toContain('A-1 《活动策划方案》')
  })

  it('are also those of whom I stand in for, from the moment I do', async () => {
    await own('alex').say('我的工作')
    await own('operations-supervisor').say('/mkt deputy Alex')
    const asked = (await drumbeat.messages(direct('alex'), 'alex')).findLast(({ text }) =>
      text.startsWith('My work'),
    )
    expect(asked?.text).toMatch(/A-1 Campaign plan v1 · .* · for 运营部主管/)
    await own('operations-supervisor').say('/mkt deputy')
    const free = (await drumbeat.messages(direct('alex'), 'alex')).findLast(({ text }) =>
      text.startsWith('My work'),
    )
    expect(free?.text).not.toContain('A-1')
  })

  it('are refused from the page with a reason that a form asks for', async () => {
    const { form } = (await press('operations-supervisor', '驳回')) as Awaited<ReturnType<typeof lead.say>>
    await own('operations-supervisor').submit(form, { reason: '缺少返场期预算' })
    expect(await textOf('operations-supervisor')).not.toContain('A-1')
  })
})

describe('issues and alerts on my page', () => {
  it('are mine with the hours left, and those that I am to confirm', async () => {
    await own('manager').say('我的工作')
    await lead.say('/mkt issue add "点击率 1.2%" @engineer')
    expect(await textOf('engineer')).toMatch(
      /你负责的问题（1）\n• I-1 点击率 1.2% · 05-14 .* 还剩 2\d 小时 · 待处理 · 618/,
    )
    await press('engineer', '已处理')
    expect(await textOf('engineer')).not.toContain('I-1')
    expect(await textOf('manager')).toContain('I-1 点击率 1.2% · 工程师 · 已处理')
    await press('manager', '确认关闭')
    expect(await textOf('manager')).not.toContain('I-1')
  })

  it('are the KPIs at or beyond their limits of campaigns that I lead', async () => {
    await own('data-specialist').say('我的工作')
    await lead.say('/mkt kpi 转化率 2.5%')
    expect(await textOf('manager')).toMatch(/预警（1）\n• 转化率 · 2.5% · 临界 · 618/)
    expect(await textOf('data-specialist')).not.toContain('转化率')
    await lead.say('/mkt kpi 转化率 3%')
    expect(await textOf('manager')).not.toContain('转化率')
  })
})

describe('reading my page', () => {
  /** Counts what is asked of the store. */
  const counting = (db: Db) => {
    const count = { asked: 0 }
    const table = (of: object) =>
      new Proxy(of, {
        get: (target, method) => {
          count.asked++
          const ask = target[method as keyof typeof target] as unknown
          return typeof ask === 'function' ? ask.bind(target) : ask
        },
      })
    const seen = new Proxy(db, {
      get: (target, name) => {
        const part = target[name as keyof Db] as unknown
        return typeof part === 'object' && part !== null ? table(part) : part
      },
    })
    return { seen, count }
  }

  it('asks the store as often for five campaigns as for one', async () => {
    const { prisma } = drumbeat.store
    const times = async () => {
      const { seen, count } = counting(prisma)
      await views['home.work']?.load(
        { db: seen, at: new Date(), facts: async () => [] },
        { person: 'manager' },
      )
      return count.asked
    }
    const before = await times()
    for (let i = 0; i < 4; i++) {
      await lead.say(
        `/mkt new from ecom-004 "more ${i}" launch=2024-06-0${i + 1} end=2024-06-25 type=mega-promotion`,
      )
    }
    expect(await times()).toBe(before)
    expect(before).toBeLessThanOrEqual(10)
  })
})
