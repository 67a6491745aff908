/** After each change the plan lists its inputs anew. */
import type { Context } from '../../kit/context.js'
import { Overtaken } from '../../kit/errors.js'
import { type Campaign, campaignRef, keepInputs } from '../campaign/index.js'
import { inputLine } from './research.js'
import { notesOf } from './research.repo.js'

/** Records what was `done` and shows it. @throws Overtaken when somebody was faster */
export const kept = async (
  ctx: Context,
  { id }: Campaign,
  done: boolean,
  what: { action: string; before?: unknown; after?: unknown },
): Promise<void> => {
  if (!done) throw new Overtaken('research.error.changed', { campaign: campaignRef(id) })
  await keepInputs(ctx.db, id, (await notesOf(ctx.db, id)).map(inputLine).join('\n'))
  await ctx.record({ ...what, subject: `campaign:${id}`, campaign: id })
  await ctx.changed(`campaign:${id}`)
}
