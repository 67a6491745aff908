/** What somebody's page shows, read at once over all campaigns: nine queries, however many there are. */
import type { Reading } from '../../kit/context.js'
import type { Db } from '../../kit/store.js'
import { localDate } from '../../kit/time.js'
import { defineView, type View } from '../../kit/view.js'
import { decisionsFor } from '../approval/index.js'
import { type CampaignBrief, leadersOf, openCampaigns } from '../campaign/index.js'
import { handledIssuesFor, openIssuesFor } from '../issue/index.js'
import { alarmsAmong } from '../kpi/index.js'
import { type Person, peopleByIds, takesPart } from '../people/index.js'
import { openTasksFor, type Row, reachable, type Task } from '../task/index.js'
import { type HomeState, homeCard } from './home.cards.js'
import { partsOf } from './home.js'

type People = ReadonlyMap<string, Person>
type Campaigns = ReadonlyMap<number, CampaignBrief>

const load = async (store: Reading, { person = '' }: Record<string, string>): Promise<HomeState> => {
  const { db, at } = store
  const work = await workOf(store, person)
  const { tasks, ...rest } = work
  const found = await openCampaigns(db, { ids: campaignsIn(work), leader: person })
  const led = found.filter((campaign) => leadersOf(campaign).includes(person)).map(({ id }) => id)
  const people = await peopleIn(db, person, work)
  const rows = rowsOf(tasks, new Map(found.map((campaign) => [campaign.id, campaign])), people, at)
  return {
    person,
    at,
    ...rest,
    takesPart: takesPart(people.get(person) ?? { roles: [] }),
    tasks: partsOf(rows, person),
    alarms: await alarmsAmong(db, led),
    names: Object.fromEntries([...people].map(([id, { name }]) => [id, name])),
    campaigns: Object.fromEntries(found.map(({ id, name }) => [id, name])),
  }
}

/** One after the other: a transaction has a single connection. */
const workOf = async ({ db, at }: Reading, person: string) => ({
  tasks: await openTasksFor(db, person),
  decisions: await decisionsFor(db, person, at),
  issues: await openIssuesFor(db, person),
  handled: await handledIssuesFor(db, person),
})
type Work = Awaited<ReturnType<typeof workOf>>

const campaignsIn = ({ tasks, decisions, issues, handled }: Work): number[] => {
  const all = [...tasks, ...issues, ...handled, ...decisions.map(({ approval }) => approval)]
  return [...new Set(all.map(({ campaignId }) => campaignId))]
}

/** Everybody the page names, and the person themselves. */
const peopleIn = async (db: Db, person: string, { tasks, decisions, handled }: Work): Promise<People> => {
  const people = await peopleByIds(db, [
    person,
    ...tasks.flatMap(({ approverId }) => approverId ?? []),
    ...decisions.map(({ step }) => step.signerId),
    ...handled.map(({ ownerId }) => ownerId),
  ])
  return new Map(people.map((one) => [one.id, one]))
}

/** Tasks of a campaign that was called off or archived wait for nobody. */
const rowsOf = (tasks: readonly Task[], campaigns: Campaigns, people: People, at: Date): Row[] =>
  tasks.flatMap((task) => {
    const campaign = campaigns.get(task.campaignId)
    if (!campaign) return []
    const reviewer = task.approverId === null ? null : reachable(people, task.approverId, campaign)
    return [{ task, today: localDate(at, campaign.zone), reviewer }]
  })

export const views: Record<string, View> = { 'home.work': defineView({ load, draw: homeCard }) }
