/** People: what they may do, which positions they hold, and how a name somebody typed is told apart from others. */
import type { PlatformName } from '../../kit/address.js'
import { activeRoles, standings, takesPartWith } from '../../kit/rights.js'

/** Where people are reached. */
export const platforms = ['slack', 'dingtalk', 'playground'] as const satisfies readonly PlatformName[]

/** Positions that sign: only who holds the position may stand for it, or leads could sign for themselves. */
export const signers = [
  'marketing-manager',
  'operations-supervisor',
  'finance-head',
  'marketing-head',
  'sales-head',
  'product-head',
  'operations-head',
  'manager-in-charge',
] as const

/** Positions that own tasks: anybody who takes part may fill them. */
export const workers = [
  'planning-owner',
  'designer',
  'copywriter',
  'engineer',
  'operator',
  'service-supervisor',
  'promotion-manager',
  'specialist',
  'data-specialist',
] as const

/** Positions that templates and approval flows ask for; companies fill them with people (O33). */
export const positions = ['project-lead', ...signers, ...workers] as const

export const roles = [...standings, ...positions] as const
export type Role = (typeof roles)[number]
export const isRole = (text: string): text is Role => (roles as readonly string[]).includes(text)

/** Takes part with both hands: everybody but viewers. */
export const active: readonly Role[] = activeRoles

/** Whether somebody takes part with more than their eyes. */
export const takesPart = (person: { roles: readonly { role: string }[] }): boolean =>
  takesPartWith(person.roles.map(({ role }) => role))

/** `<@id>`, `@name`, `*name` (the handbook's masked names) or the plain name or id. */
export const bareName = (text: string): string =>
  text
    .trim()
    .replace(/^<@([^>|]+)(\|[^>]*)?>$/, '$1')
    .replace(/^[@＠*＊]/, '')
    .trim()

/** Several people in one argument, e.g. `*文案, *设计`. */
export const severalNames = (text: string): string[] =>
  text
    .split(/[,，、;；]/)
    .map(bareName)
    .filter((name) => name !== '')

/** Whether `text` names somebody as their platform does: `<@account>`. */
export const isMention = (text: string): boolean => /^\s*<@[^>]+>\s*$/.test(text)

/** Whether `text` names a group whose members its platform did not tell. */
export const isGroup = (text: string): boolean => /^\s*<!group:[^>]+>\s*$/.test(text)

/** What tells namesakes apart and may be typed; ids made by a platform are for programs. */
export const handleOf = ({ id, email }: { id: string; email: string | null }): string => email ?? id
