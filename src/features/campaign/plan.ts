/** 《活动策划方案》 (D1): which sections it has, where each is kept, and which are still empty. */
import type { Db } from '../../kit/store.js'
import { lengthInDays } from '../../kit/time.js'
import { type PlanItemKey, planItems, templateNamed } from '../template/index.js'
import { byDate, type Span } from './campaign.js'
import { type Campaign, campaignById, savePlanItem } from './campaign.repo.js'

export interface Section {
  item: PlanItemKey
  /** Empty when nothing has been written yet. */
  content: string
}

export type Planned = Pick<Campaign, 'name' | 'theme' | 'audience' | 'template' | 'planItems'> & {
  phases: readonly Span[]
}

/** `2024-06-01 – 06-10`: the second year only when it differs. */
export const rangeText = (fromOn: string, toOn: string): string => {
  if (fromOn === toOn) return fromOn
  return `${fromOn} – ${fromOn.slice(0, 4) === toOn.slice(0, 4) ? toOn.slice(5) : toOn}`
}

/** The phases as one text: what the section "time" says. */
export const timeText = (phases: readonly Span[]): string =>
  byDate(phases)
    .map(({ label, fromOn, toOn }) => `${label} ${rangeText(fromOn, toOn)} (${lengthInDays(fromOn, toOn)})`)
    .join('; ')

/** Where the goals that are kept as numbers stand in the plan, beside what people wrote under "goals". */
const goalRows = 'goals.rows'

/** Puts the numbered goals into the plan, one line each; none with an empty text. */
export const writeGoalRows = async (db: Db, campaignId: number, rows: () => Promise<string>) => {
  // The first write waits for whoever changes goals at the same time, so that theirs are read as well.
  await savePlanItem(db, campaignId, goalRows, '')
  await savePlanItem(db, campaignId, goalRows, await rows())
}

/** What is kept under `name` beside the campaign's own columns. */
export const writtenIn = ({ planItems }: Pick<Planned, 'planItems'>, name: string): string =>
  planItems.find((one) => one.item === name)?.content ?? ''

/** The goals that are kept as numbers, one line each. */
export const goalLines = (campaign: Pick<Planned, 'planItems'>): string => writtenIn(campaign, goalRows)

const joined = (...texts: string[]): string => texts.filter((text) => text.trim() !== '').join('\n')

/** Theme, audience and the days are kept once, with the campaign; a plan may call it more fully than its name does. */
export const contentOf = (campaign: Planned, item: PlanItemKey): string => {
  const written = writtenIn(campaign, item)
  if (item === 'name') return written || campaign.name
  if (item === 'theme') return campaign.theme ?? ''
  if (item === 'audience') return campaign.audience ?? ''
  if (item === 'time') return joined(timeText(campaign.phases), written)
  return item === 'goals' ? joined(written, goalLines(campaign)) : written
}

/** The sections the template asks for, and others that somebody wrote anyway. */
export const sectionsOf = (campaign: Planned): Section[] => {
  const asked = templateNamed(campaign.template).planItems
  const extra = planItems.filter((item) => !asked.includes(item) && contentOf(campaign, item) !== '')
  const about: PlanItemKey[] = extra.filter((item) => item === 'theme' || item === 'audience')
  const [first = 'name', ...rest] = asked
  const all = [first, ...about, ...rest, ...extra.filter((item) => !about.includes(item))]
  return all.map((item) => ({ item, content: contentOf(campaign, item) }))
}

export const missingItems = (campaign: Planned): PlanItemKey[] =>
  sectionsOf(campaign).flatMap(({ item, content }) => (content.trim() === '' ? [item] : []))

/** What was found out before the plan was written: stands beside the sections and is not signed with them. */
const inputs = 'inputs'

export const inputsOf = ({ planItems }: Pick<Planned, 'planItems'>): string =>
  planItems.find(({ item }) => item === inputs)?.content ?? ''

/** Keeps what the plan card shows as its inputs (F13). */
export const keepInputs = (db: Db, campaignId: number, content: string) =>
  savePlanItem(db, campaignId, inputs, content)

/** The plan as it stands now, section by section, for showing and for freezing in an approval. */
export const planDocument = async (db: Db, campaignId: number): Promise<{ sections: Section[] }> => {
  const campaign = await campaignById(db, campaignId)
  return { sections: campaign ? sectionsOf(campaign) : [] }
}
