/** What a newer version of its template would change in a campaign; nothing is kept. */
import type { Reading } from '../../kit/context.js'
import { UserError } from '../../kit/errors.js'
import { hashOf } from '../../kit/hash.js'
import { cut } from '../../kit/text.js'
import { addDays } from '../../kit/time.js'
import type { Translate } from '../../kit/translate.js'
import { type Campaign, campaignRef } from '../campaign/index.js'
import { fixedIn } from '../countdown/index.js'
import { type Kpi, kpisOf } from '../kpi/index.js'
import { type Report, reportsOf } from '../report/index.js'
import { type Task, tasksOf } from '../task/index.js'
import {
  type Content,
  endFor,
  isPublicPhase,
  keyOf,
  newerVersion,
  phasesFor,
  type Template,
  templateOf,
  templateUsed,
  type Version,
  versionById,
} from '../template/index.js'
import { instanceOf, type Run } from './instance.js'
import { type Merge, merged, type State } from './merge.js'
import { wordsOf } from './origin.js'
import { planOf } from './plan.js'
import type { Use } from './reuse.repo.js'

export interface Outlook extends Merge {
  campaign: Campaign
  /** What it was made from. */
  from: Template
  row: Version
  mine: Content
  theirs: Content
  numbers: Use['numbers']
  tasks: readonly Task[]
  kpis: readonly Kpi[]
  reports: readonly Report[]
  /** Another when something else would be done, or on top of what somebody else has done since. */
  digest: string
}

/** @throws UserError when there is no newer version of its template. */
export const outlookFor = async (
  store: Pick<Reading, 'db'>,
  t: Translate,
  campaign: Campaign,
): Promise<Outlook> => {
  const { db } = store
  const from = await templateUsed(db, campaign)
  const row = await newerThan(db, campaign, from)
  const { content: mine, origin, numbers } = await planOf(store, t, campaign)
  const template = templateOf(row)
  const theirs = instanceOf(wordsOf(t, campaign), template, runOf(campaign, from, origin.content, template))
  const [tasks, kpis, reports] = [
    await tasksOf(db, campaign.id),
    await kpisOf(db, campaign.id),
    await reportsOf(db, campaign.id),
  ]
  const fixed = await fixedIn(db, campaign.id)
  const all = { ...origin.numbers, ...numbers }
  const merge = merged(origin.content, mine, theirs, stateIn({ numbers: all, tasks, kpis, reports, fixed }))
  const upon = [campaign.version, tasks.map(({ number, version }) => [number, version])]
  const measured = [kpis.map(({ id, version }) => [id, version]), reports]
  const digest = hashOf([row.id, merge, upon, measured, [...fixed].toSorted()])
  return { ...merge, campaign, from, row, mine, theirs, numbers: all, tasks, kpis, reports, digest }
}

const newerThan = async (db: Reading['db'], campaign: Campaign, from: Template): Promise<Version> => {
  const name = from.saved?.name ?? from.name
  const current = from.saved?.version ?? 1
  const newer = await newerVersion(db, keyOf(name), { base: from.name, above: current })
  const row = newer && (await versionById(db, newer.id))
  if (row) return row
  const params = { campaign: campaignRef(campaign.id), name: cut(name, 60), version: current }
  throw new UserError('reuse.error.newest', params, { field: 'campaign' })
}

/** As long as the campaign was made, unless that was simply what its template said. */
const runOf = ({ launchOn, endOn, phases }: Campaign, from: Template, base: Content, now: Template): Run => {
  const open = base.phases.filter(({ key }) => isPublicPhase(key))
  const wasEnd = addDays(launchOn, Math.max(0, ...open.map(({ to }) => to)))
  const usual = wasEnd === endFor(from, launchOn)
  const end = usual ? endFor(now, launchOn) : wasEnd
  return { launchOn, endOn: usual ? end : endOn, phases: phasesFor(now, launchOn, end) ?? phases }
}

interface Standing {
  numbers: Use['numbers']
  tasks: readonly Task[]
  kpis: readonly Kpi[]
  reports: readonly Report[]
  /** `task:17`, `phase:burst`: what somebody has fixed. */
  fixed: ReadonlySet<string>
}

const stateIn =
  ({ numbers, tasks, kpis, reports, fixed }: Standing): State =>
  (part, key) => {
    if (part === 'kpi')
      return { is: kpis.some((one) => one.metric === key && one.readings.length > 0) ? 'readings' : null }
    if (part === 'report')
      return { is: reports.some((one) => one.document === key && one.deliveredAt) ? 'delivered' : null }
    if (part === 'phase') return { is: null, fixed: fixed.has(`phase:${key}`) }
    const task = tasks.find(({ number }) => number === numbers[key])
    if (!task) return { is: null }
    const begun = task.status === 'todo' ? null : 'begun'
    return { is: task.status === 'done' ? 'done' : begun, fixed: fixed.has(`task:${task.id}`) }
  }
