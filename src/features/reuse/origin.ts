/** What a campaign was made from, also for campaigns that are older than this is kept. */
import type { Reading } from '../../kit/context.js'
import { isLanguage, type Translate } from '../../kit/translate.js'
import type { Campaign } from '../campaign/index.js'
import { templateUsed } from '../template/index.js'
import { instanceOf } from './instance.js'
import { type Use, useOf } from './reuse.repo.js'

/** The tasks of a new campaign are numbered in the order of its template. */
export const inTurn = (tasks: readonly { key: string }[]): Record<string, number> =>
  Object.fromEntries(tasks.map(({ key }, i) => [key, i + 1]))

/** The words of the campaign: built-in templates were worded in its language. */
export const wordsOf = (t: Translate, { language }: Pick<Campaign, 'language'>): Translate =>
  isLanguage(language) ? t.in(language) : t

export const originOf = async (
  { db }: Pick<Reading, 'db'>,
  t: Translate,
  campaign: Campaign,
): Promise<Use> => {
  const kept = await useOf(db, campaign.id)
  if (kept) return kept
  const content = instanceOf(wordsOf(t, campaign), await templateUsed(db, campaign), campaign)
  return { content, numbers: inTurn(content.tasks) }
}
