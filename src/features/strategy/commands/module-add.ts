/** `module add`: the parts of a strategy, one or several in their order: KOC筛选 → 内容策划 → 素材制作 (F40). */
import { z } from 'zod'
import { long, word } from '../../../kit/args.js'
import { defineCommand } from '../../../kit/command.js'
import { UserError } from '../../../kit/errors.js'
import { cut } from '../../../kit/text.js'
import { doneCard, kept, newName } from '../change.js'
import { led, listed, strategyCalled } from '../find.js'
import { keyOf } from '../strategy.js'
import { addModules } from '../strategy.repo.js'

/** Added at once. */
const most = 50

export const moduleAdd = defineCommand({
  name: 'module-add',
  args: z.object({ name: long(), strategy: word().optional(), campaign: word().optional() }),
  may: 'lead',
  async run(ctx, { name: given, strategy: of, campaign: ref }) {
    const again = { name: given, ...(of !== undefined && { strategy: of }) }
    const { campaign, tree } = await led(ctx, ref, 'module-add', again)
    const [only, other] = tree
    if (of === undefined && (!only || other))
      throw new UserError(
        'strategy.error.which',
        { names: listed(tree) },
        { field: 'strategy', missing: true },
      )
    const strategy =
      of === undefined && only ? only : strategyCalled(ctx, campaign, tree, of ?? '', 'strategy')
    const typed = given.split(/→|->|⟶|\n/u).filter((part) => part.trim() !== '')
    if (typed.length > most) throw new UserError('strategy.error.many', { max: most }, { field: 'name' })
    const taken = [...strategy.modules.map(({ key, name }) => ({ key, name }))]
    const names = typed.map((part) => {
      const name = newName(ctx, part, taken, 'name')
      taken.push({ key: keyOf(name), name })
      return name
    })
    const places = names.map((module) => ({ strategy: strategy.name, module }))
    await addModules(ctx.db, tree, places)
    await kept(ctx, campaign, {
      action: 'strategy.module',
      after: { strategy: strategy.name, modules: names },
    })
    const params = { strategy: cut(strategy.name, 60), names: cut(names.join(' → '), 200) }
    return doneCard(ctx, campaign, ctx.t('strategy.done.modules', params), strategy.name)
  },
})
