/** From people to positions: a template names nobody. */
import type { Campaign } from '../campaign/index.js'
import { isRole, type Person, type Role, signers, workers } from '../people/index.js'

const positions: readonly string[] = [...workers, ...signers]

/**
 * The position in which somebody has a task: the one of the template while it is still theirs, else the one they fill in
 * the campaign, else one they hold in the company; who holds none works for the project lead.
 */
export const roleOf = (
  { roles, ownerId }: Pick<Campaign, 'roles' | 'ownerId'>,
  person: Pick<Person, 'roles'> | undefined,
  id: string,
  was?: string,
): Role => {
  const holder = (role: string) => roles.find((one) => one.role === role)?.personId ?? ownerId
  if (was !== undefined && isRole(was) && holder(was) === id) return was
  if (id === ownerId) return 'project-lead'
  const filled = roles.find(({ personId }) => personId === id)?.role
  const held = positions.find((role) => person?.roles.some((one) => one.role === role))
  const found = filled ?? held ?? 'project-lead'
  return isRole(found) ? found : 'project-lead'
}
