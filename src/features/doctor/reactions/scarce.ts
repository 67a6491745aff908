/** A platform's messages of the month run short: administrators hear it, once for each warning. */
import { defineReaction } from '../../../kit/event.js'
import { localDate } from '../../../kit/time.js'
import { holders } from '../../people/index.js'

export const scarce = defineReaction({
  to: 'messages.scarce',
  async run(ctx, { platform, kind, percent, used, quota }) {
    const month = localDate(ctx.at, ctx.defaults.zone).slice(0, 7)
    const args = { kind, percent: String(percent), used: String(used), quota: String(quota) }
    const replaces = `scarce:${platform}:${kind}:${percent}:${month}`
    for (const { id } of await holders(ctx.db, 'admin')) {
      await ctx.tell(
        { person: id },
        { view: 'doctor.scarce', args },
        { replaces, because: 'messages.scarce' },
      )
    }
  },
})
