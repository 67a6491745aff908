/** A setting to draw cards in, and what can be read on them. */
import { readLocales } from '../../../src/engine/words/locales.js'
import { createTranslators } from '../../../src/engine/words/translate.js'
import { type Block, button, card } from '../../../src/kit/card.js'
import { type Drawn, drawCard, type Setting } from '../../../src/platforms/dingtalk/card.js'

export const translator = createTranslators(readLocales())
/** DingTalk knows everybody whose id begins with p. */
export const setting: Setting = {
  t: translator('en'),
  userOf: (person) => (person.startsWith('p') ? `manager${person.slice(1)}` : null),
  line: ({ command, args }) => [command, ...Object.values(args)].join(' '),
  pictures: new Map(),
  layout: 'button',
}
export const drawn = (...blocks: Block[]): Drawn => drawCard(card('', blocks), setting)
/** The lines of a card, without the blanks that make them lines. */
export const linesOf = (markdown = ''): string[] =>
  markdown
    .split('\n')
    .map((line, i) => (i > 0 ? line.replace(/^ {2}/, '') : line).replace(/ {2}$/, ''))
    .filter((line) => line !== '')
export const shown = (...blocks: Block[]): string[] => linesOf(drawn(...blocks).data.markdown)

interface MsgButton {
  text: string
  color: string
  request: boolean
  id: string
  params: { id: string }
}
export const buttonsIn = ({ data }: Drawn): MsgButton[] => JSON.parse(data.sys_full_json_obj ?? '').msgButtons
export const press = (label: string, look: 'plain' | 'primary' | 'danger' = 'plain', campaign = 'C-1') =>
  button(label, 'show', { campaign }, look)
