/** Where messages are scarce, what waits for one place is said in one message. */
import type { Address } from '../../kit/address.js'
import { type Card, card, text } from '../../kit/card.js'
import { isAnswerWord } from '../../kit/event.js'
import type { Platform } from '../../kit/platform.js'
import { cut } from '../../kit/text.js'
import type { House } from '../house.js'
import type { Drawn } from './draw.js'

/** More would not be read. */
const most = 8
const longestTitle = 100

/** How many messages of a lane are taken at a time. */
export const takenAhead = (platform: Platform): number =>
  platform.thrifty?.() ? Math.max(platform.ahead, most) : platform.ahead

/** The first of `work` alone, or with those behind it that can be said with it. */
export const saidTogether = (house: House, work: readonly Drawn[]): Drawn[] => {
  const [first] = work
  if (!first) return []
  const platform = house.platforms.get((first.row.to as unknown as Address).platform)
  if (!platform?.thrifty?.() || !isNews(first)) return [first]
  const end = work.findIndex((one) => !isNews(one) || one.row.only !== first.row.only)
  return work.slice(0, end < 0 ? most : Math.min(end, most))
}

/** Something to be posted that nobody waits for as an answer. */
const isNews = ({ row, place, thread, drawing }: Drawn): boolean =>
  row.mode !== 'redraw' &&
  place === null &&
  thread === null &&
  !isAnswerWord(row.because) &&
  !row.courtesy &&
  'card' in drawing &&
  drawing.card !== null

/** The first of them with the cards of all. */
export const inOne = (together: readonly Drawn[]): Drawn => {
  const [first, ...others] = together as [Drawn, ...Drawn[]]
  if (others.length === 0) return first
  const cards = together.flatMap(({ drawing }) => ('card' in drawing && drawing.card ? [drawing.card] : []))
  return { ...first, drawing: { card: joined(cards) } }
}

const joined = (cards: readonly Card[]): Card => {
  const titles = cards.map(({ title }) => title).filter((title) => title !== '')
  const blocks = cards.flatMap(({ title, blocks: own }) => [
    title === '' ? null : text([{ bold: title }]),
    ...own,
  ])
  return card(cut(titles.join(' · '), longestTitle), blocks)
}
