/** The middle of the page: the open channel's messages by day, and what is under way. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { sees } from './chat.js'
import { Herald } from './herald.js'
import { Icon } from './icon.js'
import { MessageView } from './message.js'
import { PendingLines } from './pending.js'
import { usePlay } from './play.js'
import { dayKey, fullDate, nearDay, shortDate } from './time.js'
import type { Message } from './wire.js'
import { useWords } from './words.js'

const together = 5 * 60_000

const follows = (message: Message, before: Message | undefined, zone: string) =>
  before !== undefined &&
  before.author === message.author &&
  dayKey(new Date(before.at), zone) === dayKey(new Date(message.at), zone) &&
  Math.abs(Date.parse(message.at) - Date.parse(before.at)) < together

const DayLine = ({ at }: { at: string }) => {
  const { place, clock } = usePlay()
  const t = useWords()
  const date = new Date(at)
  const near = nearDay(date, clock.now(), place.zone)
  return (
    <li class="day">
      <span>{near ? `${t(near)} · ${shortDate(date, place)}` : fullDate(date, place)}</span>
    </li>
  )
}

const Line = ({ message, before }: { message: Message; before: Message | undefined }) => {
  const { zone } = usePlay().place
  const newDay = !before || dayKey(new Date(before.at), zone) !== dayKey(new Date(message.at), zone)
  return (
    <>
      {newDay && <DayLine at={message.at} />}
      <MessageView message={message} follows={follows(message, before, zone)} />
    </>
  )
}

const Empty = ({ prefill }: { prefill: (text: string) => void }) => {
  const t = useWords()
  const [before, after] = t('page.chat.hint').split('{command}')
  return (
    <div class="empty">
      <Icon name="drum" />
      <p>{t('page.chat.empty')}</p>
      <p>
        {before}
        <button type="button" class="chip" onClick={() => prefill(t('page.chat.try'))}>
          {t('page.chat.try')}
        </button>
        {after}
      </p>
    </div>
  )
}

/** How far from the end still counts as reading along, in pixels. */
const near = 80

/**
 * The scroller is drawn from its end (column-reverse), so it stays there while messages come and stays put when older
 * ones are added above. It tells whether the end is in sight.
 */
const useScroller = (digUp: () => void) => {
  const [atEnd, setAtEnd] = useState(true)
  const box = useRef<HTMLDivElement>(null)
  const onScroll = () => {
    if (!box.current) return
    const { scrollTop, scrollHeight, clientHeight } = box.current
    setAtEnd(-scrollTop < near)
    if (scrollHeight - clientHeight + scrollTop < near * 3) digUp()
  }
  const toEnd = () => box.current?.scrollTo({ top: 0 })
  return { box, atEnd, onScroll, toEnd }
}

const Lines = ({ messages }: { messages: Message[] }) => {
  const t = useWords()
  return (
    <ol class="messages" aria-label={t('page.chat.label')}>
      {messages.map((message, i) => (
        <Line key={message.id} message={message} before={messages[i - 1]} />
      ))}
      <PendingLines />
    </ol>
  )
}

export const Conversation = ({ prefill }: { prefill: (text: string) => void }) => {
  const { chat, me, deeds, digUp } = usePlay()
  const t = useWords()
  const digging = useRef(false)
  const { box, atEnd, onScroll, toEnd } = useScroller(async () => {
    if (digging.current || chat.whole || !chat.loaded) return
    digging.current = true
    await digUp()
    digging.current = false
  })
  const messages = chat.messages.filter((message) => sees(me.id, message))
  const last = messages.at(-1)
  const [seen, setSeen] = useState(last?.id)
  useLayoutEffect(() => void (atEnd && setSeen(last?.id)), [atEnd, last?.id])
  const said = deeds.all.filter(({ act }) => act.kind === 'say').length
  useLayoutEffect(toEnd, [chat.open, me.id, said])
  return (
    <div class="stage">
      <div class="scroller" ref={box} onScroll={onScroll} tabIndex={0} role="region" aria-label={t('page.chat.label')}>
        <div class="sheet">
          {chat.loaded && messages.length === 0 && <Empty prefill={prefill} />}
          <Lines messages={messages} />
        </div>
      </div>
      {chat.loaded && <Herald key={`${chat.open} ${me.id}`} last={last} />}
      {!atEnd && seen !== last?.id && (
        <button type="button" class="news" onClick={toEnd}>
          <Icon name="down" />
          {t('page.chat.news')}
        </button>
      )}
    </div>
  )
}
