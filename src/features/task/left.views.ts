/** What the message about the tasks of somebody who has left shows, read each time it is sent or redrawn. */
import type { Reading } from '../../kit/context.js'
import { localDate } from '../../kit/time.js'
import { campaignById } from '../campaign/index.js'
import { personById } from '../people/index.js'
import type { LeftState } from './left.cards.js'
import { byUrgency } from './task.js'
import { openTasksNaming } from './task.repo.js'

/** Nothing to send when nothing is open, or when they are back. */
export const loadLeft = async (store: Reading, args: Record<string, string>): Promise<LeftState | null> => {
  const campaign = await campaignById(store.db, Number(args.campaign))
  const person = await personById(store.db, args.person ?? '')
  if (!campaign || !person || person.active) return null
  const named = await openTasksNaming(store.db, person.id)
  const tasks = named.filter(({ campaignId }) => campaignId === campaign.id).sort(byUrgency)
  if (tasks.length === 0 && !store.standing) return null
  return { campaign, person, tasks, today: localDate(store.at, campaign.zone) }
}
