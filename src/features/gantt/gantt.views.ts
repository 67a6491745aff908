/** The card as it is shown to a channel. */
import { UserError } from '../../kit/errors.js'
import { parseId } from '../../kit/ids.js'
import { defineView, type View } from '../../kit/view.js'
import { campaignById } from '../campaign/index.js'
import { ganttCard } from './gantt.cards.js'
import { shownOf } from './shown.js'

const posted = defineView({
  async load({ db }, { campaign = '', page = '' }) {
    const found = await campaignById(db, parseId(campaign)?.number ?? 0)
    // Tasks that are gone since leave nothing to say.
    return found && shownOf(db, found, page).catch(nothing)
  },
  draw: (shown) => (t) => ganttCard(t, { ...shown, channel: false }),
})

const nothing = (error: unknown): null => {
  if (error instanceof UserError) return null
  throw error
}

export const views: Record<string, View> = { 'gantt.posted': posted }
