/** `task assign`: the new owner is asked, the old one stays responsible until they accept (F47). */
import { z } from 'zod'
import { someone, word } from '../../../kit/args.js'
import { card, text } from '../../../kit/card.js'
import { defineCommand } from '../../../kit/command.js'
import type { Context } from '../../../kit/context.js'
import { UserError } from '../../../kit/errors.js'
import { holds } from '../../../kit/rights.js'
import { cut } from '../../../kit/text.js'
import { mustBeOpen } from '../../campaign/index.js'
import { findPerson, type Person, takesPart } from '../../people/index.js'
import { acting, change, denied } from '../change.js'
import { type Found, findTask } from '../find.js'
import { ask, inform } from '../inform.js'
import { isOpen } from '../task.js'

export const taskAssign = defineCommand({
  name: 'task-assign',
  args: z.object({ task: word(), person: someone() }),
  may: 'assign',
  async run(ctx, args) {
    const found = await findTask(ctx, args.task, { command: 'task-assign', args: { person: args.person } })
    mustAssign(ctx, found)
    const person = await findOwner(ctx, args.person, 'person')
    refuseSame(found, person)
    return person.id === acting(ctx).id ? takeOver(ctx, found) : propose(ctx, found, person)
  },
})

/** A person who may own tasks. @throws UserError for nobody, several (R47) or somebody who only reads along. */
export const findOwner = async (ctx: Context, name: string, field: string): Promise<Person> => {
  const person = await findPerson(ctx, name, field)
  if (!takesPart(person)) throw new UserError('task.error.viewer', { name: person.name }, { field })
  return person
}

const mustAssign = (ctx: Context, { task, campaign }: Found): void => {
  mustBeOpen(ctx, campaign)
  const actor = acting(ctx)
  if (actor.id !== task.ownerId && !holds(actor.roles, 'assign', { owner: actor.id === campaign.ownerId }))
    throw denied(ctx, task, 'task.error.notYours')
  const params = { task: cut(task.name, 60), status: ctx.t.named('task.status', task.status) }
  if (!isOpen(task)) throw new UserError('task.error.over', params)
}

const refuseSame = ({ task }: Found, person: Person): void => {
  const params = { task: cut(task.name, 60), name: person.name }
  if (task.ownerId === person.id) throw new UserError('task.error.alreadyOwner', params, { field: 'person' })
  if (task.proposedOwnerId === person.id)
    throw new UserError('task.error.alreadyAsked', params, { field: 'person' })
}

/** Who leads and takes a task on need not ask themselves. */
const takeOver = async (ctx: Context, { task, campaign }: Found) => {
  const actor = acting(ctx)
  const now = await change(
    ctx,
    task,
    { ownerId: actor.id, proposedOwnerId: null, accepted: true },
    'task.take',
  )
  await inform(ctx, { what: 'taken', task: now }, [task.ownerId, task.proposedOwnerId, campaign.ownerId])
  return card(ctx.t('task.answer.taken', { task: cut(task.name, 60), due: task.dueOn }), [], 'good')
}

const propose = async (ctx: Context, { task, campaign }: Found, person: Person) => {
  const now = await change(ctx, task, { proposedOwnerId: person.id }, 'task.assign')
  await ask(ctx, now, person.id, 'task.offered')
  await inform(ctx, { what: 'offered', task: now, about: person.id }, [task.ownerId, campaign.ownerId])
  const params = { name: person.name, task: cut(task.name, 60) }
  return card(
    ctx.t('task.answer.offered.title', params),
    [text(ctx.t('task.answer.offered.text', params))],
    'good',
  )
}
