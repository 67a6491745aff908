/** How the doctor's findings look: area by area, each with its cure; what is well in one line. */
import { actions, type Block, button, type Card, card, list, text } from '../../kit/card.js'
import type { Finding } from '../../kit/finding.js'
import { join, type Text } from '../../kit/text.js'
import type { Key, Params, Translate } from '../../kit/translate.js'
import { byArea, once, worstOf } from './doctor.js'

/** How many lines an area shows. */
const shown = 20

export const doctorCard =
  (all: readonly Finding[]) =>
  (t: Translate): Card => {
    const findings = once(all)
    const worst = worstOf(findings)
    const count = findings.filter(({ level }) => level === worst).length
    return card(
      t(`doctor.title.${worst}`, { count }),
      [
        ...byArea(findings).flatMap(({ area, findings: found }): Block[] => [
          text([{ bold: t.named('doctor.area', area) }]),
          list(linesOf(t, found)),
        ]),
        actions(button(t('doctor.again'), 'doctor')),
      ],
      worst,
    )
  }

const linesOf = (t: Translate, findings: readonly Finding[]): { text: Text; done?: boolean }[] => {
  const lines = findings.slice(0, shown).map((finding) => lineOf(t, finding))
  const more = findings.length - shown
  return more > 0 ? [...lines, { text: t('doctor.more', { count: more }) }] : lines
}

const lineOf = (t: Translate, { what, level, params = {} }: Finding): { text: Text; done?: boolean } => {
  const worded = wordedParams(t, params)
  // What a platform found is named by it: the words of each are checked by the tests.
  const words = (part: 'says' | 'cure') => t(`doctor.finding.${what}.${part}` as Key, worded)
  if (level === 'good') return { text: words('says'), done: true }
  const trouble = join([words('says'), words('cure')], ' → ')
  return { text: join([[{ bold: t.named('doctor.level', level) }], trouble]) }
}

/** Stored roles are said in words. */
const wordedParams = (t: Translate, params: Params): Params => {
  if (typeof params.roles !== 'string') return params
  const roles = params.roles.split(',').map((role) => t.named('people.role', role))
  return { ...params, roles: roles.join(', ') }
}
