/** The progress and issue table (003-T4), kept through the rules of issues. */
import type { Db } from '../../../kit/store.js'
import { cut } from '../../../kit/text.js'
import type { Campaign } from '../../campaign/index.js'
import { type IssueRow, importIssues, issueColumns, issueRef, issuesOf } from '../../issue/index.js'
import { compared, type Importer, outcomeOf } from '../importer.js'
import { issueKeys, issueRows } from '../rows/issue-rows.js'
import { paired } from '../rows/pairing.js'

const planned = async (db: Db, { id, zone }: Campaign, rows: readonly IssueRow[]) => {
  const met = paired(rows, await issuesOf(db, id), issueKeys(zone))
  return compared(
    rows,
    (row) => met.get(row),
    (row, issue) => issueColumns(issue, row, zone),
  )
}

export const issues: Importer<IssueRow> = {
  read: issueRows,
  async outlook({ db }, campaign, rows) {
    const plan = await planned(db, campaign, rows)
    const changes = plan.changed.map(({ stands, columns }) => [stands.id, stands.version, columns])
    const added = plan.added.map(({ happenedOn, title }) => [happenedOn, title])
    return outcomeOf(plan, [added, changes], ({ stands, columns }) => ({
      id: issueRef(stands.id),
      name: cut(stands.title, 40),
      columns,
    }))
  },
  async apply(ctx, campaign, rows, source) {
    await importIssues(ctx, campaign, await planned(ctx.db, campaign, rows), { ...source })
  },
  way: 'issues',
}
