/** What programme cards show, read from the store each time they are sent or redrawn. */
import type { Reading } from '../../kit/context.js'
import { localDate } from '../../kit/time.js'
import { defineView, type View } from '../../kit/view.js'
import { campaignsIn } from '../campaign/index.js'
import { counts, tasksIn } from '../task/index.js'
import { type ProgrammeState, programmeCard } from './programme.cards.js'
import { type Programme, programmeById } from './programme.repo.js'

/** Campaigns a card shows. */
const most = 20

const load = async ({ db, at }: Reading, args: Record<string, string>): Promise<ProgrammeState | null> => {
  const programme = await programmeById(db, Number(args.programme))
  if (!programme) return null
  const { campaigns, total } = await campaignsIn(db, programme.id, most)
  const tasks = await tasksIn(
    db,
    campaigns.map(({ id }) => id),
  )
  const lines = campaigns.map((campaign) => {
    const own = tasks.filter(({ campaignId }) => campaignId === campaign.id)
    return { campaign, counts: counts(own, localDate(at, campaign.zone)) }
  })
  return { programme, lines, total }
}

export const views: Record<string, View> = {
  'programme.card': defineView({ load, draw: programmeCard }),
}

/** @param campaigns its campaigns: when one of them changes, the card is drawn again */
export const programmeView = ({ id }: Pick<Programme, 'id'>, campaigns: readonly { id: number }[] = []) => ({
  view: 'programme.card',
  args: { programme: String(id) },
  subjects: [`programme:${id}`, ...campaigns.map((campaign) => `campaign:${campaign.id}`)],
})
