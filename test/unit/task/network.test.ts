/** The network of 003-T2, and random networks against a calculation that knows nothing of ours. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type NetworkTask, networkOf } from '../../../src/features/task/network.js'
import { type Link, LoopError, loopWith } from '../../../src/features/task/order.js'
import { addDays, daysBetween } from '../../../src/kit/time.js'

const link = (taskId: number, predecessorId: number): Link => ({ taskId, predecessorId })

/** 003-T2: M-003 waits for M-002, M-004 for M-001 and M-003; all to be over on the day before the launch. */
const seeding = [
  { id: 1, startOn: '2024-05-01', dueOn: '2024-05-10', deadlineOn: '2024-05-31' },
  { id: 2, startOn: '2024-05-11', dueOn: '2024-05-15', deadlineOn: '2024-05-31' },
  { id: 3, startOn: '2024-05-16', dueOn: '2024-05-25', deadlineOn: '2024-05-31' },
  { id: 4, startOn: '2024-05-26', dueOn: '2024-05-30', deadlineOn: '2024-05-31' },
]
const links = [link(3, 2), link(4, 1), link(4, 3)]

describe('the network of 003-T2', () => {
  it('has one day of float on its critical path, and sixteen for the screening (F48)', () => {
    const { timings, path, endOn } = networkOf(seeding, links)
    expect([1, 2, 3, 4].map((id) => timings.get(id)?.float)).toEqual([16, 1, 1, 1])
    expect(path).toEqual([2, 3, 4])
    expect(endOn).toBe('2024-05-30')
    expect(timings.get(3)).toMatchObject({ latestStartOn: '2024-05-17', latestDueOn: '2024-05-26' })
  })

  it('misses the launch by a day when the assets are two days late', () => {
    const late = seeding.map((task) => (task.id === 3 ? { ...task, dueOn: '2024-05-27' } : task))
    const { timings } = networkOf(late, links)
    expect(timings.get(4)).toMatchObject({
      earliestStartOn: '2024-05-28',
      earliestDueOn: '2024-06-01',
      float: -1,
      critical: true,
    })
  })

  it('has no float on its critical path when nobody set a deadline', () => {
    const { timings, path } = networkOf(
      seeding.map(({ id, startOn, dueOn }) => ({ id, startOn, dueOn })),
      links,
    )
    expect([1, 2, 3, 4].map((id) => timings.get(id)?.float)).toEqual([15, 0, 0, 0])
    expect(path).toEqual([2, 3, 4])
  })
})

describe('a network', () => {
  it('may be empty, and does not mind links to tasks that are not in it', () => {
    expect(networkOf([], [link(1, 2)])).toEqual({ timings: new Map(), path: [], endOn: null })
    const [first] = seeding
    expect(first && networkOf([first], [link(1, 2), link(2, 1)]).path).toEqual([1])
  })

  it('names the loop in which its tasks wait for each other', () => {
    const loop = loopOf(seeding, [...links, link(1, 4)])
    expect(loop).toEqual([1, 4, 1])
    expect(loopOf(seeding, [link(2, 2)])).toEqual([2, 2])
  })

  it('of 5 000 tasks in a row is calculated without a stack, and quickly', () => {
    const tasks = Array.from({ length: 5000 }, (_, id) => ({
      id,
      startOn: '2024-05-01',
      dueOn: '2024-05-01',
    }))
    const chain = tasks.slice(1).map(({ id }) => link(id, id - 1))
    const began = performance.now()
    const { path, endOn } = networkOf(tasks, chain)
    expect(path).toHaveLength(5000)
    expect(endOn).toBe(addDays('2024-05-01', 4999))
    expect(performance.now() - began).toBeLessThan(2000)
    expect(loopWith(chain, 0, [4999])).toHaveLength(5001)
  })
})

const loopOf = (tasks: readonly NetworkTask[], of: readonly Link[]): readonly number[] | null => {
  try {
    networkOf(tasks, of)
    return null
  } catch (error) {
    if (error instanceof LoopError) return error.loop
    throw error
  }
}

const day0 = '2024-05-01'
interface Plan {
  tasks: { start: number; length: number; slack: number | null }[]
  pairs: [number, number][]
}

