/** Who hears of what happened to a task: the people it concerns, each once, never the one who did it. */
import type { Context } from '../../kit/context.js'
import type { Campaign } from '../campaign/index.js'
import { membersIn, type Person, peopleByIds } from '../people/index.js'
import type { News } from './news.cards.js'
import type { Task } from './task.repo.js'

export interface Happening {
  what: News
  task: Task
  /** Who is spoken of, e.g. the new owner. */
  about?: string
  reason?: string | undefined
}

/** What goes as planned: good to know, but nobody has to do anything. */
const pleasant: readonly News[] = ['taken', 'moved', 'offered', 'passed']

/** Tells each of `people` in one line what happened. */
export const inform = async (
  ctx: Context,
  { what, task, about, reason }: Happening,
  people: readonly (string | null)[],
): Promise<void> => {
  const by = ctx.actor?.id ?? ''
  const args = { task: String(task.id), what, by, ...(about && { about }), ...(reason && { reason }) }
  const options = { because: `task.${what}`, ...(pleasant.includes(what) && { courtesy: true as const }) }
  const hearers = new Set(people.filter((person) => person !== null && person !== by && person !== about))
  for (const person of hearers) {
    if (person !== null) await ctx.tell({ person }, { view: 'task.news', args }, options)
  }
}

/** More of a department than these hear it from each other. */
const mostSupporters = 20

/** Its approver, and who helps: they hear when it begins, is delayed or is done (F37). */
export const followersOf = async (
  ctx: Context,
  { approverId, support }: Pick<Task, 'approverId' | 'support'>,
): Promise<(string | null)[]> => [
  approverId,
  ...(support === null ? [] : await membersIn(ctx.db, support, mostSupporters)),
]

/** Puts the card of `task` before `person`, who is to answer it: offered, or to be accepted. */
export const ask = (ctx: Context, task: Task, person: string, because: 'task.offered' | 'task.review') =>
  ctx.tell(
    { person },
    { view: 'task.card', args: { task: String(task.id) } },
    // The version makes it a new message each time somebody is asked: an edit of an old one would not be noticed.
    {
      replaces: `task:${task.id}:${because}:${task.version}`,
      subjects: [`task:${task.id}`],
      everywhere: true,
      because,
    },
  )

/** Asks `person` about all of their tasks of a campaign at once, with one message. */
export const offerAll = (ctx: Context, campaign: Pick<Campaign, 'id'>, person: string) =>
  ctx.tell(
    { person },
    { view: 'task.my', args: { person, campaign: String(campaign.id) } },
    {
      replaces: `task.my:${campaign.id}`,
      subjects: [`tasks-of:${person}`],
      everywhere: true,
      because: 'task.offered',
    },
  )

/** Who answers for `personId` in `campaign`: the general owner when that person has left. */
export const reachable = (
  people: ReadonlyMap<string, Pick<Person, 'active'>>,
  personId: string,
  campaign: Pick<Campaign, 'ownerId'>,
): string => (people.get(personId)?.active ? personId : campaign.ownerId)

/** Who has to act next: the approver on what is in review, else the owner. */
export const actsOn = (
  people: ReadonlyMap<string, Pick<Person, 'active'>>,
  { status, approverId, ownerId }: Pick<Task, 'status' | 'approverId' | 'ownerId'>,
  campaign: Pick<Campaign, 'ownerId'>,
): string => reachable(people, status === 'review' && approverId !== null ? approverId : ownerId, campaign)

export const peopleOf = async (
  db: Context['db'],
  tasks: readonly Task[],
): Promise<ReadonlyMap<string, Person>> => {
  const ids = tasks.flatMap((task) => [task.ownerId, task.proposedOwnerId, task.approverId])
  const people = await peopleByIds(
    db,
    ids.filter((id) => id !== null),
  )
  return new Map(people.map((person) => [person.id, person]))
}
