/** `goals`: the consensus table of a campaign (003-T1, D3). */
import { z } from 'zod'
import { word } from '../../../kit/args.js'
import { defineCommand } from '../../../kit/command.js'
import { parseId } from '../../../kit/ids.js'
import { findCampaign } from '../../campaign/index.js'
import { findGoal } from '../find.js'
import { goalView, listView } from '../goal.views.js'

export const goals = defineCommand({
  name: 'goals',
  args: z.object({ campaign: word().optional() }),
  may: 'read',
  async run(ctx, { campaign }) {
    // `目标 G-1`: one of them is meant.
    if (campaign !== undefined && parseId(campaign)?.prefix === 'G')
      return goalView((await findGoal(ctx, campaign)).goal)
    return listView((await findCampaign(ctx, campaign, { command: 'goals', args: {} })).id)
  },
})
