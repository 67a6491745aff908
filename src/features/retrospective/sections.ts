/** The sections of the retrospective report (004-T4): found by their dimension, kept one by one, recorded once. */
import type { Context } from '../../kit/context.js'
import { UserError } from '../../kit/errors.js'
import { sameLines } from '../../kit/lines.js'
import type { Db } from '../../kit/store.js'
import type { Campaign } from '../campaign/index.js'
import { overtaken } from './keep.js'
import { dimensionKey, mostSections, reportDimensions, subjectsOf } from './retrospective.js'
import {
  addSection,
  type RetroSection,
  removeSection,
  sectionsOf,
  updateSection,
} from './retrospective.repo.js'

/** One line of the table. Without content it says nothing; null takes the section away. */
export interface SectionLine {
  dimension: string
  content: string | null
}

export interface SectionPlan {
  added: readonly SectionLine[]
  changed: readonly { row: SectionLine; stands: RetroSection }[]
  unchanged: readonly SectionLine[]
}

const placeOf = (dimension: string): number => (reportDimensions as readonly string[]).indexOf(dimension)

/** What is written: the four of every report in their order, then the writer's own. */
export const writtenOf = async (db: Db, campaignId: number): Promise<RetroSection[]> => {
  const all = await sectionsOf(db, campaignId)
  const isOwn = ({ dimension }: RetroSection) => placeOf(dimension) < 0
  const printed = all.filter((one) => !isOwn(one))
  return [...printed.toSorted((a, b) => placeOf(a.dimension) - placeOf(b.dimension)), ...all.filter(isOwn)]
}

/** What `rows` would do now. @throws UserError when there would be too many */
export const sectionPlan = async (
  { db }: Pick<Context, 'db'>,
  campaignId: number,
  rows: readonly SectionLine[],
): Promise<SectionPlan> => {
  const kept = await sectionsOf(db, campaignId)
  const byKey = new Map(kept.map((one) => [dimensionKey(one.dimension), one]))
  const plan = { added: [] as SectionLine[], changed: [] as SectionPlan['changed'][number][] }
  const unchanged: SectionLine[] = []
  for (const row of rows) {
    const stands = byKey.get(dimensionKey(row.dimension))
    if (row.content === '' || (row.content === null && !stands)) unchanged.push(row)
    else if (!stands) plan.added.push(row)
    else if (row.content !== null && sameLines(row.content, stands.content)) unchanged.push(row)
    else plan.changed.push({ row, stands })
  }
  if (kept.length + plan.added.length > mostSections)
    throw new UserError('retrospective.error.sections', { max: mostSections })
  return { ...plan, unchanged }
}

/**
 * Keeps `rows` with one entry in the log.
 * @param origin what the audit log says of where they come from
 * @throws UserError when somebody was faster
 */
export const keepSections = async (
  ctx: Context,
  campaign: Campaign,
  rows: readonly SectionLine[],
  origin: Readonly<Record<string, string>> = {},
): Promise<void> => {
  const plan = await sectionPlan(ctx, campaign.id, rows)
  if (plan.added.length + plan.changed.length === 0) return
  const by = { byId: ctx.actor?.id ?? '', at: ctx.at }
  const last = (await sectionsOf(ctx.db, campaign.id)).at(-1)?.place ?? 0
  const done = await Promise.all([
    ...plan.added.map(({ dimension, content }, i) =>
      addSection(ctx.db, {
        ...{ campaignId: campaign.id, dimension, content: content ?? '', place: last + i + 1, ...by },
      }),
    ),
    ...plan.changed.map(({ row, stands }) =>
      row.content === null
        ? removeSection(ctx.db, stands)
        : updateSection(ctx.db, stands, { content: row.content, ...by }),
    ),
  ])
  if (done.includes(false)) throw overtaken(campaign)
  await ctx.record({
    ...{ action: 'retro.write', subject: `campaign:${campaign.id}`, campaign: campaign.id },
    before: plan.changed.map(({ stands }) => ({ dimension: stands.dimension, content: stands.content })),
    after: { ...origin, sections: [...plan.added, ...plan.changed.map(({ row }) => row)] },
  })
  await ctx.changed(...subjectsOf(campaign.id))
}
