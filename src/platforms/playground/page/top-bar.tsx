/** The top of the page: the product, the acting person, and the switches of both sides. */
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
      aria-controls="panel"
      aria-label={t('page.time.open', { time })}
      onClick={toggle}
    >
      <Icon name="clock" />
      <span class="date">{shortDate(now, place)}</span>
      <span>{clockTime(now, place)}</span>
    </button>
  )
}

export const TopBar = ({ side, panel, toggle }: Sides) => {
  const { chat } = usePlay()
  const t = useWords()
  return (
    <header class="top">
      <button
        type="button"
        class="plain-icon burger"
        aria-label={t('page.menu')}
        aria-expanded={side}
        aria-controls="side"
        onClick={() => toggle('side')}
      >
        <Icon name="menu" />
        {chat.unread.size > 0 && <span class="unread" />}
      </button>
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
