/** `request …` (提请审批): budgets, prototypes, print orders, resources, changes, replacements, reports (A2, A4, A8 to A10, A14 to A16). */
import { z } from 'zod'
import { day, long, someone, word } from '../../../kit/args.js'
import { actions, button, card, text } from '../../../kit/card.js'
import { type Command, defineCommand } from '../../../kit/command.js'
import { requestKinds } from '../flow/requests.js'
import { type Given, request, type Way } from '../request/request.js'
import { ways } from '../request/ways.js'

const title = word(200)
const link = word(1000)
const campaign = word().optional()

const asking = (way: Way, args: z.ZodObject): Command =>
  defineCommand({
    name: `request-${way.kind}`,
    args,
    may: 'work',
    run: (ctx, given) => request(ctx, way, given as Given),
  })

const overview = defineCommand({
  name: 'request',
  args: z.object({}),
  may: 'work',
  run: async ({ t }) =>
    card(t('approval.request.title'), [
      text(t('approval.request.text')),
      actions(...requestKinds.map((kind) => button(t.named('approval.subject', kind), `request-${kind}`))),
    ]),
})

export const requests: readonly Command[] = [
  overview,
  asking(ways.budget, z.object({ lines: long().optional(), explanation: long().optional(), campaign })),
  asking(ways.goalBudget, z.object({ title, amount: word(40), explanation: long().optional(), campaign })),
  asking(
    ways.prototype,
    z.object({ title, link: link.optional(), explanation: long().optional(), campaign }),
  ),
  asking(
    ways.print,
    z.object({
      ...{ title, signer: someone(), quantity: word(100), delivery: word(200) },
      ...{ link: link.optional(), campaign },
    }),
  ),
  asking(
    ways.resources,
    z.object({
      ...{ tech: someone(), supply: someone(), logistics: someone() },
      ...{ explanation: long().optional(), campaign },
    }),
  ),
  asking(
    ways.change,
    z.object({
      ...{ title, explanation: long(), amount: word(40).optional() },
      ...{ phase: word(200).optional(), until: day().optional(), campaign },
    }),
  ),
  asking(ways.replacement, z.object({ title, by: word(500), explanation: long(), campaign })),
  asking(ways.report, z.object({ explanation: long(), campaign })),
]
