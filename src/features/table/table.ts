/** The tables that teams keep, by name; each is made from the campaign as it is now. */
import type { Reading } from '../../kit/context.js'
import type { Translate } from '../../kit/translate.js'
import type { Campaign } from '../campaign/index.js'
import type { Sheet } from './sheet.js'
import { preparationProgress } from './tables/preparation-progress.js'

export const tables = ['preparation-progress'] as const
export type TableName = (typeof tables)[number]

type Make = (store: Reading, campaign: Campaign, t: Translate) => Promise<Sheet>

export const makers: Readonly<Record<TableName, Make>> = { 'preparation-progress': preparationProgress }
