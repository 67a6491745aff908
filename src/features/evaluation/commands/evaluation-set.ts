/** `evaluate`: one row of the evaluation, by dimension and metric; the rate is never typed (003-T5). */
import { z } from 'zod'
import { long, word } from '../../../kit/args.js'
import { defineCommand } from '../../../kit/command.js'
import type { Context } from '../../../kit/context.js'
import { UserError } from '../../../kit/errors.js'
import { cut, plainText } from '../../../kit/text.js'
import { languages } from '../../../kit/translate.js'
import { type Campaign, findCampaign, mustBeOpen, mustLead } from '../../campaign/index.js'
import { actualText, dimensions, dimensionText, keyOf, targetText } from '../evaluation.js'
import { evaluationView } from '../evaluation.views.js'
import { keepEvaluation, keepProposed } from '../keep.js'
import { isUnreadable, numbersFrom } from '../numbers.js'
import { type EvaluationRow, evaluationPlan } from '../plan.js'
import { evaluatedOf, measuredIn, numbersOf } from '../rows.js'

const args = z.object({
  // The columns of 003-T5 in their order, without the rate.
  dimension: word(60),
  metric: word(500),
  target: word(100).optional(),
  actual: word(100).optional(),
  source: word(500).optional(),
  analysis: word(2000).optional(),
  suggestion: long(2000).optional(),
  campaign: word().optional(),
})
type Args = z.output<typeof args>

export const evaluationSet = defineCommand({
  name: 'evaluation-set',
  args,
  may: 'lead',
  async run(ctx, given) {
    const campaign = await findCampaign(ctx, given.campaign, {
      command: 'evaluation-set',
      args: asTyped(given),
    })
    mustLead(ctx, campaign)
    mustBeOpen(ctx, campaign)
    const row = await rowFrom(ctx, campaign, given)
    const { added, changed } = await evaluationPlan(ctx, campaign.id, [row])
    if (added.length + changed.length > 0) await keepProposed(ctx, campaign)
    await keepEvaluation(ctx, campaign, [row])
    return evaluationView(campaign.id)
  },
})

/** What a button can carry: with more than that the form asks again. */
const asTyped = ({ campaign: _, ...given }: Args): Record<string, string> => {
  const typed = Object.entries(given).filter((entry): entry is [string, string] => entry[1] !== undefined)
  const length = typed.reduce((sum, [, value]) => sum + value.length, 0)
  return length > 500 ? { dimension: given.dimension } : Object.fromEntries(typed)
}

/** The key of a dimension that is typed by its word in any language. */
const dimensionFrom = ({ t }: Context, typed: string): string => {
  const same = (word: string) => word.toLowerCase() === typed.toLowerCase()
  const known = dimensions.find(
    (one) => same(one) || languages.some((language) => same(dimensionText(t.in(language), one))),
  )
  return known ?? typed
}

const columns = ['target', 'actual', 'source', 'analysis', 'suggestion'] as const

/** @throws UserError when nothing is said of the metric, or its numbers cannot be read */
const rowFrom = async (ctx: Context, campaign: Campaign, given: Args): Promise<EvaluationRow> => {
  if (columns.every((column) => given[column] === undefined))
    throw new UserError('evaluation.error.nothing', {}, { field: 'actual', missing: true })
  const empty = (text: string) => ['-', '–', plainText(ctx.t('evaluation.nothing'))].includes(text)
  const said = Object.fromEntries(
    columns.flatMap((column) => {
      const text = given[column]
      return text === undefined ? [] : [[column, empty(text) ? null : text]]
    }),
  ) as Partial<Record<(typeof columns)[number], string | null>>
  const key = { dimension: dimensionFrom(ctx, given.dimension), metric: given.metric }
  return { ...said, ...key, ...(await numbersIn(ctx, campaign, key, said)) }
}

/** What is not typed is read as it stands, so that both numbers are counted alike. */
const numbersIn = async (
  ctx: Context,
  campaign: Campaign,
  key: { dimension: string; metric: string },
  said: { target?: string | null; actual?: string | null },
) => {
  const stands = (await evaluatedOf(ctx.db, campaign.id)).find((row) => keyOf(row) === keyOf(key))
  const known = numbersOf(await measuredIn(ctx.db, campaign.id), key.metric)
  const target = said.target === undefined && stands ? targetText(stands) : (said.target ?? '')
  const actual = said.actual === undefined && stands ? actualText(stands) : (said.actual ?? '')
  const numbers = numbersFrom({ target, actual }, key.metric, known)
  if (isUnreadable(numbers)) {
    const field = said[numbers.field] ? numbers.field : 'target'
    const params = {
      given: cut(field === 'actual' ? actual : target, 40),
      target: cut(target, 40),
      actual: cut(actual, 40),
    }
    throw new UserError(`evaluation.error.${numbers.why}`, params, { field })
  }
  const { kind, unit, compare } = numbers
  return {
    ...{ kind, unit, compare },
    ...(said.target !== undefined && { target: numbers.target?.toFixed() ?? null }),
    ...(said.actual !== undefined && { actual: numbers.actual?.toFixed() ?? null }),
  }
}
