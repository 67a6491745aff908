/** How linking looks: the code to say elsewhere, and the news that accounts are one person's, or are not any more. */
import { type Card, card, note, text } from '../../kit/card.js'
import type { Translate } from '../../kit/translate.js'

export const codeCard = (t: Translate, code: string): Card =>
  card(t('people.code.title', { code }), [text(t('people.code.text', { code })), note(t('people.code.note'))])

export interface LinkedState {
  name: string
  platforms: readonly string[]
}

export const linkedCard =
  ({ name, platforms }: LinkedState) =>
  (t: Translate): Card => {
    const named = platforms.map((platform) => t.named('people.platform', platform)).join(' + ')
    const lines = [text(t('people.linked.text', { name })), note(t('people.linked.note'))]
    return card(t('people.linked.title', { name, platforms: named }), lines, 'good')
  }

export interface UnlinkedState {
  name: string
  platform: string
}

export const unlinkedCard =
  ({ name, platform }: UnlinkedState) =>
  (t: Translate): Card => {
    const said = { name, platform: t.named('people.platform', platform) }
    return card(t('people.unlinked.title', said), [text(t('people.unlinked.text', said))], 'good')
  }
