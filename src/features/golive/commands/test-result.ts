/** `test-result` and `test-failed`: what came of a test; a failed one says why. */
import { z } from 'zod'
import { choice, long, ref, seen, word } from '../../../kit/args.js'
import { defineCommand } from '../../../kit/command.js'
import type { Context } from '../../../kit/context.js'
import { UserError } from '../../../kit/errors.js'
import { changeTest, findTest, mustTest } from '../find.js'
import { testName } from '../golive.cards.js'
import { type Result, results } from '../golive.js'
import { testsView } from '../golive.views.js'

interface Given {
  test: string
  result: Result
  note?: string | undefined
  campaign?: string | undefined
  seen?: number | undefined
}

const setResult = async (ctx: Context, { test, result, note, campaign, seen: drawn }: Given) => {
  const meant = await findTest(ctx, test, campaign, { command: 'test-result', args: { test, result } })
  mustTest(ctx, meant)
  const { item } = meant
  const params = { name: testName(ctx.t, item), result: ctx.t.named('golive.result', item.result) }
  if (item.result === result) throw new UserError('golive.error.already', params)
  if (drawn !== undefined && drawn < item.version) throw new UserError('golive.error.stands', params)
  if (result === 'failed' && note === undefined)
    throw new UserError('golive.error.note', {}, { field: 'note' })
  const tested = { testedById: ctx.actor?.id ?? null, testedAt: ctx.at }
  const who = result === 'open' ? { testedById: null, testedAt: null } : tested
  await changeTest(ctx, meant, 'golive.test', { result, note: note ?? null, ...who })
  return testsView(meant.campaign.id)
}

export const testResult = defineCommand({
  name: 'test-result',
  args: z.object({
    ...{ test: ref(), result: choice(results), note: long(1000).optional() },
    ...{ campaign: word().optional(), seen: seen() },
  }),
  may: 'work',
  run: setResult,
})

/** The button of the card: its form asks why. */
export const testFailed = defineCommand({
  name: 'test-failed',
  args: z.object({ test: ref(), note: long(1000), campaign: word().optional(), seen: seen() }),
  may: 'work',
  hidden: true,
  run: (ctx, given) => setResult(ctx, { ...given, result: 'failed' }),
})
