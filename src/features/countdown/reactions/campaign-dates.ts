/** The countdown is counted from the launch: it comes with the campaign, and moves with the launch. */
import { defineReaction } from '../../../kit/event.js'
import { daysBetween } from '../../../kit/time.js'
import { countdownTo } from '../countdown.js'
import { addMilestones, milestonesOf, moveMilestone } from '../countdown.repo.js'
import { milestonesMoved } from '../shift.js'

export const campaignCreated = defineReaction({
  to: 'campaign.created',
  async run({ db }, { campaign }) {
    await addMilestones(db, campaign.id, countdownTo(campaign.launchOn))
  },
})

export const campaignMoved = defineReaction({
  to: 'campaign.moved',
  async run({ db }, { campaign, before }) {
    const days = daysBetween(before.launchOn, campaign.launchOn)
    if (days === 0) return
    for (const { now } of milestonesMoved(await milestonesOf(db, campaign.id), days))
      await moveMilestone(db, now)
  },
})
