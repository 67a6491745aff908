/** Who is acting: a button with the person's name, and a list to become somebody else. */
import type { TargetedKeyboardEvent, TargetedToggleEvent } from 'preact'
import { useRef, useState } from 'preact/hooks'
import { Avatar } from './avatar.js'
import { Icon } from './icon.js'
import { usePlay } from './play.js'
import type { Person } from './wire.js'
import { useWords } from './words.js'

/** People whose own conversation with the bot has news. */
const useWaiting = () => {
  const { chat } = usePlay()
  return new Set(chat.channels.filter(({ id }) => chat.unread.has(id)).map(({ person }) => person))
}

const Position = ({ person }: { person: Person }) => {
  const t = useWords()
  return <small>{[person.department ?? t('page.who.none'), ...person.roleNames].join(' · ')}</small>
}

const PersonRow = (props: { person: Person; active: boolean; waiting: boolean; take: () => void }) => {
  const { person, active, waiting, take } = props
  const { me } = usePlay()
  const t = useWords()
  return (
    <li
      id={`who-${person.id}`}
      role="option"
      class={active ? 'active' : undefined}
      aria-selected={person.id === me.id}
      ref={(row) => void (active && row?.scrollIntoView({ block: 'nearest' }))}
      onClick={take}
    >
      <Avatar person={person} />
      <span class="name">
        <b>{person.name}</b>
        <Position person={person} />
      </span>
      {waiting && <span class="unread" role="img" aria-label={t('page.who.news')} />}
      {person.id === me.id && <Icon name="check" />}
    </li>
  )
}

/** Where a key moves the choice among `count` rows, or `null` for other keys. */
const moved = (key: string, at: number, count: number): number | null => {
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: count - 1 }[key]
  return to === undefined ? null : Math.min(Math.max(to, 0), count - 1)
}

const People = () => {
  const { chat, me, actAs } = usePlay()
  const t = useWords()
  const waiting = useWaiting()
  const list = useRef<HTMLUListElement>(null)
  const [at, setAt] = useState(0)
  const take = (person: Person | undefined) => {
    list.current?.hidePopover()
    if (person) actAs(person.id)
  }
  const onToggle = (event: TargetedToggleEvent<HTMLUListElement>) => {
    if (event.newState !== 'open') return
    setAt(chat.people.findIndex(({ id }) => id === me.id))
    event.currentTarget.focus()
  }
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLUListElement>) => {
    const to = moved(event.key, at, chat.people.length)
    if (to !== null) setAt(to)
    else if (event.key === 'Enter' || event.key === ' ') take(chat.people[at])
    else return
    event.preventDefault()
  }
  return (
    <ul
      id="people"
      ref={list}
      popover="auto"
      role="listbox"
      tabIndex={-1}
      aria-label={t('page.who.label')}
      aria-activedescendant={`who-${chat.people[at]?.id}`}
      onToggle={onToggle}
      onKeyDown={onKeyDown}
    >
      {chat.people.map((person, i) => (
        <PersonRow
          key={person.id}
          person={person}
          active={i === at}
          waiting={waiting.has(person.id)}
          take={() => take(person)}
        />
      ))}
    </ul>
  )
}

export const Who = () => {
  const { me } = usePlay()
  const t = useWords()
  const waiting = useWaiting()
  const others = [...waiting].some((person) => person !== null && person !== me.id)
  return (
    <>
      <button type="button" class="who" popovertarget="people" aria-label={t('page.who.switch', { name: me.name })}>
        <Avatar person={me} />
        <span class="name">
          <b>{me.name}</b>
          <Position person={me} />
        </span>
        {others && <span class="unread" role="img" aria-label={t('page.who.news')} />}
        <Icon name="chevron" />
      </button>
      <People />
    </>
  )
}
