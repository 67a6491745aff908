import { describe, expect, it } from 'vitest'
import { readLocales } from '../../../src/engine/words/locales.js'
import { createTranslators } from '../../../src/engine/words/translate.js'
import { type HomeState, homeCard } from '../../../src/features/home/home.cards.js'
import { partsOf, subjectsOf } from '../../../src/features/home/home.js'
import type { Task } from '../../../src/features/task/index.js'
import { buttonsOf } from '../../../src/kit/card.js'
import { plainCard } from '../../../src/kit/plain.js'
import { issueCalled } from '../issue/some-issue.js'
import { taskNamed } from '../task/some-task.js'

const today = '2024-05-13'
const me = 'operator'
const row = (name: string, given: Partial<Task> = {}) => {
  const task = taskNamed(name, { ownerId: me, ...given })
  return { task, today, reviewer: task.approverId }
}
const namesIn = (rows: readonly { task: Task }[]) => rows.map(({ task }) => task.name)

describe('what waits for me', () => {
  const rows = [
    row('far', { dueOn: '2024-05-21' }),
    row('soon', { dueOn: '2024-05-20' }),
    row('today', { dueOn: '2024-05-13' }),
    row('late', { dueOn: '2024-05-11' }),
    row('offered', { dueOn: '2024-06-30', ownerId: 'engineer', proposedOwnerId: me }),
    row('to accept', { dueOn: '2024-06-01', ownerId: 'engineer', approverId: me, status: 'review' }),
    row('with another', { dueOn: '2024-05-01', approverId: 'manager', status: 'review' }),
  ]
  const parts = partsOf(rows, me)

  it('is first what is late or due today, the longest late at the top', () => {
    expect(namesIn(parts.now)).toEqual(['late', 'today'])
  })

  it('is then what asks for my answer, however far away', () => {
    expect(namesIn(parts.asked)).toEqual(['to accept', 'offered'])
  })

  it('is then what comes in the next seven days; the rest is counted', () => {
    expect(namesIn(parts.next)).toEqual(['soon'])
    expect(parts.later).toBe(1)
  })

  it('is nothing that waits for the review of somebody else', () => {
    expect(JSON.stringify(parts)).not.toContain('with another')
  })

  it('changes with my tasks, decisions, issues, KPIs and the day', () => {
    const kinds = ['home', 'tasks-of', 'approvals-of', 'issues-of', 'kpis-of']
    expect(subjectsOf(me)).toEqual(kinds.map((what) => `${what}:${me}`))
  })
})

describe('my page', () => {
  const t = createTranslators(readLocales())('en')
  const nothing: HomeState = {
    ...{ person: me, at: new Date('2024-06-10T12:00:00+08:00'), takesPart: true },
    ...{ names: { [me]: '运营', head: '财务部负责人', optimizer: '优化师' }, campaigns: { 1: '618' } },
    ...{ tasks: partsOf([], me), decisions: [], issues: [], handled: [], alarms: [] },
  }
  const page = (given: Partial<HomeState>) => homeCard({ ...nothing, ...given })(t, { zone: 'Asia/Shanghai' })
  const decision = (signerId: string) => ({
    approval: { id: 7, subject: 'plan', revision: 2, campaignId: 1, version: 3 },
    step: { id: 31, kind: 'sign', role: 'finance-head', signerId },
    since: new Date('2024-06-10T07:00:00+08:00'),
  })

  it('is friendly when nothing waits, and offers what one can do', () => {
    const empty = page({})
    expect(plainCard(empty)).toContain('nothing is due and nobody waits for you')
    expect(buttonsOf(empty).map(({ command }) => command)).toEqual(['new', 'my', 'help'])
    expect(empty.tone).toBe('good')
  })

  it('offers no new campaign to somebody who only reads along', () => {
    expect(buttonsOf(page({ takesPart: false })).map(({ command }) => command)).toEqual(['my', 'help'])
  })

  it('has status buttons that mean the same from anywhere', () => {
    const late = row('活动页面开发', { number: 3, status: 'doing', dueOn: '2024-05-12', version: 4 })
    const card = page({ tasks: partsOf([late], me) })
    expect(plainCard(card)).toContain(
      'Late or due today (1)\n• C-1/M-003 活动页面开发 · 05-12 · in progress · 1 day late · 618',
    )
    expect(buttonsOf(card)[0]).toMatchObject({
      command: 'task-status',
      args: { task: 'C-1/M-003', to: 'done', seen: '4' },
    })
    expect(card.tone).toBe('bad')
  })

  it('signs and refuses right there, and opens the document', () => {
    const card = page({ decisions: [decision(me)] })
    expect(plainCard(card)).toContain('A-7 Campaign plan v2 · head of finance · 5 hours · 618')
    const args = { approval: 'A-7', step: '31', seen: '3' }
    expect(buttonsOf(card).slice(0, 3)).toMatchObject([
      { command: 'approve', args },
      { command: 'reject', args },
      { command: 'approval', args: { approval: 'A-7' } },
    ])
  })

  it('tells a deputy for whom they would sign', () => {
    expect(plainCard(page({ decisions: [decision('head')] }))).toContain('head of finance · for 财务部负责人')
    expect(plainCard(page({ decisions: [decision(me)] }))).not.toContain(' for 运营')
  })

  it('counts down my issues, and asks me to confirm what others handled', () => {
    const mine = issueCalled('feed-ad CTR', { id: 5, ownerId: me })
    const handled = issueCalled('crowds', { id: 6, reportedById: me, status: 'handled' })
    const card = page({ issues: [mine], handled: [handled] })
    expect(plainCard(card)).toContain('I-5 feed-ad CTR · 06-11 09:00 · 21 hours left · open · 618')
    expect(plainCard(card)).toMatch(/Waiting for your decision \(1\)\n• I-6 crowds · 优化师 · handled · 618/)
    expect(buttonsOf(card).map(({ label }) => label)).toEqual(
      expect.arrayContaining(['Handling', 'Handled', 'Confirm closed', 'Reopen']),
    )
  })

  it('puts red alerts before amber ones', () => {
    const alarm = (name: string, state: 'amber' | 'red') => ({
      kpi: { name, campaignId: 1 },
      value: '8万',
      state,
    })
    const card = page({ alarms: [alarm('UV', 'amber'), alarm('stock', 'red')] })
    expect(plainCard(card)).toMatch(
      /Alerts \(2\)\n• stock · 8万 · alarm · 618\n• UV · 8万 · at the limit · 618/,
    )
  })

  it('shows ten of each and says how many more there are', () => {
    const many = Array.from({ length: 14 }, (_, i) => row(`task ${i + 1}.`, { dueOn: '2024-05-14' }))
    const words = plainCard(page({ tasks: partsOf(many, me) }))
    expect(words.match(/• C-1/g)).toHaveLength(10)
    expect(words).toContain('Next 7 days (14)')
    expect(words).toContain('and 4 more')
    expect(words).toContain('nothing waits for you')
  })
})
