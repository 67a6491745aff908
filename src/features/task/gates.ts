/** What the stages and the card of a campaign ask of its tasks. */
import type { Reading } from '../../kit/context.js'
import type { Fact, Unmet } from '../../kit/feature.js'
import { cut } from '../../kit/text.js'
import { localDate } from '../../kit/time.js'
import { campaignById, campaignRef } from '../campaign/index.js'
import { templateNamed } from '../template/index.js'
import { peopleOf } from './inform.js'
import { counts, isOpen } from './task.js'
import { type Task, tasksOf } from './task.repo.js'

/** Leaving S4: there are tasks, each with an owner who is still here and, where the document has that column, a deliverable. */
export const brokenDown = async ({ db }: Reading, id: number): Promise<Unmet[]> => {
  const campaign = await campaignById(db, id)
  const tasks = (await tasksOf(db, id)).filter(({ status }) => status !== 'cancelled')
  if (!campaign || tasks.length === 0) return [{ key: 'task.gate.none' }]
  const people = await peopleOf(db, tasks)
  const asksDeliverable = templateNamed(campaign.template).tasks.some(({ words }) =>
    words.includes('deliverable'),
  )
  return [
    ...unmet(
      'task.gate.owner',
      tasks.filter(({ ownerId }) => !people.get(ownerId)?.active),
    ),
    ...unmet('task.gate.deliverable', asksDeliverable ? tasks.filter(({ deliverable }) => !deliverable) : []),
  ]
}

/** Leaving S5: whatever starts before launch is done. */
export const prepared = async ({ db }: Reading, id: number): Promise<Unmet[]> => {
  const campaign = await campaignById(db, id)
  if (!campaign) return []
  const tasks = await tasksOf(db, id)
  return unmet(
    'task.gate.open',
    tasks.filter((task) => isOpen(task) && task.startOn < campaign.launchOn),
  )
}

const unmet = (
  key: 'task.gate.owner' | 'task.gate.deliverable' | 'task.gate.open',
  tasks: readonly Task[],
): Unmet[] => {
  if (tasks.length === 0) return []
  const names = tasks.slice(0, 5).map(({ name }) => cut(name, 40))
  return [{ key, params: { count: tasks.length, names: names.join(', ') + (tasks.length > 5 ? ' …' : '') } }]
}

/** `5 tasks, 40 % done, 1 overdue` with the way to the list. */
export const facts = async ({ db, at }: Reading, id: number): Promise<Fact[]> => {
  const campaign = await campaignById(db, id)
  if (!campaign) return []
  const { total, percent, late } = counts(await tasksOf(db, id), localDate(at, campaign.zone))
  if (total === 0) return []
  const open = { label: 'task.open.list', command: 'tasks', args: { campaign: campaignRef(id) } } as const
  return [
    { key: 'task.fact', params: { total, percent, late }, ...(late > 0 && { tone: 'bad' as const }), open },
  ]
}
