/** Who has to move when a task ends later, and what is at risk before anything is late. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deadlineOf, shareOf } from '../../../src/features/task/float.js'
import type { Link } from '../../../src/features/task/order.js'
import { outlookOf } from '../../../src/features/task/outlook.js'
import { fingerprint, movesOf, type Plan, slipOf, type Way } from '../../../src/features/task/shift.js'
import type { Task } from '../../../src/features/task/task.repo.js'
import { addDays, daysBetween } from '../../../src/kit/time.js'
import { taskNamed } from './some-task.js'

const run = { launchOn: '2024-06-01', endOn: '2024-06-20' }
const link = (taskId: number, predecessorId: number): Link => ({ taskId, predecessorId })
const row = (id: number, startOn: string, dueOn: string, status = 'todo'): Task =>
  taskNamed(`task ${id}`, { id, number: id, startOn, dueOn, status })

const seeding = [
  row(1, '2024-05-01', '2024-05-10', 'done'),
  row(2, '2024-05-11', '2024-05-15', 'done'),
  row(3, '2024-05-16', '2024-05-25', 'doing'),
  row(4, '2024-05-26', '2024-05-30'),
]
const links = [link(3, 2), link(4, 1), link(4, 3)]
const planOf = (tasks: readonly Task[], of: readonly Link[] = links, today = '2024-05-20'): Plan => ({
  ...{ tasks, links: of, run, today },
})
const brief = (plan: Plan, id: number, days: number, way: Way) => {
  const task = plan.tasks.find((one) => one.id === id) as Task
  return movesOf(plan, slipOf(task, days, null, plan.today), way).map((move) =>
    [
      `M${move.task.id}`,
      move.startOn.slice(5),
      move.dueOn.slice(5),
      move.days,
      move.float,
      move.misses ?? '-',
    ].join(' '),
  )
}

describe('a task that is late', () => {
  it('takes its successor from one day of float to one too few (F48)', () => {
    const plan = planOf(seeding, links, '2024-05-27')
    const [move] = movesOf(plan, slipOf(seeding[2] as Task, 0, null, plan.today), 'consume')
    expect([move?.was, move?.float]).toEqual([1, -1])
  })

  it('by two days moves M-004 to 05-28–06-01 and leaves a float of −1 (F48)', () => {
    const plan = planOf(seeding, links, '2024-05-27')
    expect(brief(plan, 3, 0, 'consume')).toEqual(['M4 05-28 06-01 2 -1 2024-05-31'])
    expect(brief(plan, 3, 0, 'keep')).toEqual(['M4 05-28 06-01 2 -1 2024-05-31'])
  })

  it('moves what waits for it also when it is done by now', () => {
    const late = { ...seeding[2], status: 'done' } as Task
    const slip = slipOf(late, 0, '2024-05-28', '2024-06-03')
    expect([slip.dueOn, slip.days]).toEqual(['2024-05-28', 3])
    const [move] = movesOf(planOf([...seeding.slice(0, 2), late, ...seeding.slice(3)]), slip, 'consume')
    expect([move?.startOn, move?.dueOn]).toEqual(['2024-05-29', '2024-06-02'])
  })
})

describe('a task that is due later', () => {
  const chain = [
    row(1, '2024-05-01', '2024-05-08'),
    row(2, '2024-05-07', '2024-05-09'),
    row(3, '2024-05-12', '2024-05-13'),
    row(4, '2024-05-14', '2024-05-14'),
  ]
  const after = [link(2, 1), link(3, 2), link(4, 3)]

  it('pushes others only as far as needed, or all by as much as itself', () => {
    // M1 was due on the 5th: its due date is the 8th already.
    expect(brief(planOf(chain, after, '2024-05-01'), 1, 3, 'consume')).toEqual(['M2 05-09 05-11 2 17 -'])
    expect(brief(planOf(chain, after, '2024-05-01'), 1, 3, 'keep')).toEqual([
      'M2 05-10 05-12 3 16 -',
      'M3 05-15 05-16 3 14 -',
      'M4 05-17 05-17 3 14 -',
    ])
  })

  it('leaves alone what is done or has begun, and what stands behind that', () => {
    const begun = chain.map((task) => (task.id === 2 ? { ...task, status: 'doing' } : task))
    expect(brief(planOf(begun, after, '2024-05-01'), 1, 9, 'keep')).toEqual([])
    const done = chain.map((task) => (task.id === 2 ? { ...task, status: 'done' } : task))
    expect(brief(planOf(done, after, '2024-05-01'), 1, 9, 'keep')).toEqual([])
  })

  it('does not repair what overlaps by plan anyway', () => {
    const overlapping = [
      row(1, '2024-05-01', '2024-05-03'),
      row(2, '2024-05-10', '2024-05-12'),
      row(3, '2024-05-11', '2024-05-13'),
    ]
    expect(brief(planOf(overlapping, [link(2, 1), link(3, 2)], '2024-05-01'), 1, 1, 'consume')).toEqual([])
  })

  it('has a preview that is another one when anything it shows has changed', () => {
    const plan = planOf(chain, after, '2024-05-01')
    const slip = slipOf(chain[0] as Task, 3, null, plan.today)
    const seen = fingerprint(plan, slip)
    expect(Number.isSafeInteger(seen)).toBe(true)
    const changed = chain.map((task) => (task.id === 4 ? { ...task, version: 9 } : task))
    expect(fingerprint(planOf(changed, after, '2024-05-01'), slip)).not.toBe(seen)
    expect(fingerprint(planOf(chain, [...after, link(4, 2)], '2024-05-01'), slip)).not.toBe(seen)
    expect(fingerprint(plan, { ...slip, days: 2 })).not.toBe(seen)
    expect(
      fingerprint(planOf([...chain, row(9, '2024-05-01', '2024-05-02')], after, '2024-05-01'), slip),
    ).toBe(seen)
  })
})

describe('random plans', () => {
  const plans = fc
    .record({
      tasks: fc.array(
        fc.tuple(
          fc.nat(20),
          fc.integer({ min: 1, max: 6 }),
          fc.constantFrom('todo', 'todo', 'doing', 'done'),
        ),
        {
          minLength: 2,
          maxLength: 15,
        },
      ),
      pairs: fc.array(fc.tuple(fc.nat(14), fc.nat(14)), { maxLength: 30 }),
      slip: fc.integer({ min: 1, max: 9 }),
    })
    .map(({ tasks, pairs, slip }) => {
      const rows = tasks.map(([start, length, status], id) =>
        row(id + 1, addDays('2024-04-01', start), addDays('2024-04-01', start + length - 1), status),
      )
      const all = pairs
        .filter(([a, b]) => a !== b && Math.max(a, b) < rows.length)
        .map(([a, b]) => link(Math.max(a, b) + 1, Math.min(a, b) + 1))
      const moved = { ...(rows[0] as Task), dueOn: addDays(rows[0]?.dueOn ?? '', slip), status: 'todo' }
      return { plan: planOf([moved, ...rows.slice(1)], all, '2024-03-01'), moved, slip }
    })

  it('are shifted so that nothing moved begins before what it waits for ends; lengths stay; no more than needed', () => {
    fc.assert(
      fc.property(plans, ({ plan, moved, slip }) => {
        const at = slipOf(moved, slip, null, plan.today)
        const [consume, keep] = [movesOf(plan, at, 'consume'), movesOf(plan, at, 'keep')]
        const kept = new Map(keep.map((move) => [move.task.id, move.days]))
        for (const moves of [consume, keep]) {
          const ends = new Map([
            [moved.id, moved.dueOn],
            ...moves.map(({ task, dueOn }) => [task.id, dueOn] as const),
          ])
          for (const { task, startOn, dueOn, days } of moves) {
            expect(task.status).toBe('todo')
            expect(days).toBeGreaterThan(0)
            expect(daysBetween(startOn, dueOn)).toBe(daysBetween(task.startOn, task.dueOn))
            const pushes = plan.links.flatMap((one) =>
              one.taskId === task.id ? (ends.get(one.predecessorId) ?? []) : [],
            )
            expect(pushes.length).toBeGreaterThan(0)
            for (const end of pushes) expect(startOn > end).toBe(true)
            if (moves === consume) expect(pushes).toContain(addDays(startOn, -1))
          }
        }
        for (const { task, days } of consume) expect(kept.get(task.id) ?? 0).toBeGreaterThanOrEqual(days)
      }),
    )
  })
})

describe('what is to come', () => {
  it('is at risk before it is late, as soon as what it waits for is', () => {
    const outlook = outlookOf(seeding, links, run, '2024-05-26')
    expect(outlook.risk(seeding[3] as Task)).toEqual({ days: 1 })
    expect(outlook.risk(seeding[2] as Task)).toBeNull()
    expect(outlook.waitsFor(seeding[3] as Task).map(({ number }) => number)).toEqual([3])
    expect(outlookOf(seeding, links, run, '2024-05-25').risk(seeding[3] as Task)).toBeNull()
  })

  it('is at risk when it has not begun on its first day and has no float', () => {
    const tight = [row(1, '2024-05-22', '2024-05-31'), row(2, '2024-05-22', '2024-05-30')]
    const risks = (today: string) => tight.map((task) => outlookOf(tight, [], run, today).risk(task))
    expect(risks('2024-05-21')).toEqual([null, null])
    expect(risks('2024-05-22')).toEqual([{ days: 0 }, null])
  })

  it('has its deadline on the day before the launch, or on the last day of all', () => {
    const before = row(1, '2024-05-28', '2024-06-03')
    expect(deadlineOf(before, run, '2024-06-25')).toBe('2024-05-31')
    expect(deadlineOf(row(2, '2024-06-01', '2024-06-03'), run, '2024-06-25')).toBe('2024-06-25')
  })

  it('has a tenth of the time as buffer, or not (R26)', () => {
    const task = row(1, '2024-05-02', '2024-05-28')
    const { network } = outlookOf([task], [], run, '2024-05-02')
    expect(shareOf([task], network.timings, run)).toEqual({ days: 30, float: 3, percent: 10 })
    expect(shareOf([row(1, '2024-06-02', '2024-06-03')], network.timings, run)).toBeNull()
  })
})
