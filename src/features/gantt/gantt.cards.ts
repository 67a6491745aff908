/** The card that carries the picture. */
import { actions, button, type Card, card, file, note, text } from '../../kit/card.js'
import { fileName } from '../../kit/file.js'
import { cut } from '../../kit/text.js'
import type { Translate } from '../../kit/translate.js'
import { words } from './words.js'

export interface Shown {
  /** `C-1` */
  ref: string
  campaign: { id: number; name: string }
  tasks: number
  /** The pages this card carries, of all. */
  pages: readonly number[]
  of: number
}

/** @param channel asked for in a channel, to which it can be shown */
export const ganttCard = (t: Translate, shown: Shown & { channel: boolean }): Card => {
  const { ref, campaign, tasks, pages, of, channel } = shown
  const name = cut(campaign.name, 60)
  const [first = 1, last = of] = [pages[0], pages.at(-1)]
  const files = pages.map((page) => {
    const part = of > 1 ? ` ${page}-${of}` : ''
    const called = fileName(`${ref} ${name} ${words(t, 'gantt.name')}${part}`, 'png')
    return file(called, { file: 'gantt', args: { campaign: String(campaign.id), page: String(page) } })
  })
  const buttons = [
    ...(last < of
      ? [button(t('gantt.next', { page: last + 1 }), 'gantt', { campaign: ref, page: last + 1 })]
      : []),
    ...(channel ? [button(t('gantt.post'), 'gantt-post', { campaign: ref, page: first })] : []),
  ]
  return card(t('gantt.title', { campaign: name }), [
    text(t('gantt.text', { campaign: ref, count: tasks })),
    of > 1 ? note(t('gantt.pages', { from: first, to: last, of })) : null,
    ...files,
    buttons.length > 0 ? actions(...buttons) : null,
  ])
}
