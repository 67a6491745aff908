/** Issues: problems on the way, each with one owner and 24 hours (R40), until somebody confirms that it is solved. */
import type { Feature } from '../../kit/feature.js'
import { issue as show } from './commands/issue.js'
import { issueAdd } from './commands/issue-add.js'
import { issueStatus } from './commands/issue-status.js'
import { issues } from './commands/issues.js'
import { facts } from './facts.js'
import { samples } from './issue.samples.js'
import { views } from './issue.views.js'
import { personLinked } from './reactions/person-linked.js'

export const issue: Feature = {
  name: 'issue',
  commands: [issueAdd, show, issues, issueStatus],
  views,
  reactions: [personLinked],
  samples,
  facts,
}

export { importIssues } from './import.js'
export { expectedOf, happenedOf, isException, isOpen, isOverdue, issueRef } from './issue.js'
export { deadlineText, openButton, statusButtons } from './issue.lines.js'
export {
  handledIssuesFor,
  handledIssuesOf,
  type Issue,
  issuesOf,
  openIssuesFor,
  openIssuesOf,
} from './issue.repo.js'
export { columnsIn as issueColumns, type IssueRow } from './row.js'
