/** Who may do what: the one table of rights (F124, process 5.1). What does not stand here is nobody's right; pure. */
import type { Translate } from './translate.js'

/** What somebody may be in the house; positions that templates and flows ask for are no rights. */
export const standings = [
  'admin',
  'process-owner',
  'planner',
  'finance',
  'group-leader',
  'member',
  'viewer',
  'guest',
] as const
export type Standing = (typeof standings)[number]

/** What somebody may be to the one thing in question: its general owner, whoever it belongs to, its signer. */
export type Relation = 'owner' | 'own' | 'signer'
const relations: readonly string[] = ['owner', 'own', 'signer'] satisfies Relation[]

type Row = readonly (Standing | Relation)[]

const active = ['process-owner', 'planner', 'finance', 'group-leader', 'member'] as const
const readers = [...active, 'viewer'] as const

/** Administrators hold every right but those of a relation: nobody signs for somebody else. */
const table = {
  /** What concerns the person alone, and help. */
  ask: [...readers, 'guest'],
  read: readers,
  comment: active,
  /** On what is one's own. */
  work: active,
  report: active,
  add: active,
  /** Begin a campaign of one's own. */
  start: active,
  /** Give work to others, and see to the work of one's group. */
  assign: ['planner', 'group-leader', 'owner'],
  lead: ['planner', 'owner'],
  submit: ['planner', 'owner'],
  decide: ['signer'],
  goals: ['planner', 'owner'],
  limits: ['planner', 'finance', 'owner'],
  budget: ['finance', 'owner'],
  programme: ['planner'],
  calendar: ['process-owner', 'planner'],
  templates: ['process-owner', 'planner', 'own'],
  /** Flows of approval and the rhythm of the organisation. */
  process: ['process-owner'],
  inspect: ['process-owner', 'planner'],
  people: [],
  verify: [],
} as const satisfies Readonly<Record<string, Row>>

export type Right = keyof typeof table
export const rights = Object.keys(table) as Right[]

const rowOf = (right: Right): Row | undefined => (Object.hasOwn(table, right) ? table[right] : undefined)

/** Whoever takes part with more than their eyes. */
export const activeRoles: readonly Standing[] = ['admin', ...active]

type Roles = readonly string[]

export const takesPartWith = (roles: Roles): boolean =>
  roles.some((role) => (activeRoles as Roles).includes(role))

/** Whether somebody named as signer may sign: who only reads may not, also when a position is theirs. */
export const signsWith = (roles: Roles): boolean =>
  takesPartWith(roles) || (roles.length > 0 && !roles.includes('viewer') && !roles.includes('guest'))

/** A position alone lets somebody read; with nothing, or as a guest of the platform, one is a guest. */
const standingsOf = (roles: Roles): Roles => {
  const held = roles.filter((role) => (standings as Roles).includes(role))
  if (held.length > 0) return held
  return roles.length > 0 ? ['viewer'] : ['guest']
}

/** What somebody is to the thing in question. */
export type Being = Partial<Readonly<Record<Relation, boolean>>>

/** Whether somebody holds the right: by a role, or by what they are to the thing in question. */
export const holds = (roles: Roles, right: Right, being: Being = {}): boolean => {
  const row = rowOf(right)
  if (!row) return false
  const held = standingsOf(roles)
  // Nobody is an administrator of signatures.
  if (held.includes('admin') && !(row.length === 1 && row[0] === 'signer')) return true
  return row.some((one) => held.includes(one) || being[one as Relation] === true)
}

/**
 * Whether the right can be somebody's at all, by a role or for some thing; which thing it is, is a rule of the feature.
 * Everybody who reads gets as far as the rule about signers: it refuses in its own words and records (F25).
 */
export const opens = (roles: Roles, right: Right): boolean => {
  if (holds(roles, right)) return true
  const row = rowOf(right) ?? []
  if (row.includes('signer')) return holds(roles, 'read')
  return takesPartWith(roles) && row.some((one) => one === 'owner' || one === 'own')
}

/** The least that is missing for the right; only administrators hold what stands in nobody's row. */
export const missingFor = (right: Right): Row => {
  const row = rowOf(right) ?? []
  const least = (['guest', 'viewer', 'member'] as const).find((role) => (row as Roles).includes(role))
  if (least) return [least]
  return row.length === 0 ? ['admin'] : row
}

/** `finance or general owner` */
export const missingWords = (t: Translate, right: Right): string =>
  new Intl.ListFormat(t.language, { type: 'disjunction' }).format(
    missingFor(right).map((one) => t.named(relations.includes(one) ? 'people.relation' : 'people.role', one)),
  )

export const rightWord = (t: Translate, right: Right): string => t.named('people.right', right)

/** The words of every refusal by right. */
export const refusalOf = (t: Translate, right: Right): { right: string; roles: string } => ({
  right: rightWord(t, right),
  roles: missingWords(t, right),
})
