import { describe, expect, it } from 'vitest'
import { readLocales } from '../../../src/engine/words/locales.js'
import { createTranslators } from '../../../src/engine/words/translate.js'
import { dueCard, overdueCard } from '../../../src/features/task/due.cards.js'
import { myCard, tableCard } from '../../../src/features/task/list.cards.js'
import { taskCard } from '../../../src/features/task/task.cards.js'
import type { Task } from '../../../src/features/task/task.repo.js'
import { buttonsOf } from '../../../src/kit/card.js'
import { plainCard } from '../../../src/kit/plain.js'
import { taskNamed } from './some-task.js'

const t = createTranslators(readLocales())('en')
const campaign = { id: 1, name: '618' }
const person = (id: string, active = true) => [id, { id, name: `*${id}`, active }] as const
const names = new Map([person('engineer'), person('manager'), person('designer'), person('gone', false)])
const row = (task: Task, today = '2024-05-13') => ({ task, today, reviewer: task.approverId })
const as = (id: string | null) => ({ person: id, language: 'en', zone: 'Asia/Shanghai' }) as const
const seen = (task: Task, viewer: string | null, today?: string) =>
  taskCard({ ...row(task, today), campaign, names, criteria: [], nodes: [] })(t, as(viewer))
const labels = (card: ReturnType<typeof seen>) => buttonsOf(card).map(({ label }) => label)

const page = taskNamed('活动页面开发', { status: 'doing', dueOn: '2024-05-12', number: 3, version: 4 })

describe('the card of a task', () => {
  it('shows "1 day late" beside the status, not instead of it (F44)', () => {
    expect(plainCard(seen(page, null))).toContain('Status: in progress · 1 day late')
    expect(plainCard(seen(page, null, '2024-05-14'))).toContain('in progress · 2 days late')
    expect(plainCard(seen(page, null, '2024-05-12'))).toContain('Status: in progress\n')
  })

  it('has buttons for the other statuses that carry the version they were drawn from (F43)', () => {
    const done = buttonsOf(seen(page, 'engineer')).find(({ label }) => label === 'Done')
    expect(done).toMatchObject({ command: 'task-status', args: { task: 'C-1/M-003', to: 'done', seen: '4' } })
    expect(labels(seen(page, 'engineer'))).not.toContain('In progress')
  })

  it('asks only the person who is to take it over to accept or decline', () => {
    const offered = { ...page, proposedOwnerId: 'designer' }
    expect(labels(seen(offered, 'designer'))).toEqual(['Accept', 'Decline', 'All tasks'])
    expect(labels(seen(offered, 'engineer'))).toContain('Done')
    expect(plainCard(seen(offered, 'engineer'))).toContain('*designer is asked to take over')
  })

  it('asks only the approver to accept or return the result', () => {
    const waiting = { ...page, status: 'review', approverId: 'manager' }
    expect(labels(seen(waiting, 'manager'))).toEqual(['Accept the result', 'Return', 'All tasks'])
    expect(labels(seen(waiting, 'engineer'))).not.toContain('Return')
  })

  it('keeps names that look like markup as they are, and cuts a novel only in the title', () => {
    const odd = seen({ ...page, name: `<!channel> *a* @all ${'长'.repeat(2000)}`, remarks: '<script>' }, null)
    expect(odd.title).toContain('<!channel> *a* @all')
    expect([...odd.title].length).toBeLessThan(140)
    expect(plainCard(odd)).toContain('长'.repeat(2000))
    expect(plainCard(odd)).toContain('<script>')
  })
})

describe('the preparation table', () => {
  const table = (tasks: Task[]) =>
    tableCard({ campaign, today: '2024-05-13', rows: tasks.map((task) => row(task)), names })(t, as(null))

  it('counts per status and marks what is late (F44)', () => {
    const words = plainCard(table([taskNamed('theme', { status: 'done' }), page]))
    expect(words).toContain('1 done, 1 in progress, 0 not started = 50%')
    expect(words).toContain('1 task is late')
  })

  it('shows twenty tasks, open ones before done ones, and says how many more there are', () => {
    const done = Array.from({ length: 15 }, (_, i) => taskNamed(`old ${i}`, { status: 'done' }))
    const open = Array.from({ length: 10 }, (_, i) => taskNamed(`new ${i}`))
    const words = plainCard(table([...done, ...open]))
    expect(words).toContain('new 9')
    expect(words).not.toContain('old 14')
    expect(words).toContain('and 5 more tasks')
  })

  it('of no tasks offers to add one', () => {
    expect(buttonsOf(table([])).map(({ command }) => command)).toEqual(['task-add'])
  })
})

describe('my tasks', () => {
  it('offer to accept everything that was asked of me in a campaign at once', () => {
    const rows = [1, 2].map((number) =>
      row(taskNamed('new', { ownerId: 'designer', accepted: false, number })),
    )
    const all = buttonsOf(myCard({ person: 'designer', rows, names, campaign })(t, as('designer'))).at(-1)
    expect(all).toMatchObject({ label: 'Accept all 2', command: 'task-take', args: { task: 'C-1' } })
  })

  it('say so when there are none', () => {
    expect(plainCard(myCard({ person: 'x', rows: [], names, campaign: null })(t, as('x')))).toContain(
      'Nothing waits for you',
    )
  })
})

describe('the overdue list', () => {
  const list = (task: Task, date: string) =>
    overdueCard({ campaign, date, rows: [{ ...row(task, date), acts: task.ownerId }], names })(t)

  it('names task, owner and due date, and the days that grow (F45)', () => {
    expect(plainCard(list(page, '2024-05-13'))).toContain(
      'overdue: 活动页面开发 (@*engineer, due 05-12) · 1 day',
    )
    expect(plainCard(list(page, '2024-05-14'))).toContain('· 2 days')
  })
})

describe('the private reminder', () => {
  it('groups overdue, today and soon', () => {
    const tasks = [
      page,
      taskNamed('now', { dueOn: '2024-05-13' }),
      taskNamed('soon', { dueOn: '2024-05-14' }),
    ]
    const state = {
      campaign,
      date: '2024-05-13',
      rows: tasks.map((task) => ({ ...row(task), acts: 'engineer' })),
      names,
      person: 'engineer',
      over: false,
    }
    const words = plainCard(dueCard(state)(t, as('engineer')))
    expect(words.match(/Overdue \(1\)|Due today \(1\)|Due soon \(1\)/g)).toHaveLength(3)
    expect(words).toContain('活动页面开发 · 05-12 · 1 day late')
  })

  it('ticks what was done since, and has no button left when its day is over', () => {
    const done = { ...row({ ...page, status: 'done' }), acts: 'engineer' }
    const state = { campaign, date: '2024-05-13', rows: [done], names, person: 'engineer', over: false }
    const card = dueCard(state)(t, as('engineer'))
    expect(card.title).toBe('Nothing is left here · 618')
    expect(plainCard(card)).toContain('✓ ')
    const over = dueCard({ ...state, over: true })(t, as('engineer'))
    expect(buttonsOf(over).map(({ command }) => command)).toEqual(['my'])
  })
})
