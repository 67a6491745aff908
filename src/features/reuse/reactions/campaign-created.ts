/** Whatever a new campaign is made from is kept as it was then: a later version is compared with it. */
import { defineReaction } from '../../../kit/event.js'
import { instanceOf } from '../instance.js'
import { inTurn, wordsOf } from '../origin.js'
import { saveUse } from '../reuse.repo.js'

export const campaignCreated = defineReaction({
  to: 'campaign.created',
  async run({ db, t }, { campaign, template }) {
    const content = instanceOf(wordsOf(t, campaign), template, campaign)
    await saveUse(db, campaign.id, { content, numbers: inTurn(content.tasks) })
  },
})
