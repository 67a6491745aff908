/** Who stands for which position in a campaign: the template asks for some, any may be named later (O33). */
import type { Context } from '../../kit/context.js'
import { UserError } from '../../kit/errors.js'
import { cut } from '../../kit/text.js'
import { holders, holdPerson, type Person, signers, takesPart, workers } from '../people/index.js'
import { rolesOf, type Template } from '../template/index.js'

/** Positions that can be filled per campaign; the project lead is its general owner. */
export const positions = [...workers, ...signers] as const
export type Position = (typeof positions)[number]

/** @throws UserError (field `person`) when they may only read, or do not hold the position that signs. */
export const mustSuit = (ctx: Pick<Context, 't'>, person: Person, position: Position): void => {
  const name = cut(person.name, 60)
  if (!takesPart(person)) throw new UserError('campaign.error.reads', { name }, { field: 'person' })
  const signs = (signers as readonly string[]).includes(position)
  if (!signs || person.roles.some(({ role }) => role === position)) return
  const role = ctx.t.named('people.role', position)
  throw new UserError('campaign.error.notHolder', { name, role, position }, { field: 'person' })
}

/**
 * One person for each position of the template: its only holder, else the general owner.
 * @returns also the positions for which the general owner merely stands in.
 */
export const cast = async (ctx: Pick<Context, 'db'>, template: Template, owner: Person) => {
  const roles: { role: string; personId: string }[] = []
  const standIns: string[] = []
  for (const role of rolesOf(template)) {
    const [one, other] = role === 'project-lead' ? [owner] : (await holders(ctx.db, role)).filter(takesPart)
    const sole = one && !other ? await holdPerson(ctx.db, one.id) : null
    if (!sole) standIns.push(role)
    roles.push({ role, personId: (sole ?? owner).id })
  }
  return { roles, standIns }
}
