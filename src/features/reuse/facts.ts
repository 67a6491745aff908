/** On the card of a campaign: how its regional copies are doing, what it is a copy of, and whether its template has moved on. */
import type { Reading } from '../../kit/context.js'
import type { Fact } from '../../kit/feature.js'
import { cut } from '../../kit/text.js'
import { localDate } from '../../kit/time.js'
import { type Campaign, campaignById, campaignRef, copiesOf } from '../campaign/index.js'
import { counts, tasksIn } from '../task/index.js'
import { keyOf, newerVersion, templateUsed } from '../template/index.js'

/** Copies that are named one by one. */
const most = 10

export const facts = async (reading: Reading, id: number): Promise<Fact[]> => {
  const campaign = await campaignById(reading.db, id)
  if (!campaign) return []
  return [
    ...(await parentFact(reading, campaign)),
    ...(await copyFacts(reading, campaign)),
    ...(await newerFact(reading, campaign)),
  ]
}

const open = (campaign: number): NonNullable<Fact['open']> => ({
  label: 'reuse.copy.show',
  command: 'show',
  args: { campaign: campaignRef(campaign) },
})

const parentFact = async ({ db }: Reading, { parentId, region }: Campaign): Promise<Fact[]> => {
  const parent = parentId === null ? null : await campaignById(db, parentId)
  if (!parent) return []
  const params = {
    campaign: campaignRef(parent.id),
    name: cut(parent.name, 60),
    region: cut(region ?? '', 60),
  }
  return [{ key: 'reuse.fact.parent', params, open: open(parent.id) }]
}

const copyFacts = async ({ db, at }: Reading, { id }: Campaign): Promise<Fact[]> => {
  const copies = await copiesOf(db, id)
  const shown = copies.slice(0, most)
  const tasks =
    shown.length === 0
      ? []
      : await tasksIn(
          db,
          shown.map((one) => one.id),
        )
  const lines = shown.map((copy): Fact => {
    const own = tasks.filter(({ campaignId }) => campaignId === copy.id)
    const { done, total, late } = counts(own, localDate(at, copy.zone))
    const { status, stage, launchOn } = copy
    const where = { campaign: campaignRef(copy.id), region: cut(copy.region ?? '', 60), launch: launchOn }
    const params = { ...where, status, stage, done, total, late }
    const running = status === 'active' && late > 0
    return { key: 'reuse.fact.copy', params, ...(running && { tone: 'warn' as const }), open: open(copy.id) }
  })
  const more = copies.length - shown.length
  return more > 0 ? [...lines, { key: 'reuse.fact.more', params: { count: more } }] : lines
}

const newerFact = async ({ db }: Reading, campaign: Campaign): Promise<Fact[]> => {
  if (campaign.status !== 'active' && campaign.status !== 'paused') return []
  const { name, saved } = await templateUsed(db, campaign)
  const above = saved?.version ?? 1
  const newer = await newerVersion(db, keyOf(saved?.name ?? name), { base: name, above })
  if (!newer) return []
  return [
    {
      key: 'reuse.fact.newer',
      params: { name: cut(newer.name, 60), version: newer.version },
      open: {
        label: 'reuse.fact.upgrade',
        command: 'template-upgrade',
        args: { campaign: campaignRef(campaign.id) },
      },
    },
  ]
}
