/** What report cards show, read from the store each time they are sent or redrawn. */
import type { Reading } from '../../kit/context.js'
import { localDate } from '../../kit/time.js'
import { defineView, type View } from '../../kit/view.js'
import { campaignById } from '../campaign/index.js'
import { peopleByIds, personById } from '../people/index.js'
import { type DeliveredState, deliveredCard, type ListState, listCard } from './report.cards.js'
import { reportCalled, reportsOf } from './report.repo.js'

const loadList = async ({ db, at }: Reading, args: Record<string, string>): Promise<ListState | null> => {
  const campaign = await campaignById(db, Number(args.campaign))
  if (!campaign) return null
  const reports = await reportsOf(db, campaign.id)
  const people = await peopleByIds(
    db,
    reports.flatMap(({ deliveredById }) => deliveredById ?? []),
  )
  const names = new Map(people.map(({ id, name }) => [id, name]))
  return { campaign, today: localDate(at, campaign.zone), reports, names }
}

const loadDelivered = async (
  { db }: Reading,
  args: Record<string, string>,
): Promise<DeliveredState | null> => {
  const campaign = await campaignById(db, Number(args.campaign))
  const report = await reportCalled(db, Number(args.campaign), args.document ?? '')
  if (!campaign || !report?.deliveredAt) return null
  const by = report.deliveredById ?? ''
  return { campaign, report, by: (await personById(db, by))?.name ?? by }
}

export const views: Record<string, View> = {
  'report.list': defineView({ load: loadList, draw: listCard }),
  'report.delivered': defineView({ load: loadDelivered, draw: deliveredCard }),
}
