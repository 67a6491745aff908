/** A plan of made-up tasks for the tests of its picture. */
import { type Bar, type Page, type Plan, pagesOf } from '../../../src/features/gantt/gantt.js'
import { mainland } from '../../../src/kit/calendar.js'
import type { Shape, Words } from '../../../src/kit/sketch.js'
import { addDays } from '../../../src/kit/time.js'

export const barNamed = (name: string, more: Partial<Bar> = {}): Bar => ({
  id: 1,
  ref: 'M-001',
  name,
  owner: '陈专员',
  state: 'todo',
  status: '未开始',
  fromOn: '2024-06-03',
  toOn: '2024-06-07',
  lateOn: null,
  planned: null,
  note: '',
  critical: false,
  group: null,
  fixed: false,
  ...more,
})

/** So many tasks, each two days after the one before. */
export const bars = (count: number): Bar[] =>
  Array.from({ length: count }, (_, i) => {
    const fromOn = addDays('2024-05-01', Math.floor((i * 100) / count))
    const ref = `M-${String(i + 1).padStart(3, '0')}`
    return barNamed(`任务 ${ref}`, { id: i + 1, ref, fromOn, toOn: addDays(fromOn, i % 9) })
  })

export const planWith = (some: readonly Bar[], more: Partial<Plan> = {}): Plan => ({
  title: '618·甘特图',
  bars: some,
  links: [],
  phases: [],
  groups: [],
  milestones: [],
  criticalDays: null,
  percent: 0,
  calendar: mainland,
  today: '2024-06-12',
  asOf: '2024-06-12 17:00',
  ...more,
})

export const onePage = (plan: Plan): Page => {
  const [page] = pagesOf(plan)
  if (!page) throw new Error('a plan without tasks has no page')
  return page
}

export const wordsIn = (shapes: readonly Shape[]): Words[] => shapes.filter((shape) => shape.kind === 'words')
