/** Who owns the task of a line, and who accepts its result. */
import type { Context } from '../../../kit/context.js'
import { cut } from '../../../kit/text.js'
import { type Person, peopleByIds } from '../../people/index.js'
import type { Task, TaskRow } from '../../task/index.js'
import type { Cells } from './cells.js'
import type { Meant } from './people.js'
import type { Words } from './words.js'

export interface Owning {
  words: Words
  person(text: string): Promise<Meant>
  /** Whoever owns a task now, by its number. */
  owners: ReadonlyMap<number, Person>
}

export const ownersOf = async (
  ctx: Context,
  tasks: readonly Task[],
): Promise<ReadonlyMap<number, Person>> => {
  const ids = tasks.map(({ ownerId }) => ownerId)
  const people = new Map((await peopleByIds(ctx.db, ids)).map((person) => [person.id, person]))
  return new Map(
    tasks.flatMap(({ number, ownerId }) => {
      const person = people.get(ownerId)
      return person ? [[number, person] as const] : []
    }),
  )
}

/** Whoever owns the task already is meant by their name, though others have it or they have left. */
export const ownerOf = async (
  reading: Owning,
  cells: Cells,
  number: number | undefined,
): Promise<string | null> => {
  const owner = reading.owners.get(number ?? 0)
  if (owner && owner.name === cells.of('owner')) return owner.id
  const { personId, finding } = await reading.person(cells.of('owner'))
  if (finding) cells.note(finding.kind, 'owner', finding.params)
  return personId
}

/** Who has to accept the result, if anybody is named. */
export const approverOf = async (
  { person, words }: Owning,
  cells: Cells,
): Promise<Pick<TaskRow, 'approverId'>> => {
  const text = cells.of('approver')
  if (text === '') return {}
  if (words.isNothing(text)) return { approverId: null }
  const { personId, finding } = await person(text)
  if (finding?.kind === 'role') cells.note('role', 'approver', finding.params)
  else if (finding) cells.note('approverUnknown', 'approver', { given: cut(text, 40) })
  return finding && finding.kind !== 'role' ? {} : { approverId: personId }
}
