/** How rights look: the table for one person, and why a command is not theirs. */
import { actions, button, type Card, card, list, text } from '../../kit/card.js'
import { missingWords, type Right, rights, rightWord } from '../../kit/rights.js'
import { cut, join } from '../../kit/text.js'
import type { Translate } from '../../kit/translate.js'
import { type Verdict, verdictOn } from './rights.js'

/** All rights with what is missing for them. */
export const rightsCard =
  ({ roles }: { roles: readonly string[] }) =>
  (t: Translate): Card => {
    const named = roles.map((role) => t.named('people.role', role)).join(', ')
    return card(t('help.rights.title'), [
      text(t('help.rights.roles', { count: roles.length, roles: named })),
      list(rights.map((right) => ({ text: join([[{ bold: rightWord(t, right) }], line(t, roles, right)]) }))),
    ])
  }

const line = (t: Translate, roles: readonly string[], right: Right) =>
  t(`help.rights.${verdictOn(roles, right, null)}`, { roles: missingWords(t, right) })

export interface WhyState {
  /** Somebody else than whoever asks. */
  name: string | null
  /** As it is called. */
  command: string
  right: Right
  verdict: Verdict
  campaign: { ref: string; name: string } | null
  /** Those who could do it, and those who could grant it. */
  could: readonly string[]
  grant: readonly string[]
}

const mostNames = 5

export const whyCard =
  ({ name, command, right, verdict, campaign, could, grant }: WhyState) =>
  (t: Translate): Card => {
    const whose = { other: name === null ? 'no' : 'yes', name: name ?? '' }
    const where = campaign ? { where: 'yes', campaign: campaign.ref, title: cut(campaign.name, 60) } : noWhere
    const words = { ...whose, ...where, right: rightWord(t, right), roles: missingWords(t, right) }
    const missing = verdict !== 'may'
    return card(t('help.why.title', { command }), [
      text(t(`help.why.${verdict}`, words)),
      missing && could.length > 0 ? text(t('help.why.could', namesIn(t, could))) : null,
      missing && grant.length > 0 ? text(t('help.why.grant', namesIn(t, grant))) : null,
      actions(button(t('help.why.rights'), 'rights')),
    ])
  }

const noWhere = { where: 'no', campaign: '', title: '' }

const namesIn = (t: Translate, names: readonly string[]) => ({
  names: new Intl.ListFormat(t.language, { type: 'disjunction' }).format(
    names.slice(0, mostNames).map((name) => cut(name, 40)),
  ),
  more: Math.max(0, names.length - mostNames),
})