const plans = fc.record<Plan>({
  tasks: fc.array(
    fc.record({ start: fc.nat(40), length: fc.integer({ min: 1, max: 9 }), slack: fc.option(fc.nat(30)) }),
    { minLength: 1, maxLength: 25 },
  ),
  pairs: fc.array(fc.tuple(fc.nat(24), fc.nat(24)), { maxLength: 60 }),
})

const networkFrom = ({ tasks, pairs }: Plan, ring = false) => ({
  tasks: tasks.map(({ start, length, slack }, id) => ({
    id,
    startOn: addDays(day0, start),
    dueOn: addDays(day0, start + length - 1),
    ...(slack !== null && { deadlineOn: addDays(day0, start + length - 1 + slack) }),
  })),
  links: pairs
    .filter(([a, b]) => a !== b && a < tasks.length && b < tasks.length)
    .map(([a, b]) => (ring ? link(a, b) : link(Math.max(a, b), Math.min(a, b)))),
})

/** Relaxes every link again and again until nothing changes any more. */
const relaxed = ({ tasks, pairs }: Plan) => {
  const { links: all } = networkFrom({ tasks, pairs })
  const start = tasks.map((task) => task.start)
  const at = (list: number[], i: number) => list[i] as number
  const length = (i: number) => tasks[i]?.length as number
  for (let round = 0; round <= tasks.length; round++)
    for (const { taskId, predecessorId } of all)
      start[taskId] = Math.max(at(start, taskId), at(start, predecessorId) + length(predecessorId))
  const end = start.map((from, i) => from + length(i) - 1)
  const latest = tasks.map(({ start: from, length: days, slack }) =>
    slack === null ? Math.max(...end) : from + days - 1 + slack,
  )
  for (let round = 0; round <= tasks.length; round++)
    for (const { taskId, predecessorId } of all)
      latest[predecessorId] = Math.min(at(latest, predecessorId), at(latest, taskId) - length(taskId))
  return { start, end, float: latest.map((day, i) => day - at(end, i)) }
}

describe('random networks', () => {
  it('have the dates, floats and critical tasks of a calculation by repeated relaxation', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const { tasks, links: all } = networkFrom(plan)
        const { timings, endOn } = networkOf(tasks, all)
        const expected = relaxed(plan)
        const given = tasks.map(({ id }) => timings.get(id))
        const days = (key: 'earliestStartOn' | 'earliestDueOn') =>
          given.map((timing) => daysBetween(day0, timing?.[key] ?? ''))
        expect(days('earliestStartOn')).toEqual(expected.start)
        expect(days('earliestDueOn')).toEqual(expected.end)
        expect(given.map((timing) => timing?.float)).toEqual(expected.float)
        const least = Math.min(...expected.float)
        expect(given.map((timing) => timing?.critical)).toEqual(
          expected.float.map((float) => float === least),
        )
        expect(endOn).toBe(addDays(day0, Math.max(...expected.end)))
      }),
      { numRuns: 300 },
    )
  })

  it('have a critical path of linked critical tasks, each beginning the day after the one before', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const { tasks, links: all } = networkFrom(plan)
        const { timings, path } = networkOf(tasks, all)
        expect(path.every((id) => timings.get(id)?.critical)).toBe(true)
        path.slice(1).forEach((id, i) => {
          const before = path[i] as number
          expect(all).toContainEqual(link(id, before))
          expect(timings.get(id)?.earliestStartOn).toBe(addDays(timings.get(before)?.earliestDueOn ?? '', 1))
        })
      }),
    )
  })

  it('either can be ordered, or the loop that is named is one', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const { tasks, links: all } = networkFrom(plan, true)
        const loop = loopOf(tasks, all)
        if (loop === null) return
        expect(loop.length).toBeGreaterThan(1)
        expect(loop[0]).toBe(loop.at(-1))
        loop.slice(1).forEach((id, i) => {
          expect(all).toContainEqual(link(loop[i] as number, id))
        })
      }),
    )
  })

  it('get a loop by a new link exactly when it can no longer be ordered', () => {
    fc.assert(
      fc.property(plans, fc.nat(24), fc.nat(24), (plan, a, b) => {
        const { tasks, links: all } = networkFrom(plan)
        fc.pre(a < tasks.length && b < tasks.length)
        const loop = loopWith(all, a, [b])
        expect(loop === null).toBe(loopOf(tasks, [...all, link(a, b)]) === null)
        if (loop) expect([loop[0], loop[1], loop.at(-1)]).toEqual([a, b, a])
      }),
    )
  })
})
