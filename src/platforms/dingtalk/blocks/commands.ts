/** Buttons: which of them a card shows, and the others as the commands they stand for. */

import type { Action } from '../../../kit/card.js'
import { cutTo } from '../../../kit/cut.js'
import { plainText } from '../../../kit/text.js'
import type { Translate } from '../../../kit/translate.js'
import { limits } from '../limits.js'
import { inOneLine } from '../text.js'
import type { Labelled, Line } from './pen.js'
import { linesOf, moreLines } from './words.js'

/** Those that decide about the card come before those of single lines; both keep their places. */
export const chosen = (buttons: readonly Labelled[]): { shown: Labelled[]; others: Labelled[] } => {
  const ranked = [...buttons.filter(({ own }) => own), ...buttons.filter(({ own }) => !own)]
  const first = new Set(ranked.slice(0, limits.buttons.count))
  return {
    shown: buttons.filter((one) => first.has(one)),
    others: buttons.filter((one) => !first.has(one)),
  }
}

interface Voice {
  t: Translate
  line(action: Action): string
}

/** What may be typed instead of pressing, as many of them as asked for; nothing when there is nothing to type. */
export const commandLines = (
  buttons: readonly Labelled[],
  { t, line }: Voice,
  count: number = limits.commands.count,
): Line[] => {
  const commands = buttons
    .slice(0, Math.min(count, limits.commands.count))
    .map(({ button, label }) => ({ label: inOneLine(label), command: inOneLine(line(button)) }))
    .filter(({ command }) => command !== '' && command.length <= limits.commands.size)
  if (commands.length === 0) return []
  return [
    { pieces: [plainText(t('dingtalk.commands'))] },
    ...commands.flatMap(({ label, command }) => linesOf([`• ${cutTo(label, limits.name)}: ${command}`])),
    ...moreLines(buttons.length - commands.length, { t }),
  ]
}
