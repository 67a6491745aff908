/** The middle of the page: the open channel's messages by day, and what is under way. */
import { useLayoutEffect, useState } from 'preact/hooks'
import { sees } from './chat.js'
import { Herald } from './herald.js'
import { Icon } from './icon.js'
import { MessageView } from './message.js'
import { PendingLines } from './pending.js'
import { usePlay } from './play.js'
import { useScroller } from './scroller.js'
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

const Lines = ({ messages }: { messages: Message[] }) => (
  <ol class="messages">
    {messages.map((message, i) => (
      <Line key={message.id} message={message} before={messages[i - 1]} />
    ))}
    <PendingLines />
  </ol>
)

/** Offered while something new stands below what is in sight. */
const NewsButton = ({
  last,
  atEnd,
  toEnd,
}: {
  last: string | undefined
  atEnd: boolean
  toEnd: () => void
}) => {
  const t = useWords()
  const [seen, setSeen] = useState(last)
  useLayoutEffect(() => {
    if (atEnd) setSeen(last)
  }, [atEnd, last])
  if (atEnd || seen === last) return null
  return (
    <button type="button" class="news" onClick={toEnd}>
      <Icon name="down" />
      {t('page.chat.news')}
    </button>
  )
}

export const Conversation = ({ prefill }: { prefill: (text: string) => void }) => {
  const { chat, me, deeds } = usePlay()
  const t = useWords()
  const { scroller, atEnd, toEnd } = useScroller()
  const messages = chat.messages.filter((message) => sees(me.id, message))
  const last = messages.at(-1)
  const said = deeds.all.filter(({ act }) => act.kind === 'say').length
  useLayoutEffect(toEnd, [chat.open, me.id, said])
  const view = `${chat.open} ${me.id}`
  return (
    <div class="stage">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section class="scroller" {...scroller} tabIndex={0} aria-label={t('page.chat.label')}>
        <h2 class="sr">{t('page.chat.label')}</h2>
        <div class="sheet">
          {chat.loaded && messages.length === 0 && <Empty prefill={prefill} />}
          <Lines messages={messages} />
        </div>
      </section>
      {chat.loaded && <Herald key={`herald ${view}`} last={last} />}
      {chat.loaded && <NewsButton key={`news ${view}`} last={last?.id} atEnd={atEnd} toEnd={toEnd} />}
    </div>
  )
}
