/** Rows become the retrospective of a campaign: found by part and measure, compared, kept, and each owner hears once. */
import type { Context } from '../../kit/context.js'
import { Overtaken, UserError } from '../../kit/errors.js'
import { sameLines } from '../../kit/lines.js'
import type { LocalDate } from '../../kit/time.js'
import { type Campaign, campaignRef } from '../campaign/index.js'
import { holdPerson } from '../people/index.js'
import { tellOwners } from './inform.js'
import { keyOf, mostRows, subjectsOf } from './retrospective.js'
import {
  addRetroRows,
  type RetroChange,
  type RetroRow,
  retroRowsOf,
  updateRetroRow,
} from './retrospective.repo.js'

/** One line of a table. What is left out stays as it is. With a measure there are its owner and its day. */
export interface RetroLine {
  part: string
  success?: string
  shortcoming?: string
  cause?: string
  measure?: string
  ownerId?: string
  plannedOn?: LocalDate
}

export interface RetroPlan {
  added: readonly RetroLine[]
  changed: readonly { row: RetroLine; stands: RetroRow; columns: readonly string[] }[]
  unchanged: readonly RetroRow[]
}

const texts = ['success', 'shortcoming', 'cause'] as const
const exact = ['ownerId', 'plannedOn'] as const

const columnsOf = (row: RetroLine, stands: RetroRow): string[] => [
  ...texts.filter((column) => row[column] !== undefined && !sameLines(row[column], stands[column])),
  ...exact.filter((column) => row[column] !== undefined && row[column] !== stands[column]),
]

/** What `rows` would do now. @throws UserError when there would be too many */
export const retroPlan = async (
  { db }: Pick<Context, 'db'>,
  campaignId: number,
  rows: readonly RetroLine[],
): Promise<RetroPlan> => {
  const kept = await retroRowsOf(db, campaignId)
  const byKey = new Map(kept.toReversed().map((row) => [keyOf(row), row]))
  const met = rows.flatMap((row) => {
    const stands = byKey.get(keyOf(row))
    return stands ? [{ row, stands, columns: columnsOf(row, stands) }] : []
  })
  const added = rows.filter((row) => !byKey.has(keyOf(row)))
  if (kept.length + added.length > mostRows)
    throw new UserError('retrospective.error.full', { max: mostRows })
  return {
    added,
    changed: met.filter(({ columns }) => columns.length > 0),
    unchanged: met.filter(({ columns }) => columns.length === 0).map(({ stands }) => stands),
  }
}

const newRow = (ctx: Context, campaignId: number, number: number, row: RetroLine) => {
  const { part, success = null, shortcoming = null, cause = null, measure = null } = row
  const { ownerId = null, plannedOn = null } = row
  return {
    ...{ campaignId, number, part, success, shortcoming, cause, measure, ownerId, plannedOn },
    ...{ byId: ctx.actor?.id ?? '', at: ctx.at },
  }
}

export const overtaken = ({ id }: Pick<Campaign, 'id'>) =>
  new Overtaken('retrospective.error.changed', { campaign: campaignRef(id) })

const keepChanged = async (ctx: Context, campaign: Campaign, plan: RetroPlan): Promise<void> => {
  for (const { row, stands, columns } of plan.changed) {
    const data = Object.fromEntries(columns.map((column) => [column, row[column as keyof RetroLine]]))
    if (!(await updateRetroRow(ctx.db, stands, data as RetroChange))) throw overtaken(campaign)
  }
}

/**
 * Keeps `rows` with one entry in the log; who answers for a measure from now on gets one message with all of theirs.
 * @param action the word of the audit log
 * @param origin what the audit log says of where they come from
 * @throws UserError when somebody was faster, or an owner has left
 */
export const keepRetro = async (
  ctx: Context,
  campaign: Campaign,
  rows: readonly RetroLine[],
  action: 'retro.add' | 'retro.import',
  origin: Readonly<Record<string, string>> = {},
): Promise<void> => {
  const plan = await retroPlan(ctx, campaign.id, rows)
  const { added, changed, unchanged } = plan
  if (added.length + changed.length === 0) return
  for (const id of new Set(rows.flatMap(({ ownerId }) => ownerId ?? []))) await holdPerson(ctx.db, id)
  const last = (await retroRowsOf(ctx.db, campaign.id)).at(-1)?.number ?? 0
  const fresh = added.map((row, i) => newRow(ctx, campaign.id, last + i + 1, row))
  if (!(await addRetroRows(ctx.db, fresh))) throw overtaken(campaign)
  await keepChanged(ctx, campaign, plan)
  const counts = { added: added.length, changed: changed.length, unchanged: unchanged.length }
  await ctx.record({
    ...{ action, subject: `campaign:${campaign.id}`, campaign: campaign.id },
    before: changed.map(({ stands }) => stands).slice(0, 50),
    after: { ...origin, ...counts, rows: [...added, ...changed.map(({ row }) => row)].slice(0, 50) },
  })
  await ctx.changed(...subjectsOf(campaign.id))
  const moved = changed.filter(({ columns }) => columns.includes('ownerId'))
  await tellOwners(ctx, campaign, [
    ...fresh,
    ...moved.map(({ row, stands }) => ({ number: stands.number, ownerId: row.ownerId ?? null })),
  ])
}
