/** A setting to draw cards in, and what can be read on them. */
import { readLocales } from '../../../src/engine/words/locales.js'
import { createTranslators } from '../../../src/engine/words/translate.js'
import { type Block, button, card } from '../../../src/kit/card.js'
import { drawCard, type Setting } from '../../../src/platforms/slack/card.js'

export const translator = createTranslators(readLocales())
/** Slack knows everybody whose id begins with p. */
export const setting: Setting = {
  t: translator('en'),
  userOf: (person) => (person.startsWith('p') ? `U${person.slice(1)}` : null),
  native: true,
  surface: 'message',
}
export const blocksOf = (...blocks: Block[]) => drawCard(card('', blocks), setting).blocks
/** All words in reading order. */
export const wordsOf = (blocks: unknown): string =>
  [...JSON.stringify(blocks).matchAll(/"text":"((?:[^"\\]|\\.)*)"/g)]
    .map(([, words]) => JSON.parse(`"${words}"`))
    .join('')
export const press = (label: string, look: 'plain' | 'primary' | 'danger' = 'plain') =>
  button(label, 'show', { campaign: 'C-1' }, look)
