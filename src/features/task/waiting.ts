/** Setting what a task waits for: refused where it could never begin, kept so that no two people close a loop together. */
import type { Context } from '../../kit/context.js'
import { UserError } from '../../kit/errors.js'
import { formatId } from '../../kit/ids.js'
import { cut, plainText } from '../../kit/text.js'
import type { Translate } from '../../kit/translate.js'
import type { Campaign } from '../campaign/index.js'
import { keep } from './change.js'
import { addLinks, holdLinks, linksOf, predecessorsOf, replaceLinks } from './link.repo.js'
import { loopWith } from './order.js'
import { type Predecessors, predecessorsIn } from './predecessors.js'
import { taskRef } from './task.js'
import { type Task, tasksOf } from './task.repo.js'

/** `-` or a word for nothing (无) empties a field. */
export const isNothing = (t: Translate, value: string): boolean =>
  ['-', '–', ...plainText(t('task.nothing')).split('|')].includes(value.trim().toLowerCase())

const none: Predecessors = { tasks: [], words: null, misspelt: [] }

/**
 * The predecessors meant by `text`.
 * @throws UserError (`field`) for what is no task of this campaign, or several.
 */
export const readPredecessors = async (
  ctx: Context,
  campaign: Campaign,
  text: string | undefined,
  field: string,
): Promise<Predecessors> => {
  if (text === undefined || isNothing(ctx.t, text)) return none
  const found = predecessorsIn(text, await tasksOf(ctx.db, campaign.id), campaign.id)
  if (!('fault' in found)) return found
  const given = cut(found.given, 60)
  if (found.fault === 'several') {
    const ids = found.tasks.slice(0, 5).map(taskRef).join(', ')
    throw new UserError('task.error.several', { name: given, ids }, { field })
  }
  const key = found.fault === 'elsewhere' ? 'task.error.elsewhere' : 'task.error.unknown'
  throw new UserError(key, { given, campaign: cut(campaign.name, 60) }, { field })
}

/**
 * From here on nobody else links tasks of this campaign until the work is kept.
 * @throws UserError (`field`) when `task` would wait for itself, directly or through others: it prints the loop (R79).
 */
const mustNotLoop = async (
  ctx: Context,
  task: Task,
  { tasks }: Predecessors,
  field: string,
): Promise<void> => {
  await holdLinks(ctx.db, task.campaignId)
  const params = { task: cut(task.name, 60) }
  if (tasks.some(({ id }) => id === task.id)) throw new UserError('task.error.itself', params, { field })
  const others = (await linksOf(ctx.db, task.campaignId)).filter(({ taskId }) => taskId !== task.id)
  const loop = loopWith(
    others,
    task.id,
    tasks.map(({ id }) => id),
  )
  if (!loop) return
  const numbers = new Map((await tasksOf(ctx.db, task.campaignId)).map(({ id, number }) => [id, number]))
  throw new UserError('task.error.loop', { ...params, loop: printed(loop, numbers) }, { field })
}

const longestLoop = 12

/** `M-001 → M-004 → M-003 → M-001`; of a long one its beginning and its end. */
const printed = (loop: readonly number[], numbers: ReadonlyMap<number, number>): string => {
  const ids = loop.map((id) => formatId('M', numbers.get(id) ?? id))
  const shown = ids.length <= longestLoop ? ids : [...ids.slice(0, 8), '…', ...ids.slice(-3)]
  return shown.join(' → ')
}

/** `M-001, M-003 · 定稿后`, as it is recorded; `null` for nothing. */
export const predecessorText = ({
  tasks,
  words,
}: {
  tasks: readonly Pick<Task, 'number'>[]
  words: string | null
}): string | null =>
  [tasks.map(({ number }) => formatId('M', number)).join(', '), words].filter(Boolean).join(' · ') || null

/** A new task: nothing waits for it yet, so no loop can close. */
export const linkNew = (ctx: Context, { id: taskId, campaignId }: Task, { tasks }: Predecessors) =>
  addLinks(
    ctx.db,
    tasks.map(({ id: predecessorId }) => ({ campaignId, taskId, predecessorId })),
  )

/** `task` waits for exactly `given` from now on. @throws UserError (`field`) when it would wait for itself. */
export const setPredecessors = async (
  ctx: Context,
  task: Task,
  given: Predecessors,
  field: string,
): Promise<Task> => {
  await mustNotLoop(ctx, task, given, field)
  const tasks = (await predecessorsOf(ctx.db, [task.id])).get(task.id) ?? []
  const before = { predecessor: predecessorText({ tasks, words: task.predecessor }) }
  const entry = { action: 'task.set', before, after: { predecessor: predecessorText(given) } }
  const now = await keep(ctx, task, { predecessor: given.words }, entry)
  await replaceLinks(
    ctx.db,
    task,
    given.tasks.map(({ id }) => id),
  )
  return now
}

/** What the card of `task` is drawn from; it says how ids were read that are written otherwise (O18). */
export const cardArgs = (task: Task, { misspelt }: Predecessors = none): Record<string, string> => ({
  task: String(task.id),
  ...(misspelt.length > 0 && { misspelt: misspelt.slice(0, 10).join(',') }),
})
