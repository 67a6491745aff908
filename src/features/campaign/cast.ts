/** Who stands for which position in a campaign: the template asks for some, any may be named later (O33). */
import type { Context } from '../../kit/context.js'
import { UserError } from '../../kit/errors.js'
import { cut } from '../../kit/text.js'
import { active, holders, type Person, type Role } from '../people/index.js'
import { rolesOf, type Template } from '../template/index.js'

/** Positions that own tasks: anybody who takes part may fill them. */
const workers = [
  'planning-owner',
  'designer',
  'copywriter',
  'engineer',
  'operator',
  'service-supervisor',
  'promotion-manager',
  'specialist',
  'data-specialist',
] as const satisfies readonly Role[]

/** Positions that sign: only who holds the position may stand for it, or leads could sign for themselves. */
const signers = [
  'marketing-manager',
  'operations-supervisor',
  'finance-head',
  'marketing-head',
  'sales-head',
  'product-head',
  'operations-head',
  'manager-in-charge',
] as const satisfies readonly Role[]

/** Positions that can be filled per campaign; the project lead is its general owner. */
export const positions = [...workers, ...signers] as const
export type Position = (typeof positions)[number]

/** Whether somebody takes part with more than their eyes. */
export const takesPart = (person: Pick<Person, 'roles'>): boolean =>
  person.roles.some(({ role }) => (active as readonly string[]).includes(role))

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
    const sole = one && !other ? one : null
    if (!sole) standIns.push(role)
    roles.push({ role, personId: (sole ?? owner).id })
  }
  return { roles, standIns }
}
