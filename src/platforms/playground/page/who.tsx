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

const rowId = (person: Person | undefined) => (person ? `who-${person.id}` : undefined)

interface RowProps {
  person: Person
  active: boolean
  waiting: boolean
  take: (person: Person) => void
}

const PersonRow = ({ person, active, waiting, take }: RowProps) => {
  const mine = person.id === usePlay().me.id
  const t = useWords()
  const row = (element: Element | null) => {
    if (active) element?.scrollIntoView({ block: 'nearest' })
  }
  const option = { role: 'option', tabIndex: -1, 'aria-selected': mine, id: rowId(person), ref: row } as const
  return (
    <button type="button" class={active ? 'active' : undefined} onClick={() => take(person)} {...option}>
      <Avatar person={person} />
      <span class="name">
        <b>{person.name}</b>
        <Position person={person} />
      </span>
      {waiting && <span class="unread" role="img" aria-label={t('page.who.news')} />}
      {mine && <Icon name="check" />}
    </button>
  )
}

/** Where a key moves the choice among `count` rows, or `null` for other keys. */
const moved = (key: string, at: number, count: number): number | null => {
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: count - 1 }[key]
  return to === undefined ? null : Math.min(Math.max(to, 0), count - 1)
}

/** The list's behaviour: opened at the acting person, walked with the keys. */
const useChoice = () => {
  const { chat, me, actAs } = usePlay()
  const list = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState(0)
  const take = (person: Person | undefined) => {
    list.current?.hidePopover()
    if (person) actAs(person.id)
  }
  const onToggle = (event: TargetedToggleEvent<HTMLDivElement>) => {
    if (event.newState !== 'open') return
    setAt(chat.people.findIndex(({ id }) => id === me.id))
    event.currentTarget.focus()
  }
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLDivElement>) => {
    const to = moved(event.key, at, chat.people.length)
    if (to !== null) setAt(to)
    else if (event.key === 'Enter' || event.key === ' ') take(chat.people[at])
    else return
    event.preventDefault()
  }
  return { at, take, on: { ref: list, onToggle, onKeyDown } }
}

const People = () => {
  const { people } = usePlay().chat
  const label = useWords()('page.who.label')
  const waiting = useWaiting()
  const { at, take, on } = useChoice()
  const list = { id: 'people', popover: 'auto', 'aria-label': label, ...on } as const
  const rowOf = (person: Person, i: number) => (
    <PersonRow key={person.id} active={i === at} waiting={waiting.has(person.id)} {...{ person, take }} />
  )
  return (
    <div role="listbox" tabIndex={-1} aria-activedescendant={rowId(people[at])} {...list}>
      {people.map(rowOf)}
    </div>
  )
}

export const Who = () => {
  const { me } = usePlay()
  const t = useWords()
  const waiting = useWaiting()
  const others = [...waiting].some((person) => person !== null && person !== me.id)
  return (
    <>
      <button type="button" class="who" popovertarget="people" title={t('page.who.switch')}>
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
