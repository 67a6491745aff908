/** The top of the page: the product, the acting person, and the switches of both sides. */
import { channelsOf } from './chat.js'
import { useTick } from './clock.js'
import { Icon } from './icon.js'
import { usePlay } from './play.js'
import { channelLink } from './route.js'
import { clockTime, shortDate } from './time.js'
import { Who } from './who.js'
import { useWords } from './words.js'

export interface Sides {
  side: boolean
  panel: boolean
  toggle(which: 'side' | 'panel'): void
}

const ClockButton = ({ open, toggle }: { open: boolean; toggle: () => void }) => {
  const { clock, place } = usePlay()
  const t = useWords()
  useTick()
  const now = clock.now()
  const time = `${shortDate(now, place)} ${clockTime(now, place)}`
  return (
    <button
      type="button"
      class="clock-button"
      aria-expanded={open}
      aria-controls={open ? 'panel' : undefined}
      aria-label={t('page.time.open', { time })}
      onClick={toggle}
    >
      <Icon name="clock" />
      <span class="date">{shortDate(now, place)}</span>
      <span>{clockTime(now, place)}</span>
    </button>
  )
}

/** Shown where the channels are a drawer. */
const Burger = ({ open, toggle }: { open: boolean; toggle: () => void }) => {
  const { chat } = usePlay()
  const t = useWords()
  const news = channelsOf(chat).some(({ id }) => chat.unread.has(id))
  const state = { 'aria-expanded': open, 'aria-controls': open ? 'side' : undefined } as const
  return (
    <button type="button" class="plain-icon burger" aria-label={t('page.menu')} {...state} onClick={toggle}>
      <Icon name="menu" />
      {news && <span class="unread" role="img" aria-label={t('page.channels.unread')} />}
    </button>
  )
}

export const TopBar = ({ side, panel, toggle }: Sides) => {
  const { chat } = usePlay()
  const t = useWords()
  return (
    <header class="top">
      <Burger open={side} toggle={() => toggle('side')} />
      <a class="brand" href={channelLink(chat.open)}>
        <span class="logo">
          <Icon name="drum" />
        </span>
        <b>{t('page.name')}</b>
        <span class="place">{t('page.place')}</span>
      </a>
      <Who />
      <ClockButton open={panel} toggle={() => toggle('panel')} />
    </header>
  )
}
