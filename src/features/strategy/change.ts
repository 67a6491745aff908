/** What is the same for every change of the strategies: names that may be given, the log, cards drawn again. */
import { actions, button, type Card, card, text } from '../../kit/card.js'
import type { Context } from '../../kit/context.js'
import { UserError } from '../../kit/errors.js'
import { cut, plainText, type Text } from '../../kit/text.js'
import { type Decimal, parseValue } from '../../kit/value.js'
import { type Campaign, campaignRef } from '../campaign/index.js'
import { canBeCalled, longestName, missingIn, named, type Place, type Tree } from './strategy.js'
import { addModules, addStrategies, holdStrategies, strategiesOf } from './strategy.repo.js'

/** A name nobody has yet among `others`. @throws UserError (`field`) */
export const newName = (
  ctx: Context,
  given: string,
  others: readonly { key: string; name: string }[],
  field: string,
): string => {
  const name = given.replace(/\s+/g, ' ').trim()
  const isNothing = plainText(ctx.t('strategy.nothing')).split('|').includes(name.toLowerCase())
  if (name === '' || isNothing || !canBeCalled(name))
    throw new UserError('strategy.error.name', { given: cut(given, 60) }, { field })
  if ([...name].length > longestName)
    throw new UserError('strategy.error.long', { max: longestName }, { field })
  const taken = named(others, name)
  if (taken) throw new UserError('strategy.error.taken', { name: cut(taken.name, 60) }, { field })
  return name
}

/** `12万`, `120000元`: more than nothing. @throws UserError (`field`) */
export const budgetFrom = (given: string, field: string): Decimal => {
  const value = parseValue(given)
  const isMoney =
    value?.kind === 'amount' && ['', '元'].includes(value.unit) && !value.compare && !value.perDay
  if (value && isMoney && value.number.gt(0)) return value.number
  throw new UserError('strategy.error.budget', { given: cut(given, 40) }, { field })
}

/** Keeps in the log what was done and has everything that shows it drawn again. */
export const kept = async (
  ctx: Context,
  { id }: Campaign,
  entry: { action: string; before?: unknown; after?: unknown },
  tasks: readonly number[] = [],
): Promise<void> => {
  const subject = `campaign:${id}`
  await ctx.record({ ...entry, subject, campaign: id })
  await ctx.changed(subject, ...tasks.map((task) => `task:${task}`))
}

/** The answer to every change, with what usually comes next. */
export const doneCard = (ctx: Context, { id }: Campaign, title: Text, strategy?: string): Card => {
  const { t } = ctx
  const campaign = campaignRef(id)
  const on = strategy === undefined ? [] : [{ strategy, campaign }]
  return card(
    title,
    [
      strategy === undefined ? null : text(t('strategy.done.next')),
      actions(
        ...on.map((args) => button(t('strategy.button.addModule'), 'module-add', args)),
        ...on.map((args) => button(t('strategy.button.addTask'), 'task-add', args)),
        button(t('strategy.button.tree'), 'wbs', { campaign }),
      ),
    ],
    'good',
  )
}

/**
 * Adds whatever of `places` is not there yet, in two statements however many there are.
 * @returns the strategies as they are then
 */
export const addMissing = async (
  ctx: Context,
  campaign: Campaign,
  places: readonly Place[],
): Promise<Tree> => {
  const { db } = ctx
  await holdStrategies(db, campaign.id)
  const before = await strategiesOf(db, campaign.id)
  const { strategies, modules } = missingIn(before, places)
  if (strategies.length > 0) await addStrategies(db, campaign.id, strategies)
  const tree = strategies.length > 0 ? await strategiesOf(db, campaign.id) : before
  if (modules.length > 0) await addModules(db, tree, modules)
  if (strategies.length + modules.length === 0) return tree
  await kept(ctx, campaign, { action: 'strategy.import', after: { strategies, modules } })
  return modules.length > 0 ? strategiesOf(db, campaign.id) : tree
}
