/** Examples for the gallery and the contract suite: the anomalies of 003-T4. */
import type { Sample } from '../../kit/feature.js'
import { Decimal } from '../../kit/value.js'
import { issueCard, newsCard } from './issue.cards.js'
import type { Issue } from './issue.repo.js'
import { listCard } from './list.cards.js'

const campaign = { id: 1, name: '618年中狂欢·全场满300减50', status: 'active' }
const names = { optimizer: '优化师', promoter: '推广经理', lead: '活动主管', manager: '经理' }
const time = (text: string): Date => new Date(`2024-06-${text}:00+08:00`)

const issue = (id: number, given: Partial<Issue> & Pick<Issue, 'title' | 'ownerId'>): Issue => ({
  ...{ id, campaignId: 1, impact: null, reportedById: 'manager', measure: null, source: null },
  ...{ status: 'open', openedAt: time('07T09:00'), dueAt: time('08T09:00'), handledAt: null },
  ...{ closedAt: null, closedById: null, happenedOn: null, version: 1 },
  ...{ progress: null, rate: null, expectedOn: null },
  ...given,
})

const clicks = issue(5, {
  title: '信息流广告点击率 1.2%（目标 1.5%）',
  impact: '曝光未能转化，完成率 80% <!channel>',
  ownerId: 'optimizer',
  measure: '更换主图，重新投放',
  source: 'https://example.com/ads/618',
  status: 'handling',
})
const claims = issue(7, {
  title: '2篇内容涉及医疗宣称被驳回',
  ownerId: 'promoter',
  status: 'handling',
  ...{ happenedOn: '2024-05-20', expectedOn: '2024-05-22', dueAt: new Date('2024-05-22T23:59:00+08:00') },
  ...{ progress: 'KOC内容已完成8篇，2篇待修改', rate: new Decimal(80), impact: '发布延迟2天' },
  measure: '修改宣称后重新提交审核 <!channel>',
})
const late = issue(4, {
  title: 'KOC 内容审核未通过',
  ownerId: 'promoter',
  openedAt: time('06T10:00'),
  dueAt: time('07T10:00'),
})
const handled = issue(6, {
  title: '快闪店人流不足',
  ownerId: 'lead',
  status: 'handled',
  handledAt: time('07T15:00'),
})
const closed: Issue = { ...handled, status: 'closed', closedAt: time('07T18:00'), closedById: 'manager' }

const at = time('07T15:30')
const state = (of: Issue) => ({ issue: of, campaign, names, at })
const lists = { names, campaigns: { 1: campaign.name }, at }

export const samples: readonly Sample[] = [
  { name: 'issue.handling', draw: (t, viewer) => issueCard(state(clicks))(t, viewer) },
  { name: 'issue.exception', draw: (t, viewer) => issueCard(state(claims))(t, viewer) },
  { name: 'issue.overdue', draw: (t, viewer) => issueCard(state(late))(t, viewer) },
  { name: 'issue.handled', draw: (t, viewer) => issueCard(state(handled))(t, viewer) },
  { name: 'issue.closed', draw: (t, viewer) => issueCard(state(closed))(t, viewer) },
  {
    name: 'issue.list',
    draw: (t, viewer) =>
      listCard({ ...lists, campaign, open: [late, clicks], handled: [handled] })(t, viewer),
  },
  {
    name: 'issue.mine',
    draw: (t, viewer) => listCard({ ...lists, campaign: null, open: [clicks], handled: [] })(t, viewer),
  },
  {
    name: 'issue.none',
    draw: (t, viewer) => listCard({ ...lists, campaign, open: [], handled: [] })(t, viewer),
  },
  {
    name: 'issue.news',
    draw: (t, viewer) => newsCard({ ...state(handled), what: 'handled', by: 'lead' })(t, viewer),
  },
]
