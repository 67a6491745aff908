/** `new` and `new from <template>`: a campaign with everything its template brings. */
import { z } from 'zod'
import { choice, day, someone, suggested, word } from '../../../kit/args.js'
import { defineCommand } from '../../../kit/command.js'
import { campaignTypes, templateNames } from '../../template/index.js'
import { forms } from '../campaign.js'
import { create } from '../create.js'

// A name that is too long is refused in the command, with its length; this is only where reading stops.
const name = word(10_000)
const start = {
  name,
  launch: day().optional(),
  end: day().optional(),
  type: choice(campaignTypes).optional(),
}
const rest = {
  theme: word().optional(),
  audience: word().optional(),
  form: choice(forms).default('online'),
  owner: someone().optional(),
}
const first = day().optional()

export const newCampaign = defineCommand({
  name: 'new',
  args: z.object({ ...start, ...rest, template: suggested(templateNames).default('ecom-004'), first }),
  may: 'start',
  run: (ctx, args) => create(ctx, args),
})

export const newFrom = defineCommand({
  name: 'new-from',
  args: z.object({ template: suggested(templateNames), ...start, ...rest, first }),
  may: 'start',
  run: (ctx, args) => create(ctx, versionFirst(args)),
})

/** `new from ecom-004 v1 618大促 2024-06-01`: the version is no name. */
const versionFirst = <A extends { template: string; name: string; launch?: string; end?: string }>(
  args: A,
): A => {
  const { template, name, launch, end } = args
  if (!/^v\d{1,6}$/iu.test(name) || launch === undefined) return args
  return { ...args, template: `${template} ${name}`, name: launch, launch: end, end: undefined }
}
