/** What the card of a campaign says of its issues. */
import type { Reading } from '../../kit/context.js'
import type { Fact } from '../../kit/feature.js'
import { campaignRef } from '../campaign/index.js'
import { isOverdue } from './issue.js'
import { handledIssuesOf, openIssuesOf } from './issue.repo.js'

/** `2 open issues, 1 overdue` with the way to the list; nothing while there is none. */
export const facts = async ({ db, at }: Reading, id: number): Promise<Fact[]> => {
  const [issues, handled] = [await openIssuesOf(db, id), (await handledIssuesOf(db, id)).length]
  if (issues.length + handled === 0) return []
  const overdue = issues.filter((issue) => isOverdue(issue, at)).length
  const open = { label: 'issue.open.list', command: 'issues', args: { campaign: campaignRef(id) } } as const
  const tone = overdue > 0 ? 'bad' : 'warn'
  return [{ key: 'issue.fact', params: { open: issues.length, overdue, handled }, tone, open }]
}
