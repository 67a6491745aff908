/** Who hears of a measure: whoever answers for it from now on, once for all that came together. */
import type { Context } from '../../kit/context.js'
import type { Campaign } from '../campaign/index.js'

/** Numbers that one message names; what is beyond stands in the list. */
const mostNamed = 50

export const tellOwners = async (
  ctx: Context,
  { id }: Campaign,
  rows: readonly { number: number; ownerId: string | null }[],
): Promise<void> => {
  const numbers = new Map<string, number[]>()
  for (const { number, ownerId } of rows) {
    if (ownerId === null || ownerId === ctx.actor?.id) continue
    numbers.set(ownerId, [...(numbers.get(ownerId) ?? []), number])
  }
  for (const [person, theirs] of numbers) {
    const rows = theirs.slice(0, mostNamed).join(',')
    await ctx.tell(
      { person },
      { view: 'retrospective.mine', args: { campaign: String(id), rows } },
      { subjects: [`retro:${id}`], because: 'retro.measure' },
    )
  }
}
