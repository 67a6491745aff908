/** Texts as Slack's objects: rich text and plain text take data as it is, mrkdwn only where it cannot be misread. */
import type { types } from '@slack/bolt'
import { plainText, type Span, spans, type Text } from '../../../kit/text.js'
import { cutText, guardedTo, splitText } from '../cut.js'
import { limits } from '../limits.js'
import { escapeMrkdwn, isCalm } from '../text.js'
import type { Pen } from './pen.js'

type Style = NonNullable<types.RichTextText['style']>

/** Stands where there is nothing: Slack refuses empty texts. */
export const nothing = '–'

const isUser = /^[UW][A-Z0-9]+$/

const known = (span: Span, { userOf }: Pick<Pen, 'userOf'>): Span => {
  if (typeof span === 'string' || !('mention' in span)) return span
  const user = userOf(span.mention)
  return user && isUser.test(user) ? { mention: user, name: span.name } : `@${span.name}`
}

/** Neighbours that are plain are one: texts are put together from many parts. */
const merged = (text: readonly Span[]): Span[] =>
  text.reduce<Span[]>((all, span) => {
    const last = all.at(-1)
    if (typeof span === 'string' && typeof last === 'string') all[all.length - 1] = last + span
    else all.push(span)
    return all
  }, [])

/** Mentions of Slack users, names of everybody else, cut to `max`; never empty. */
export const settled = (text: Text, pen: Pick<Pen, 'userOf' | 'size'>, max: number): Span[] => {
  const whole = merged(spans(text).map((span) => known(span, pen)))
  const short = spans(cutText(whole, Math.min(max, pen.size)))
  return plainText(short) === '' ? [nothing] : merged(short)
}

/** Text elements are literal; no string begins a mention, as programs look for them in every string. */
export const literal = (text: string, style?: Style): types.RichTextText[] =>
  text
    .split(/(?<=<)(?=[!@#])/)
    .filter((part) => part !== '')
    .map((part) => ({ type: 'text', text: part, ...(style && { style }) }))

const elementsOf = (span: Span): types.RichTextElement[] => {
  if (typeof span === 'string') return literal(span)
  if ('bold' in span) return literal(span.bold, { bold: true })
  if ('code' in span) return literal(span.code, { code: true })
  return [{ type: 'user', user_id: span.mention }]
}

/** Settled text as one section of a rich text. */
export const section = (text: readonly Span[]): types.RichTextSection => ({
  type: 'rich_text_section',
  elements: text.flatMap(elementsOf),
})

export const richText = (...elements: types.RichTextBlockElement[]): types.RichTextBlock => ({
  type: 'rich_text',
  elements,
})

/** Settled text as paragraphs that are short enough each. */
export const paragraphs = (text: readonly Span[]): types.RichTextBlock[] =>
  splitText([...text], limits.richText).map((part) => richText(section(part)))

/** Emoji names stay what was written. */
export const plainObject = (text: string, max: number = limits.section): types.PlainTextElement => ({
  type: 'plain_text',
  text: guardedTo(text, max) || nothing,
  emoji: false,
})

/** Formats begin and end at words only: blanks at the ends of the span move out. */
const marked = (words: string, mark: string): string => {
  const inner = words.trim()
  if (inner === '') return words
  const at = words.indexOf(inner)
  return `${words.slice(0, at)}${mark}${escapeMrkdwn(inner)}${mark}${words.slice(at + inner.length)}`
}

const mrkdwnOf = (span: Span): string => {
  if (typeof span === 'string') return escapeMrkdwn(span)
  if ('bold' in span) return marked(span.bold, '*')
  return 'code' in span ? marked(span.code, '`') : `<@${span.mention}>`
}

/** Neither a blank nor half-width punctuation. */
const ofWord = /[^\s!-/:-@[-`{-~]/

/** Slack sees no end of a word between Chinese characters: where a format would touch one, a blank comes between. */
const joined = (left: string, right: string): string => {
  const begins = /^[*`]/.test(right)
  const ends = /[*`]$/.test(left)
  const touch = ends ? begins || ofWord.test(right[0] ?? ' ') : begins && ofWord.test(left.at(-1) ?? ' ')
  return `${left}${touch ? ' ' : ''}${right}`
}

const readsAsWritten = (text: readonly Span[]): boolean =>
  isCalm(
    text.map((span) => (typeof span === 'object' && 'code' in span ? ' ' : plainText([span]))).join(''),
  ) && text.every((span) => typeof span === 'string' || !/[\n`]/.test(plainText([span])))

/** As mrkdwn, if it is read there as it was written. */
export const mrkdwnObject = (text: readonly Span[]): types.MrkdwnElement | null => {
  if (!readsAsWritten(text)) return null
  return { type: 'mrkdwn', text: text.map(mrkdwnOf).reduce(joined), verbatim: true }
}

/**
 * Settled text where rich text cannot stand: formats are given up rather than data. Null when that would give up a
 * mention, or when it is too long.
 */
export const textObject = (text: readonly Span[], max: number): types.TextObject | null => {
  const pings = text.some((span) => typeof span === 'object' && 'mention' in span)
  const formats = text.some((span) => typeof span === 'object')
  const object = (formats && mrkdwnObject(text)) || (pings ? null : plainObject(plainText([...text])))
  return object && object.text.length <= max ? object : null
}
