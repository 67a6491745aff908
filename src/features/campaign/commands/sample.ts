/** `sample`: the 618 campaign of source 004 with its printed plan (004-T1), moved so that its first task starts today. */
import { z } from 'zod'
import { defineCommand } from '../../../kit/command.js'
import type { Context } from '../../../kit/context.js'
import { plainText } from '../../../kit/text.js'
import { addDays, localDate } from '../../../kit/time.js'
import type { PlanItemKey } from '../../template/index.js'
import { create } from '../create.js'

/** The first task of table 004-T2 starts so long before the launch. */
const leadDays = 31
const printed = ['goals', 'rules', 'budget', 'owners', 'risk'] as const satisfies readonly PlanItemKey[]

export const sample = defineCommand({
  name: 'sample',
  args: z.object({}),
  may: 'start',
  run(ctx) {
    const words = (key: (typeof printed)[number] | 'name' | 'audience') =>
      plainText(ctx.t(`campaign.sample.${key}`))
    return create(ctx, {
      name: words('name'),
      audience: words('audience'),
      launch: addDays(todayOf(ctx), leadDays),
      form: 'online',
      template: 'ecom-004 v1',
      plan: Object.fromEntries(printed.map((item) => [item, words(item)])),
    })
  },
})

const todayOf = (ctx: Context): string => localDate(ctx.at, ctx.actor?.zone ?? 'UTC')
