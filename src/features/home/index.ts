/** Home: one page per person with everything that waits for them, over all campaigns. */
import type { Feature } from '../../kit/feature.js'
import { home as command } from './commands/home.js'
import { samples } from './home.samples.js'
import { views } from './home.views.js'
import { campaignNews } from './reactions/campaign-news.js'

export const home: Feature = { name: 'home', commands: [command], views, reactions: campaignNews, samples }
