/** Tasks for tests: everything that does not matter is filled in. */
import type { Task } from '../../../src/features/task/task.repo.js'

let made = 0

export const taskNamed = (name: string, given: Partial<Task> = {}): Task => {
  const number = ++made
  return {
    id: number,
    campaignId: 1,
    number,
    name,
    description: null,
    ownerId: 'engineer',
    proposedOwnerId: null,
    accepted: true,
    approverId: null,
    startOn: '2024-05-08',
    dueOn: '2024-05-12',
    status: 'todo',
    priority: 'medium',
    deliverable: null,
    predecessor: null,
    support: null,
    remarks: null,
    doneAt: given.status === 'done' ? new Date('2024-05-01T00:00:00Z') : null,
    strategyId: null,
    moduleId: null,
    version: 1,
    ...given,
  }
}
