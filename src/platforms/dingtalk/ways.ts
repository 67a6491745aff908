/** Which way a message takes: where to, and whether as a card, as words, or as a line on a card; pure. */
import type { Address } from '../../kit/address.js'
import { buttonsOf } from '../../kit/card.js'
import { plainCard } from '../../kit/plain.js'
import type { Post } from '../../kit/platform.js'
import { isPress } from './incoming.js'

/** There are no private words in groups: they go to the person alone. */
export const visible = ({ to, only }: Post): Address => (only ? { platform: 'dingtalk', account: only } : to)

/** Refusals and what is answered to a press are nobody else's business; a line is answered where it was said. */
export const placeOf = (post: Post): Address => {
  const { answers, privately, to } = post
  return answers === undefined || isPress(answers) || privately ? visible(post) : to
}

/** What lives on or has buttons; of answers the others are words. */
export const isCard = ({ answers, alive, card }: Post): boolean =>
  answers === undefined || alive || buttonsOf(card).length > 0

/** Of a refusal that fits into a line: longer ones, and choices, need a message of their own. */
const mostButtons = 2
const longest = 200

/** What a line on the card can say: that it is done, or why not. */
export const isBrief = (post: Post): boolean => {
  const { card, privately } = post
  if (plainCard(card).length > longest) return false
  if (privately === 'refusal') return card.title === '' && buttonsOf(card).length <= mostButtons
  return card.blocks.length === 0 && !isCard(post)
}
