import { describe, expect, it } from 'vitest'
import { readLocales } from '../../../src/engine/words/locales.js'
import { createTranslators } from '../../../src/engine/words/translate.js'
import { type DigestState, digestCard } from '../../../src/features/standup/standup.cards.js'
import { countsOf, dayOf } from '../../../src/features/standup/standup.js'
import { printedTasks } from '../../../src/features/standup/standup.samples.js'
import type { Task } from '../../../src/features/task/index.js'
import { buttonsOf, type Card } from '../../../src/kit/card.js'
import { plainCard } from '../../../src/kit/plain.js'
import { type Mention, spans } from '../../../src/kit/text.js'

const translator = createTranslators(readLocales())
const [zh, en] = [translator('zh-CN'), translator('en')]
const channel = { person: null, language: 'en', zone: 'Asia/Shanghai' } as const
const monday = '2024-05-13'

const state = (given: Partial<DigestState> = {}): DigestState => ({
  campaign: { id: 1, name: '618' },
  date: monday,
  phase: null,
  toLaunch: 19,
  day: dayOf(printedTasks, monday),
  names: { engineer: '工程师', operator: '运营', service: '客服主管' },
  alarms: [],
  decisions: [],
  reports: [],
  yearKnown: true,
  lateBy: 0,
  ...given,
})
const text = (given?: Partial<DigestState>, t = en) => plainCard(digestCard(state(given))(t, channel))
const mentions = (card: Card): Mention[] =>
  card.blocks
    .flatMap((block) => (block.kind === 'list' ? block.items.flatMap((item) => spans(item.text)) : []))
    .filter((span): span is Mention => typeof span === 'object' && 'mention' in span)
const task = (number: number, given: Partial<Task>): Task => ({
  ...(printedTasks[3] as Task),
  id: number,
  number,
  ...given,
})

describe('the day of the stand-up', () => {
  it('of 2024-05-13 has 2 done, 1 delayed and 2 not started (F71, 004-T2)', () => {
    expect(countsOf(dayOf(printedTasks, monday))).toEqual({ done: 2, doing: 0, late: 1, todo: 2 })
  })

  it('has every open task once: late, else due today, else by its status', () => {
    const today = dayOf(printedTasks, '2024-05-14')
    expect(today.late.map(({ name }) => name)).toEqual(['活动页面开发'])
    expect(today.today.map(({ name }) => name)).toEqual(['优惠券配置'])
    expect(today.todo.map(({ name }) => name)).toEqual(['客服培训'])
    expect(countsOf(today)).toEqual({ done: 2, doing: 0, late: 1, todo: 2 })
  })

  it('puts the longest delay first and leaves out what was cancelled', () => {
    const tasks = [
      task(1, { dueOn: '2024-05-12' }),
      task(2, { dueOn: '2024-05-02' }),
      task(3, { dueOn: '2024-05-01', status: 'cancelled' }),
    ]
    expect(dayOf(tasks, monday).late.map(({ number }) => number)).toEqual([2, 1])
    expect(dayOf(tasks, monday).total).toBe(2)
  })
})

describe('the digest', () => {
  it('names the delayed task with its owner and days before everything else', () => {
    const lines = text().split('\n')
    expect(lines).toContain('• M-003 活动页面开发 · 工程师 · 1 day late · in progress')
    expect(text()).toContain('2 done, 0 in progress, 1 delayed, 2 not started')
    expect(lines.indexOf('Delayed (1)')).toBeLessThan(lines.indexOf('Not started (2)'))
  })

  it('tells the phase, its day and the days to the launch', () => {
    expect(text()).toContain('Launch: in 19 days')
    expect(text({ phase: { label: '爆发期', day: 2, total: 3 }, toLaunch: -8 })).toContain(
      '爆发期, day 2 of 3',
    )
    expect(text({ toLaunch: 0 })).toContain('Launch: today')
  })

  it('calls nobody by name but those who must decide', () => {
    const signer = { id: 'fin', name: '丁' }
    const since = new Date('2024-05-12T02:02:00Z')
    const decisions = [{ ref: 'A-7', subject: 'plan', revision: 1, role: 'finance-head', signer, since }]
    const card = digestCard(state({ decisions }))(zh, channel)
    expect(mentions(card)).toEqual([{ mention: 'fin', name: '丁' }])
    expect(plainCard(card)).toContain('A-7 《活动策划方案》 v1 · 财务部负责人 · @丁 · 自 05-12 10:02 起等待')
    expect(buttonsOf(card).map(({ command }) => command)).toContain('approvals')
  })

  it('lists KPIs on or beyond their limit and reports that are due', () => {
    const alarms = [{ name: '转化率', value: '2.5%', state: 'amber' as const }]
    const said = text({ alarms, reports: [{ document: 'D17', dueOn: '2024-05-10' }] })
    expect(said).toContain('转化率 · 2.5% · amber')
    expect(said).toContain('Data report · overdue since 2024-05-10')
  })

  it('shows twenty lines of five hundred tasks and says how many more there are', () => {
    const many = Array.from({ length: 500 }, (_, i) =>
      task(i + 1, { dueOn: '2024-05-10', name: '长'.repeat(2000) }),
    )
    const card = digestCard(state({ day: dayOf(many, monday) }))(en, channel)
    const shown = card.blocks.flatMap((block) => (block.kind === 'list' ? block.items : []))
    expect(shown).toHaveLength(20)
    expect(plainCard(card)).toContain('and 480 more')
  })

  it('is short and good on a day without tasks', () => {
    const card = digestCard(state({ day: dayOf([], monday) }))(en, channel)
    expect(card.tone).toBe('good')
    expect(plainCard(card)).not.toContain('Delayed')
  })

  it('warns when the working days of the year are unknown, and says when it is late', () => {
    expect(text({ date: '2099-06-11', yearKnown: false })).toContain(
      'official holidays of 2099 are not known',
    )
    expect(text({ lateBy: 95 })).toContain('Posted 95 minutes late')
    expect(text()).not.toContain('late.')
  })
})
