/** Spans as elements: what people typed stays text, only spans become anything else. */
import { useContext } from 'preact/hooks'
import type { Span, Text } from '../../../kit/text.js'
import { PlayContext } from './play.js'

const SpanView = ({ span }: { span: Span }) => {
  const me = useContext(PlayContext)?.me.id
  if (typeof span === 'string') return <>{span}</>
  if ('bold' in span) return <strong>{span.bold}</strong>
  if ('code' in span) return <code>{span.code}</code>
  return <span class={span.mention === me ? 'mention me' : 'mention'}>@{span.name}</span>
}

export const TextView = ({ text }: { text: Text }) => (
  <>{typeof text === 'string' ? text : text.map((span, i) => <SpanView key={i} span={span} />)}</>
)

const spanWords = (span: Span): string => {
  if (typeof span === 'string') return span
  if ('bold' in span) return span.bold
  return 'code' in span ? span.code : `@${span.name}`
}

/** The words alone: to judge the look of a cell, and to read aloud. */
export const wordsOf = (text: Text): string =>
  typeof text === 'string' ? text : text.map(spanWords).join('')
