/** `flow`, `flow-set` and `flow-reset`: who signs the documents of this organisation (D1 to D5). */
import { z } from 'zod'
import { choice, long } from '../../../kit/args.js'
import { card, fields, note } from '../../../kit/card.js'
import { defineCommand } from '../../../kit/command.js'
import type { Context } from '../../../kit/context.js'
import { acting } from '../find.js'
import { dropSteps, keepSteps, ownSteps } from '../flow/flow.repo.js'
import { type FlowStep, flows, subjects } from '../flow/flows.js'
import { readFlow, writeFlow } from '../flow/notation.js'

/** Each document with its own flow, else with those the templates ask for. */
const overview = async (ctx: Context) => {
  const lines: [string, string][] = []
  for (const subject of subjects) {
    const own = await ownSteps(ctx.db, subject)
    const usual = subject === 'goals' ? (['joint-goals'] as const) : (['ecommerce', 'generic'] as const)
    const title = ctx.t.named('approval.subject', subject)
    if (own) lines.push([title, writeFlow(ctx.t, own)])
    else
      for (const name of usual)
        lines.push([`${title} · ${ctx.t.named('approval.flow', name)}`, writeFlow(ctx.t, flows[name].steps)])
  }
  return card(ctx.t('approval.flows.title'), [fields(lines), note(ctx.t('approval.flows.note'))])
}

export const flow = defineCommand({
  name: 'flow',
  args: z.object({}),
  may: 'read',
  run: overview,
})

const record = (ctx: Context, subject: string, before: readonly FlowStep[] | null, after: string | null) =>
  ctx.record({
    action: 'approval.flow',
    subject: `approval-flow:${subject}`,
    before: { subject, steps: before && writeFlow(ctx.t, before) },
    after: { subject, steps: after },
  })

export const flowSet = defineCommand({
  name: 'flow-set',
  args: z.object({ subject: choice(subjects), steps: long(1000) }),
  may: 'process',
  async run(ctx, { subject, steps }) {
    const chosen = readFlow(ctx.t, steps)
    const before = await ownSteps(ctx.db, subject)
    const kept = { subject, chosen, byId: acting(ctx).id, at: ctx.at }
    await keepSteps(ctx.db, ctx.organisation, kept)
    await record(ctx, subject, before, writeFlow(ctx.t, chosen))
    return overview(ctx)
  },
})

export const flowReset = defineCommand({
  name: 'flow-reset',
  args: z.object({ subject: choice(subjects) }),
  may: 'process',
  async run(ctx, { subject }) {
    const before = await ownSteps(ctx.db, subject)
    if (await dropSteps(ctx.db, subject)) await record(ctx, subject, before, null)
    return overview(ctx)
  },
})
