/** Who answers for a campaign when something goes wrong. */
import type { Db } from '../../kit/store.js'
import { holders, personById } from '../people/index.js'
import type { Campaign } from './campaign.repo.js'

/** The general owner; where there is none, or they have left, every administrator. */
export const answerable = async (db: Db, campaign: Pick<Campaign, 'ownerId'> | null): Promise<string[]> => {
  const owner = campaign && (await personById(db, campaign.ownerId))
  if (owner?.active) return [owner.id]
  return (await holders(db, 'admin')).map(({ id }) => id)
}
