/** From the number of a row to the row. */
import type { Context } from '../../kit/context.js'
import { UserError } from '../../kit/errors.js'
import { cut } from '../../kit/text.js'
import { type Campaign, campaignRef } from '../campaign/index.js'
import { type RetroRow, retroRowsOf } from './retrospective.repo.js'

/** @throws UserError (field `row`) when the campaign has no such row. */
export const findRow = async ({ db }: Context, { id }: Campaign, text: string): Promise<RetroRow> => {
  const found = (await retroRowsOf(db, id)).find(({ number }) => String(number) === text)
  if (found) return found
  const params = { given: cut(text, 40), campaign: campaignRef(id) }
  throw new UserError('retrospective.error.unknown', params, { field: 'row' })
}
