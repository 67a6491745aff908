/** A neutral card as a Slack message or page: blocks, the text beside them, and actions too long for a button. */
import { type Action, buttonsOf, type Card } from '../../kit/card.js'
import { cutTo } from '../../kit/cut.js'
import { plainCard } from '../../kit/plain.js'
import type { Setting, SlackBlock } from './blocks/pen.js'
import { buttonValue } from './buttons.js'
import { fitted } from './fit.js'
import { limits } from './limits.js'
import { escapeMrkdwn } from './text.js'

export type { Setting, SlackBlock } from './blocks/pen.js'

export interface Drawn {
  /** Beside the blocks: for notifications and screen readers. */
  text: string
  blocks: SlackBlock[]
  /** Actions that their buttons only name, by hash: whoever sends the card keeps them. */
  long: [hash: string, action: Action][]
}

type Json = string | number | boolean | null | undefined | Json[] | { [key: string]: Json }

/** Every string of a card as mrkdwn shows it literally, mentions as Slack's; not more than may be sent. */
const written = (value: Json, setting: Setting): Json => {
  if (typeof value === 'string') return escapeMrkdwn(cutTo(value, limits.fallback))
  if (Array.isArray(value)) return value.slice(0, limits.lines).map((one) => written(one, setting))
  if (typeof value !== 'object' || value === null) return value
  if (typeof value.mention === 'string') {
    const user = setting.userOf(value.mention)
    return user === null ? `@${escapeMrkdwn(String(value.name))}` : `<@${user}>`
  }
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, written(one, setting)]))
}

/** The longest beginning of mrkdwn within `limits.fallback`, with no entity or mention cut in two. */
const beginning = (text: string): string => {
  for (let max: number = limits.fallback; ; max = Math.floor(max * 0.8)) {
    const short = cutTo(text, max).replace(/(?:&[a-z]*|<[^>]*)…$/, '…')
    if (Buffer.byteLength(short) <= limits.fallbackBytes) return short
  }
}

const textOf = (card: Card, setting: Setting): string =>
  beginning(plainCard(written(card as unknown as Json, setting) as unknown as Card).trim()) || '–'

const longOf = (card: Card, blocks: readonly SlackBlock[]): Drawn['long'] => {
  const sent = new Set(JSON.stringify(blocks).match(/"#[0-9a-f]{64}"/g))
  if (sent.size === 0) return []
  return buttonsOf(card).flatMap((button) => {
    const { long } = buttonValue(button)
    return long && sent.delete(`"#${long[0]}"`) ? [long] : []
  })
}

/** Draws a card for its place; whatever comes in, Slack takes what comes out. Never throws. */
export const drawCard = (card: Card, setting: Setting): Drawn => {
  const blocks = fitted(card, setting)
  return { text: textOf(card, setting), blocks, long: longOf(card, blocks) }
}
