/** On the card of a campaign: the programme it belongs to. */
import type { Reading } from '../../kit/context.js'
import type { Fact } from '../../kit/feature.js'
import { cut } from '../../kit/text.js'
import { campaignById } from '../campaign/index.js'
import { typable } from '../template/index.js'
import { programmeById } from './programme.repo.js'

export const facts = async ({ db }: Reading, id: number): Promise<Fact[]> => {
  const campaign = await campaignById(db, id)
  const programmeId = campaign?.programmeId ?? null
  const programme = programmeId === null ? null : await programmeById(db, programmeId)
  if (!programme) return []
  const open = {
    label: 'programme.fact.open',
    command: 'programme',
    args: { programme: typable(programme.name, programme.id) },
  } as const
  return [{ key: 'programme.fact.in', params: { name: cut(programme.name, 60) }, open }]
}
