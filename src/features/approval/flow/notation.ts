/**
 * Flows as people write them, the way the chain is shown: `市场部经理 → 运营部主管 + 财务部负责人 → A / B / C (2/3)`. A `!` gives a
 * veto, brackets hold conditions: `财务部负责人 [≥50万, 新品, 直播]`; `征求意见: A + B` asks for comments.
 */

import { UserError } from '../../../kit/errors.js'
import { unspaced } from '../../../kit/fold.js'
import { cut } from '../../../kit/text.js'
import { languages, type Translate } from '../../../kit/translate.js'
import { Decimal, formatValue, parseValue } from '../../../kit/value.js'
import { signers } from '../../people/index.js'
import { campaignTypes } from '../../template/index.js'
import type { Condition } from './condition.js'
import { type FlowRole, type FlowStep, type Kind, kinds, type Way } from './flows.js'

/** From a word in any language to what it means. */
const meanings = <V extends string>(t: Translate, group: string, values: readonly V[]): Map<string, V> =>
  new Map(
    values.flatMap((value) => [
      [unspaced(value), value] as const,
      ...languages.map((language) => [unspaced(t.in(language).named(group, value)), value] as const),
    ]),
  )

const wrong = (
  given: string,
  what: 'role' | 'step' | 'quorum' | 'empty' | 'condition' | 'twice',
): UserError => new UserError(`approval.error.flow.${what}`, { given: cut(given, 60) }, { field: 'steps' })

const arrows = /\s*(?:→|->|=>|⇒|›|＞|>(?!=))\s*/
const most = { steps: 12, signers: 12 }

/** The steps that `text` says. @throws UserError (field `steps`) that names what cannot be read */
export const readFlow = (t: Translate, text: string): FlowStep[] => {
  const roles = meanings<FlowRole>(t, 'people.role', signers)
  for (const language of languages)
    roles.set(unspaced(t.in(language).named('approval.role', 'author')), 'author')
  const words = { roles, kinds: meanings<Kind>(t, 'approval.kind', kinds.slice(1, 4)), types: typesOf(t) }
  // A comparison in brackets is no arrow.
  const shielded = text.replace(/\[[^\]]*\]/g, (part) => part.replace(/>/g, '\u0001'))
  const parts = shielded.split(arrows).map((part) => part.replaceAll('\u0001', '>').trim())
  if (parts.length > most.steps || parts.some((part) => part === '')) throw wrong(text, 'empty')
  const steps = parts.map((part) => stepIn(part, words))
  const asked = steps.flatMap(({ kind = 'sign', roles: all }) => all.map((role) => `${kind} ${role}`))
  if (new Set(asked).size < asked.length) throw wrong(text, 'twice')
  return steps
}

const typesOf = (t: Translate) => meanings(t, 'campaign.type', campaignTypes)
interface Words {
  roles: ReadonlyMap<string, FlowRole>
  kinds: ReadonlyMap<string, Kind>
  types: ReturnType<typeof typesOf>
}

const stepIn = (part: string, words: Words): FlowStep => {
  const [, head = '', conditions] = /^([^[]*)(?:\[([^\]]*)\])?$/s.exec(part) ?? []
  if (head.trim() === '') throw wrong(part, 'step')
  const [, named, rest] = /^([^:：]+)[:：](.*)$/s.exec(head) ?? []
  const kind = words.kinds.get(unspaced(named ?? head))
  if (named !== undefined && !kind) throw wrong(named, 'step')
  const when = conditions === undefined ? {} : { when: conditionIn(conditions, words) }
  if (kind === 'revise') return { kind, roles: ['author'], ...when }
  return { ...(kind && { kind }), ...signersIn(kind ? (rest ?? '') : head, words), ...when }
}

