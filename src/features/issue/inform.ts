/** Who hears of an issue: the channels of its campaign, its owner, whoever is to confirm it – never the one who did it. */
import type { Context } from '../../kit/context.js'
import { personById } from '../people/index.js'
import { acting, type Found } from './find.js'
import type { Issue } from './issue.repo.js'

const about = (issue: Issue) => ({ view: 'issue.card', args: { issue: String(issue.id) } })

/** The living card in the channels of the campaign; its place is the issue. */
export const show = (ctx: Context, issue: Issue): Promise<void> =>
  ctx.tell({ campaign: issue.campaignId }, about(issue), {
    replaces: `issue:${issue.id}`,
    subjects: [`issue:${issue.id}`],
    because: 'issue.opened',
  })

/** Puts the living card before `person`, who is to solve or to confirm it. */
export const ask = async (
  ctx: Context,
  issue: Issue,
  person: string,
  because: 'issue.named' | 'issue.handled',
): Promise<void> => {
  if (person === acting(ctx).id) return
  // The version makes it a new message each time somebody is asked: an edit of an old one would not be noticed.
  const replaces = `issue:${issue.id}:${because}:${issue.version}`
  await ctx.tell({ person }, about(issue), { replaces, subjects: [`issue:${issue.id}`], because })
}

/** Owner and reporter hear of the new status; what is handled is put before whoever confirms it. */
export const tellMoved = async (ctx: Context, { issue, campaign }: Found): Promise<void> => {
  const by = acting(ctx).id
  const handled = issue.status === 'handled'
  const reporter = handled ? await personById(ctx.db, issue.reportedById) : null
  const confirms = reporter?.active ? reporter.id : campaign.ownerId
  if (handled) await ask(ctx, issue, confirms, 'issue.handled')
  const asked = handled ? [confirms, issue.reportedById] : []
  const hearers = new Set([issue.ownerId, issue.reportedById])
  const args = { issue: String(issue.id), what: issue.status, by }
  for (const person of hearers) {
    if (person === by || asked.includes(person)) continue
    await ctx.tell({ person }, { view: 'issue.news', args }, { because: `issue.${issue.status}` })
  }
}
