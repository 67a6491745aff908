/** `programme`: the campaigns of one programme, or all programmes there are. */
import { z } from 'zod'
import { word } from '../../../kit/args.js'
import { defineCommand } from '../../../kit/command.js'
import { campaignsIn } from '../../campaign/index.js'
import { findProgramme } from '../find.js'
import { programmesCard } from '../programme.cards.js'
import { programmesOf } from '../programme.repo.js'
import { programmeView } from '../programme.views.js'

/** Lines a card shows. */
const most = 20

export const programme = defineCommand({
  name: 'programme',
  args: z.object({ programme: word().optional() }),
  may: 'read',
  async run(ctx, { programme: typed }) {
    if (typed === undefined) return programmesCard(await programmesOf(ctx.db, most))(ctx.t)
    const found = await findProgramme(ctx, typed)
    return programmeView(found, (await campaignsIn(ctx.db, found.id, most)).campaigns)
  },
})
