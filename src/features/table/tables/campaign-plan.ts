/** 《活动策划方案表》, the plan of a campaign (004-T1): each section with what it is to say and what it says. */
import type { Reading } from '../../../kit/context.js'
import type { Translate } from '../../../kit/translate.js'
import { type Campaign, planCells, sectionsOf } from '../../campaign/index.js'
import type { Sheet } from '../sheet.js'
import { columnsFor } from './columns.js'

/** Where nobody has explained a section, it is explained as in its form. */
export const campaignPlan = async (_store: Reading, campaign: Campaign, t: Translate): Promise<Sheet> => ({
  title: t.named('table.campaign-plan', 'title'),
  columns: columnsFor(t, 'campaign-plan'),
  rows: sectionsOf(campaign).map(({ item }) => {
    const { explanation, example } = planCells(campaign, item)
    return [t.named('campaign.item', item), explanation || t.named('campaign.hint', item), example]
  }),
})
