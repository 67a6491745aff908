/** Two people turn out to be one: everything the other had goes on with the survivor, in one transaction. */
import type { Context } from '../../kit/context.js'
import { Overtaken } from '../../kit/errors.js'
import { merge } from './link.repo.js'
import { lockPerson, type Person, setActive, updatePerson } from './people.repo.js'

/**
 * Makes `other` the same person as `survivor`; their row stays, inactive, for the log.
 * @throws Overtaken when one of them is not here any more: linked, or gone, at the same moment.
 */
export const link = async (ctx: Context, survivorId: string, otherId: string): Promise<Person> => {
  const people = await lockBoth(ctx, survivorId, otherId)
  const [before, other] = people
  await merge(ctx.db, before.id, other.id)
  await setActive(ctx.db, other.id, false)
  // What only the other was known by is not lost.
  if (before.email === null && other.email !== null)
    await updatePerson(ctx.db, before.id, { email: other.email })
  const survivor = (await lockPerson(ctx.db, before.id)) ?? before
  await record(ctx, before, survivor, other)
  await ctx.handOver(other.id, survivor)
  await ctx.emit('person.linked', { survivor, other: { ...other, active: false } })
  const view = { view: 'people.linked', args: { person: survivor.id } }
  await ctx.tell({ person: survivor.id }, view, { everywhere: true, because: 'person.link' })
  return survivor
}

/** Always in the same order: two links of the same people wait for one another instead of for each other. */
const lockBoth = async (ctx: Context, survivorId: string, otherId: string): Promise<[Person, Person]> => {
  for (const id of [survivorId, otherId].sort()) await lockPerson(ctx.db, id)
  const [survivor, other] = [await lockPerson(ctx.db, survivorId), await lockPerson(ctx.db, otherId)]
  if (!survivor?.active || !other?.active) throw new Overtaken('people.error.linkGone')
  return [survivor, other]
}

const rolesOf = ({ roles }: Person): string[] => roles.map(({ role }) => role)

const record = (ctx: Context, before: Person, now: Person, other: Person): Promise<void> =>
  ctx.record({
    action: 'person.link',
    subject: `person:${now.id}`,
    before: { roles: rolesOf(before) },
    after: { otherId: other.id, roles: rolesOf(now) },
  })
