/** Text as data: spans instead of markup, so that what people type can never become a mention, a link or a format. */

/** A person named so that the platform notifies them. */
export interface Mention {
  mention: string
  name: string
}

export type Span = string | { bold: string } | { code: string } | Mention

/** A plain string is literal text; only spans carry meaning. */
export type Text = string | Span[]

/** Names `person` in a text so that they are notified; put the plain name there to speak about somebody quietly. */
export const mention = (person: { id: string; name: string }): Mention => ({
  mention: person.id,
  name: person.name,
})

export const spans = (text: Text): Span[] => (typeof text === 'string' ? [text] : text)

/** The words of one span. */
export const spanText = (span: Span): string => {
  if (typeof span === 'string') return span
  if ('bold' in span) return span.bold
  if ('code' in span) return span.code
  return `@${span.name}`
}

/** The words alone: for titles, button labels, notifications and screen readers. */
export const plainText = (text: Text): string => spans(text).map(spanText).join('')

/** Joins texts with `separator`, keeping their spans. */
export const join = (texts: readonly Text[], separator = ' · '): Text =>
  texts.flatMap((text, i) => (i === 0 ? spans(text) : [separator, ...spans(text)]))

/** Cuts literal text to `max` characters (whole code points), ending in an ellipsis when something was cut. */
export const cut = (text: string, max: number): string => {
  const points = [...text]
  return points.length <= max ? text : `${points.slice(0, max - 1).join('')}…`
}

/** What a store can keep: without NUL and halves of a character, which no person can type. */
export const readable = (text: string): string =>
  text.replaceAll('\u0000', '').replace(/\p{Surrogate}/gu, '�')
