/** What the stages and the card of a campaign ask of its reports. */
import type { Reading } from '../../kit/context.js'
import type { Fact, Unmet } from '../../kit/feature.js'
import { localDate } from '../../kit/time.js'
import { campaignById, campaignRef } from '../campaign/index.js'
import { askedIn, daysLate, isDocument, nextReport } from './report.js'
import { reportsOf } from './report.repo.js'

/** Leaving `stage`: each report of its pack that the campaign owes is delivered. */
export const delivered =
  (stage: 'S8' | 'S9') =>
  async ({ db }: Reading, id: number): Promise<Unmet[]> =>
    (await reportsOf(db, id)).flatMap(({ document, deliveredAt, dueOn }) =>
      isDocument(document) && askedIn[stage].includes(document) && deliveredAt === null
        ? [{ key: `report.gate.${document}` as const, params: { due: dueOn } }]
        : [],
    )

/** The next report, or the first that is late, with the way to the list. */
export const facts = async ({ db, at }: Reading, id: number): Promise<Fact[]> => {
  const campaign = await campaignById(db, id)
  const next = campaign && nextReport(await reportsOf(db, id))
  if (!campaign || !next || !isDocument(next.document)) return []
  const late = daysLate(next, localDate(at, campaign.zone))
  const open = { label: 'report.open', command: 'reports', args: { campaign: campaignRef(id) } } as const
  const params = { due: next.dueOn, late }
  return [{ key: `report.fact.${next.document}`, params, ...(late > 0 && { tone: 'bad' as const }), open }]
}
