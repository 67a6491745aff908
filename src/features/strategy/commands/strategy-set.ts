/** `strategy set`: another name for a strategy or a module, another budget for a strategy. */
import { z } from 'zod'
import { choice, word } from '../../../kit/args.js'
import { defineCommand } from '../../../kit/command.js'
import type { Context } from '../../../kit/context.js'
import { UserError } from '../../../kit/errors.js'
import { cut, plainText } from '../../../kit/text.js'
import { budgetFrom, doneCard, kept, newName } from '../change.js'
import { led, partCalled } from '../find.js'
import { keyOf, placeText, type Tree } from '../strategy.js'
import { type Module, renameModule, type Strategy, tasksWithin, updateStrategy } from '../strategy.repo.js'

export const strategySet = defineCommand({
  name: 'strategy-set',
  args: z.object({
    strategy: word(),
    field: choice(['name', 'budget']),
    value: word(),
    campaign: word().optional(),
  }),
  may: 'lead',
  async run(ctx, { strategy: text, field, value, campaign: ref }) {
    const { campaign, tree } = await led(ctx, ref, 'strategy-set', { strategy: text, field, value })
    const { strategy, module } = partCalled(ctx, campaign, tree, text, 'strategy')
    if (field === 'budget' && module)
      throw new UserError('strategy.error.moduleBudget', {}, { field: 'field' })
    const before = { strategy: placeText(strategy, module), budget: strategy.budget?.toFixed() }
    const after = await (field === 'budget'
      ? setBudget(ctx, strategy, value)
      : rename(ctx, tree, strategy, module, value))
    const tasks = field === 'name' ? await tasksWithin(ctx.db, strategy.id, module?.id) : []
    await kept(ctx, campaign, { action: 'strategy.set', before, after }, tasks)
    const title = ctx.t('strategy.done.set', { name: cut(before.strategy, 80), value: cut(value, 80) })
    return doneCard(ctx, campaign, title)
  },
})

const setBudget = async (ctx: Context, { id }: Strategy, value: string) => {
  const isNothing = plainText(ctx.t('strategy.nothing')).split('|').includes(value.toLowerCase())
  const budget = isNothing ? null : budgetFrom(value, 'value')
  await updateStrategy(ctx.db, id, { budget })
  return { budget: budget?.toFixed() ?? null }
}

/** Its own name in another spelling is no other strategy. */
const rename = async (ctx: Context, tree: Tree, strategy: Strategy, module: Module | null, value: string) => {
  const others = module
    ? strategy.modules.filter(({ id }) => id !== module.id)
    : tree.filter(({ id }) => id !== strategy.id)
  const name = newName(ctx, value, others, 'value')
  await (module
    ? renameModule(ctx.db, module.id, name)
    : updateStrategy(ctx.db, strategy.id, { name, key: keyOf(name) }))
  return { name }
}
