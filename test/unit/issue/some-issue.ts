/** Issues for tests: everything that does not matter is filled in. */
import type { Issue } from '../../../src/features/issue/issue.repo.js'

let made = 0

export const issueCalled = (title: string, given: Partial<Issue> = {}): Issue => ({
  ...{ id: ++made, campaignId: 1, title, impact: null, ownerId: 'optimizer', reportedById: 'manager' },
  ...{ measure: null, source: null, status: 'open', version: 1 },
  openedAt: new Date('2024-06-10T09:00:00+08:00'),
  dueAt: new Date('2024-06-11T09:00:00+08:00'),
  ...{ handledAt: null, closedAt: null, closedById: null, happenedOn: null },
  ...{ progress: null, rate: null, expectedOn: null },
  ...given,
})
