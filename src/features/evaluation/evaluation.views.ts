/** What the evaluation card shows, read from the store each time it is sent or redrawn. */
import { defineView, type View, type ViewRef } from '../../kit/view.js'
import { campaignById } from '../campaign/index.js'
import { type EvaluationState, evaluationCard } from './evaluation.cards.js'
import { evaluatedOf } from './rows.js'

const list = defineView<EvaluationState>({
  async load({ db }, { campaign: id }) {
    const campaign = await campaignById(db, Number(id))
    return campaign && { campaign, rows: await evaluatedOf(db, campaign.id) }
  },
  draw: evaluationCard,
})

export const views: Record<string, View> = { 'evaluation.list': list }

/** The living evaluation card of a campaign. */
export const evaluationView = (campaign: number): ViewRef & { subjects: string[] } => ({
  view: 'evaluation.list',
  args: { campaign: String(campaign) },
  subjects: [`campaign:${campaign}`],
})
