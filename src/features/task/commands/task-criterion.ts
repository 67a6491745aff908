/** `task criterion` and `task count`: what makes a task done, counted (F42). */
import { z } from 'zod'
import { long, word } from '../../../kit/args.js'
import { defineCommand } from '../../../kit/command.js'
import { UserError } from '../../../kit/errors.js'
import { cut } from '../../../kit/text.js'
import { findWork, keep } from '../change.js'
import { carried, criteriaFrom, criteriaText, readCount } from '../criterion.js'
import { criteriaOf, saveCount, saveCriteria, type TaskCriterion } from '../criterion.repo.js'
import { taskView } from '../task.views.js'
import { isNothing } from '../waiting.js'

export const taskCriterion = defineCommand({
  name: 'task-criterion',
  args: z.object({ task: word(), criteria: long(1000) }),
  may: 'work',
  async run(ctx, { task: named, criteria: typed }) {
    const { task } = await findWork(ctx, named, { command: 'task-criterion', args: { criteria: typed } })
    const before = await criteriaOf(ctx.db, task.id)
    const now = isNothing(ctx.t, typed) ? [] : carried(before, criteriaFrom(typed))
    const entry = { action: 'task.criterion', before: criteriaText(before), after: criteriaText(now) }
    await keep(ctx, task, {}, entry)
    await saveCriteria(ctx.db, task.id, now)
    return taskView(task)
  },
})

export const taskCount = defineCommand({
  name: 'task-count',
  args: z.object({ task: word(), count: word(200) }),
  may: 'work',
  async run(ctx, { task: named, count }) {
    const { task } = await findWork(ctx, named, { command: 'task-count', args: { count } })
    const criteria = await criteriaOf(ctx.db, task.id)
    const { criterion, done } = counted(criteria, count)
    const { name, need } = criterion
    const said = (of: number) => criteriaText([{ name, need, done: of }])
    await keep(ctx, task, {}, { action: 'task.count', before: said(criterion.done), after: said(done) })
    await saveCount(ctx.db, criterion, done)
    return taskView(task)
  },
})

/** `笔记=3`, `笔记 +1`, or `+1` where only one thing is counted. @throws UserError (field `count`) */
const counted = (criteria: readonly TaskCriterion[], typed: string) => {
  const [, name = '', sign = '', digits = ''] =
    /^(.*?)\s*[=:：]?\s*([+-]?)(\d[\d,.]*[十百千万萬亿億kw]*)$/iu.exec(typed.normalize('NFKC').trim()) ?? []
  const criterion =
    name === '' && criteria.length === 1 ? criteria[0] : criteria.find((one) => one.name === name)
  const number = readCount(digits)
  if (!criterion || number === null) {
    const names = criteria.map((one) => cut(one.name, 30)).join(', ') || '–'
    throw new UserError('task.error.count', { given: cut(typed, 60), names }, { field: 'count' })
  }
  const done = sign === '' ? number : criterion.done + (sign === '+' ? number : -number)
  return { criterion, done: Math.max(0, done) }
}
