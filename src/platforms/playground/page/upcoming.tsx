/** What will be sent next, by day; each line takes the clock there. */
import { useEffect, useState } from 'preact/hooks'
import { api } from './api.js'
import { usePlay } from './play.js'
import { clockTime, dayKey, fromNow, nearDay, shortDate } from './time.js'
import type { Upcoming } from './wire.js'
import { useWords } from './words.js'

/** While the clock runs through weeks there is something new many times a second. */
const pause = 300

/** Looked up again for everything that happens. */
export const useUpcoming = (): Upcoming[] => {
  const { me, stirred } = usePlay()
  const [items, setItems] = useState<Upcoming[]>([])
  useEffect(() => {
    let wanted = true
    const look = () =>
      api.upcoming(me.id).then(
        (found) => wanted && setItems(found),
        () => {},
      )
    const timer = setTimeout(look, pause)
    return () => {
      wanted = false
      clearTimeout(timer)
    }
  }, [me.id, me.language, stirred])
  return items
}

interface Going {
  go: (at: string) => void
  busy: boolean
}

const Item = ({ item, go, busy }: Going & { item: Upcoming }) => {
  const { place, clock } = usePlay()
  const t = useWords()
  const at = new Date(item.at)
  return (
    <li>
      <button type="button" title={t('page.next.jump')} aria-disabled={busy} onClick={() => go(item.at)}>
        <time dateTime={item.at}>{clockTime(at, place)}</time>
        <span class="what">
          <b>{item.title}</b>
          <small>{item.campaign}</small>
        </span>
        <small class="away">{fromNow(at, clock.now(), place.language)}</small>
      </button>
    </li>
  )
}

const byDay = (items: Upcoming[], zone: string): Upcoming[][] => {
  const days = new Map<string, Upcoming[]>()
  for (const item of items) {
    const key = dayKey(new Date(item.at), zone)
    days.set(key, [...(days.get(key) ?? []), item])
  }
  return [...days.values()]
}

const Day = ({ items, ...going }: Going & { items: [Upcoming, ...Upcoming[]] }) => {
  const { place, clock } = usePlay()
  const t = useWords()
  const at = new Date(items[0].at)
  const near = nearDay(at, clock.now(), place.zone)
  return (
    <section>
      <h3>{near ? `${t(near)} · ${shortDate(at, place)}` : shortDate(at, place)}</h3>
      <ul>
        {items.map((item, i) => (
          <Item key={`${item.at} ${i}`} item={item} {...going} />
        ))}
      </ul>
    </section>
  )
}

export const UpcomingList = ({ items, ...going }: Going & { items: Upcoming[] }) => {
  const { zone } = usePlay().place
  const t = useWords()
  return (
    <div class="upcoming">
      <h2>{t('page.next.title')}</h2>
      {items.length === 0 && <p class="hint">{t('page.next.empty')}</p>}
      {byDay(items, zone).map((day) => (
        <Day key={day[0]?.at} items={day as [Upcoming, ...Upcoming[]]} {...going} />
      ))}
    </div>
  )
}
