/** 10:00: the digest of the day into the campaign's channel (F71, R44). */
import type { Schedule } from '../../../kit/schedule.js'
import { calendarOf } from '../../calendar/index.js'
import { campaignById, campaignRef, worksOn } from '../../campaign/index.js'
import { digestView } from '../standup.views.js'

const minute = 60_000

export const digest: Schedule = {
  name: 'standup.digest',
  at: '10:00',
  // Three hours later the day has gone on without it.
  graceMs: 180 * minute,
  async applies({ db }, id, date) {
    const campaign = await campaignById(db, id)
    if (campaign?.status !== 'active') return false
    return worksOn(campaign, date, await calendarOf(db, campaign.organisation))
  },
  async run(ctx, { campaign, date, late }) {
    // The clock ticks every few seconds: less than five minutes are not worth a word.
    const minutes = late < 5 * minute ? 0 : Math.round(late / minute)
    const { subjects, ...view } = digestView(campaign, date, minutes)
    const replaces = `digest:${campaignRef(campaign)}:${date}`
    await ctx.tell({ campaign }, view, { replaces, subjects, because: 'standup.digest' })
  },
}
