/** What issue cards show, read from the store each time they are sent or redrawn. */
import type { Reading } from '../../kit/context.js'
import { defineView, type View } from '../../kit/view.js'
import { campaignById, openCampaigns } from '../campaign/index.js'
import { peopleByIds } from '../people/index.js'
import { type IssueState, issueCard, type NewsState, newsCard } from './issue.cards.js'
import { isStatus } from './issue.js'
import type { Names } from './issue.lines.js'
import {
  handledIssuesFor,
  handledIssuesOf,
  type Issue,
  issueById,
  openIssuesFor,
  openIssuesOf,
} from './issue.repo.js'
import { type ListState, listCard } from './list.cards.js'

type Args = Record<string, string>

const namesOf = async ({ db }: Reading, issues: readonly Issue[], also: string[] = []): Promise<Names> => {
  const ids = issues.flatMap(({ ownerId, reportedById, closedById }) => [ownerId, reportedById, closedById])
  const people = await peopleByIds(db, [...ids.filter((id) => id !== null), ...also])
  return Object.fromEntries(people.map(({ id, name }) => [id, name]))
}

const loadIssue = async (store: Reading, { issue: id, by = '' }: Args): Promise<IssueState | null> => {
  const issue = await issueById(store.db, Number(id))
  const campaign = issue && (await campaignById(store.db, issue.campaignId))
  return issue && campaign && { issue, campaign, names: await namesOf(store, [issue], [by]), at: store.at }
}

const loadNews = async (store: Reading, args: Args): Promise<NewsState | null> => {
  const state = await loadIssue(store, args)
  const { what = '', by = '' } = args
  return state && isStatus(what) ? { ...state, what, by } : null
}

const loadList = async (store: Reading, args: Args): Promise<ListState | null> => {
  const { db, at } = store
  const campaign = await campaignById(db, Number(args.campaign))
  if (!campaign) return null
  const [open, handled] = [await openIssuesOf(db, campaign.id), await handledIssuesOf(db, campaign.id)]
  return { campaign, open, handled, names: await namesOf(store, [...open, ...handled]), campaigns: {}, at }
}

const loadMine = async (store: Reading, { person = '' }: Args): Promise<ListState> => {
  const { db, at } = store
  const [open, handled] = [await openIssuesFor(db, person), await handledIssuesFor(db, person)]
  const all = [...open, ...handled]
  const found = await openCampaigns(db, { ids: all.map(({ campaignId }) => campaignId) })
  const campaigns = Object.fromEntries(found.map(({ id, name }) => [id, name]))
  return { campaign: null, open, handled, names: await namesOf(store, all), campaigns, at }
}

export const views: Record<string, View> = {
  'issue.card': defineView({ load: loadIssue, draw: issueCard }),
  'issue.news': defineView({ load: loadNews, draw: newsCard }),
  'issue.list': defineView({ load: loadList, draw: listCard }),
  'issue.mine': defineView({ load: loadMine, draw: listCard }),
}
