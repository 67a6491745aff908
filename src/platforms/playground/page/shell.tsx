/** The frame of the page: top bar, both sides and the middle; open drawers keep the keyboard to themselves. */
import type { ComponentChildren, TargetedKeyboardEvent } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { Avatar } from './avatar.js'
import { Composer } from './composer.js'
import { Conversation } from './conversation.js'
import { Gallery } from './gallery.js'
import { Icon } from './icon.js'
import { usePlay } from './play.js'
import type { Route } from './route.js'
import { Sidebar } from './sidebar.js'
import { type Side, useSides } from './sides.js'
import { TimeMachine } from './time-machine.js'
import { TopBar } from './top-bar.js'
import { useWords } from './words.js'

const ChatHead = () => {
  const { chat } = usePlay()
  const t = useWords()
  const channel = chat.channels.find(({ id }) => id === chat.open)
  const direct = channel?.kind === 'direct'
  return (
    <header class="chat-head">
      {direct ? <Avatar person={null} /> : <Icon name="hash" />}
      <h1>{direct ? t('page.bot') : channel?.name}</h1>
      <p>{direct ? t('page.chat.private') : t('page.chat.about')}</p>
    </header>
  )
}

const Chatting = () => {
  const { chat } = usePlay()
  const t = useWords()
  const [text, setText] = useState('')
  const channel = chat.channels.find(({ id }) => id === chat.open)
  const name = channel?.kind === 'direct' ? t('page.bot') : `#${channel?.name ?? ''}`
  const prefill = (line: string) => {
    setText(line)
    document.getElementById('say')?.focus()
  }
  return (
    <main class="chat">
      <ChatHead />
      <Conversation prefill={prefill} />
      <Composer text={text} setText={setText} channel={name} />
    </main>
  )
}

/** While a drawer is open the focus starts inside, and afterwards returns to where it was. */
const useDrawerFocus = (over: Side | null) => {
  const before = useRef<Element | null>(null)
  useEffect(() => {
    if (!over) return
    before.current = document.activeElement
    document.getElementById(over)?.focus()
    return () => before.current instanceof HTMLElement && before.current.focus()
  }, [over])
}

const Middle = ({ covered, children }: { covered: boolean; children: ComponentChildren }) => (
  <div class="middle" inert={covered}>
    {children}
  </div>
)

export const Shell = ({ route }: { route: Route }) => {
  const { connected } = usePlay()
  const t = useWords()
  const { open, over, toggle, close } = useSides()
  useDrawerFocus(over)
  useEffect(() => void (document.title = t('page.title')), [t])
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLDivElement>) => {
    if (event.key === 'Escape' && over) close()
  }
  return (
    <div class="app" data-over={over ?? undefined} data-panel={open.panel} onKeyDown={onKeyDown}>
      <TopBar {...open} toggle={toggle} />
      {open.side && <Sidebar route={route} onGo={close} />}
      <Middle covered={over !== null}>
        {!connected && (
          <p class="offline" role="status">
            {t('page.offline')}
          </p>
        )}
        {route.page === 'gallery' ? <Gallery /> : <Chatting />}
      </Middle>
      {over && <div class="veil" onClick={close} />}
      {open.panel && <TimeMachine modal={over === 'panel'} />}
    </div>
  )
}
