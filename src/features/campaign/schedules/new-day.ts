/** Each night the living cards of a campaign learn which day it is: "day 2 of 3" must not stay for a week. */
import type { Schedule } from '../../../kit/schedule.js'
import { addDays } from '../../../kit/time.js'
import { byDate } from '../campaign.js'
import { campaignById } from '../campaign.repo.js'

/** Nothing is posted, only redrawn; a run that was missed is made good as long as its day lasts. */
export const newDay: Schedule = {
  name: 'campaign.new-day',
  at: '00:01',
  graceMs: 23 * 3_600_000,
  quiet: true,
  async applies({ db }, id, date) {
    const campaign = await campaignById(db, id)
    const last = campaign && byDate(campaign.phases).at(-1)?.toOn
    // The day after the last phase is the last on which the card says something new.
    return campaign?.status === 'active' && last != null && date <= addDays(last, 1)
  },
  async run(ctx, { campaign: id }) {
    await ctx.changed(`campaign:${id}`)
    const campaign = await campaignById(ctx.db, id)
    if (campaign) await ctx.emit('campaign.day', { campaign })
  },
}
