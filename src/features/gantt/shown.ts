/** Which pictures a card carries. */
import { UserError } from '../../kit/errors.js'
import type { Db } from '../../kit/store.js'
import { cut } from '../../kit/text.js'
import { type Campaign, campaignRef } from '../campaign/index.js'
import { strategiesOf } from '../strategy/index.js'
import { tasksOf } from '../task/index.js'
import type { Shown } from './gantt.cards.js'
import { arranged, pageCount } from './groups.js'
import { groupOf, groupsOf } from './places.js'

/** A card carries no more pictures than somebody looks at. */
const mostPages = 3

/**
 * The pictures of `campaign` from `page` on.
 * @throws UserError when there is nothing to draw (field `campaign`), or no such page (field `page`)
 */
export const shownOf = async (db: Db, campaign: Campaign, page: string): Promise<Shown> => {
  const all = (await tasksOf(db, campaign.id)).filter(({ status }) => status !== 'cancelled')
  const tasks = all.length
  const name = cut(campaign.name, 60)
  if (tasks === 0) throw new UserError('gantt.error.none', { campaign: name }, { field: 'campaign' })
  const standing = all.map((task) => ({
    ref: '',
    fromOn: task.startOn,
    toOn: task.dueOn,
    group: groupOf(task),
  }))
  const lines = arranged(standing, groupsOf(await strategiesOf(db, campaign.id))).length
  const of = pageCount(lines)
  const first = Number(page)
  if (!Number.isInteger(first) || first < 1 || first > of)
    throw new UserError('gantt.error.page', { given: page, of }, { field: 'page' })
  const pages = Array.from({ length: Math.min(mostPages, of - first + 1) }, (_, i) => first + i)
  return { ref: campaignRef(campaign.id), campaign, tasks, pages, of }
}