/** `A + B`, `A / B`, `A / B / C (2/3)`; a quorum needs to be reachable. */
const signersIn = (text: string, { roles }: Words): Pick<FlowStep, 'roles' | 'way' | 'veto'> => {
  const [, listed = '', quorum] =
    /^(.*?)(?:\(\s*(\d{1,2})(?:\s*\/\s*\d{1,2})?\s*\))?\s*$/s.exec(text.normalize('NFKC')) ?? []
  const any = listed.includes('/')
  if (any && listed.includes('+')) throw wrong(text, 'step')
  const names = listed.split(any ? '/' : '+').map((name) => name.trim())
  if (names.length > most.signers) throw wrong(text, 'step')
  const found = names.map((name) => ({ role: roleIn(name, roles), veto: name.endsWith('!') }))
  const way = wayOf(text, any, quorum, names.length)
  const veto = found.filter((one) => one.veto).map(({ role }) => role)
  return { roles: found.map(({ role }) => role), ...(way && { way }), ...(veto.length > 0 && { veto }) }
}

const wayOf = (text: string, any: boolean, quorum: string | undefined, count: number): Way | undefined => {
  if (quorum === undefined) return any ? 'any' : undefined
  const needed = Number(quorum)
  if (!any || needed < 1 || needed > count) throw wrong(text, 'quorum')
  return { quorum: needed }
}

const roleIn = (name: string, roles: ReadonlyMap<string, FlowRole>): FlowRole => {
  const role = roles.get(unspaced(name.replace(/!$/, '')))
  if (!role) throw wrong(name, 'role')
  return role
}

/** Amounts with ≥ or <, kinds of campaigns; other words are looked for in the document. */
const conditionIn = (text: string, { types }: Words): Condition => {
  const condition: { amountFrom?: number; amountBelow?: number; types: CampaignWord[]; channels: string[] } =
    {
      types: [],
      channels: [],
    }
  for (const part of text.split(/[,，、;；]/).map((one) => one.trim())) {
    if (part === '') throw wrong(text, 'condition')
    const type = types.get(unspaced(part))
    const value = /^[<≥>≤]/.test(part.normalize('NFKC')) ? parseValue(part) : null
    if (value?.kind === 'amount' && value.compare === '≥') condition.amountFrom = value.number.toNumber()
    else if (value?.kind === 'amount' && value.compare === '<')
      condition.amountBelow = value.number.toNumber()
    else if (value || /^[<≥>≤]/.test(part)) throw wrong(part, 'condition')
    else if (type) condition.types.push(type)
    else condition.channels.push(part)
  }
  const { types: kindsOf, channels, ...amounts } = condition
  return {
    ...amounts,
    ...(kindsOf.length > 0 && { types: kindsOf }),
    ...(channels.length > 0 && { channels }),
  }
}
type CampaignWord = (typeof campaignTypes)[number]

/** A flow as `readFlow` reads it. */
export const writeFlow = (t: Translate, steps: readonly FlowStep[]): string =>
  steps.map((step) => writeStep(t, step)).join(' → ')

const writeStep = (
  t: Translate,
  { kind = 'sign', roles, way = 'all', veto = [], when }: FlowStep,
): string => {
  const conditions = when ? ` [${writeCondition(t, when)}]` : ''
  if (kind === 'revise') return `${t.named('approval.kind', kind)}${conditions}`
  const names = roles.map((role) => {
    const name = role === 'author' ? t.named('approval.role', role) : t.named('people.role', role)
    return veto.includes(role) ? `${name}!` : name
  })
  const quorum = typeof way === 'object' ? ` (${way.quorum}/${roles.length})` : ''
  const listed = `${names.join(way === 'all' ? ' + ' : ' / ')}${quorum}`
  return `${kind === 'sign' ? '' : `${t.named('approval.kind', kind)}: `}${listed}${conditions}`
}

const yuan = (amount: number): string =>
  formatValue({ number: new Decimal(amount), unit: '元', kind: 'amount' })

const writeCondition = (
  t: Translate,
  { amountFrom, amountBelow, types = [], channels = [] }: Condition,
): string =>
  [
    ...(amountFrom === undefined ? [] : [`≥${yuan(amountFrom)}`]),
    ...(amountBelow === undefined ? [] : [`<${yuan(amountBelow)}`]),
    ...types.map((type) => t.named('campaign.type', type)),
    ...channels,
  ].join(', ')
