/** `role grant` and `role revoke`: who may do what, and who holds which position. */
import { z } from 'zod'
import { choice, someone } from '../../../kit/args.js'
import { card } from '../../../kit/card.js'
import { defineCommand } from '../../../kit/command.js'
import { UserError } from '../../../kit/errors.js'
import { findPerson } from '../find.js'
import { roles } from '../people.js'
import { grantRole, holders, revokeRole } from '../people.repo.js'

const args = z.object({ person: someone(), role: choice(roles) })

export const roleGrant = defineCommand({
  name: 'role-grant',
  args,
  may: 'people',
  async run(ctx, { person: name, role }) {
    const person = await findPerson(ctx, name, 'person')
    await grantRole(ctx.db, person.id, role)
    await ctx.record({ action: 'role.grant', subject: `person:${person.id}`, after: { role } })
    return card(
      ctx.t('people.role-granted', { name: person.name, role: ctx.t.named('people.role', role) }),
      [],
      'good',
    )
  },
})

export const roleRevoke = defineCommand({
  name: 'role-revoke',
  args,
  may: 'people',
  async run(ctx, { person: name, role }) {
    const person = await findPerson(ctx, name, 'person')
    // An installation without an admin could never be put right again from chat.
    if (role === 'admin' && (await holders(ctx.db, 'admin')).length === 1)
      throw new UserError('people.error.lastAdmin')
    await revokeRole(ctx.db, person.id, role)
    await ctx.record({ action: 'role.revoke', subject: `person:${person.id}`, before: { role } })
    return card(
      ctx.t('people.role-revoked', { name: person.name, role: ctx.t.named('people.role', role) }),
      [],
      'good',
    )
  },
})
