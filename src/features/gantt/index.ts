/** The Gantt chart of a campaign, as a picture (F129). */
import type { Feature } from '../../kit/feature.js'
import type { MakeFile } from '../../kit/file.js'
import { campaignById } from '../campaign/index.js'
import { baseline } from './commands/baseline.js'
import { gantt as command } from './commands/gantt.js'
import { ganttPost } from './commands/gantt-post.js'
import { pagesOf } from './gantt.js'
import { samples } from './gantt.samples.js'
import { views } from './gantt.views.js'
import { sketchOf } from './layout.js'
import { planOf } from './load.js'
import { campaignStaged } from './reactions/campaign-staged.js'

const makeGantt: MakeFile = async (store, { campaign = '', page = '' }, t) => {
  const found = await campaignById(store.db, Number(campaign))
  const pages = found ? pagesOf(await planOf(store, found, t)) : []
  const shown = pages[Number(page) - 1]
  return shown ? sketchOf(shown, t) : null
}

export const gantt: Feature = {
  name: 'gantt',
  commands: [command, ganttPost, baseline],
  views,
  files: { gantt: makeGantt },
  reactions: [campaignStaged],
  samples,
}
