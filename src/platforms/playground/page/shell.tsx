/** The frame of the page: top bar, both sides and the middle; an open drawer has the keyboard to itself. */
import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import { Chatting } from './chatting.js'
import { Gallery } from './gallery.js'
import { usePlay } from './play.js'
import type { Route } from './route.js'
import { Sidebar } from './sidebar.js'
import { type Side, useSides } from './sides.js'
import { TimeMachine } from './time-machine.js'
import { TopBar } from './top-bar.js'
import { useWords } from './words.js'

/** A drawer takes the focus, gives it back afterwards, and closes on Escape. */
const useDrawer = (over: Side | null, close: () => void) => {
  useEffect(() => {
    if (!over) return
    const before = document.activeElement
    const onKeyDown = ({ key }: KeyboardEvent) => key === 'Escape' && close()
    document.addEventListener('keydown', onKeyDown)
    document.getElementById(over)?.focus()
    return () => {
      document.removeEventListener('keydown', onKeyDown)
      if (before instanceof HTMLElement) before.focus()
    }
  }, [over])
}

const Middle = ({ covered, children }: { covered: boolean; children: ComponentChildren }) => {
  const { connected } = usePlay()
  const t = useWords()
  return (
    <div class="middle" inert={covered}>
      {!connected && (
        <p class="offline" role="status">
          {t('page.offline')}
        </p>
      )}
      {children}
    </div>
  )
}

export const Shell = ({ route }: { route: Route }) => {
  const t = useWords()
  const { open, over, toggle, close } = useSides()
  useDrawer(over, close)
  useEffect(() => {
    document.title = t('page.title')
  }, [t])
  return (
    <div class="app">
      <TopBar {...open} toggle={toggle} />
      {open.side && <Sidebar route={route} onGo={close} />}
      <Middle covered={over !== null}>{route.page === 'gallery' ? <Gallery /> : <Chatting />}</Middle>
      {over && (
        <button type="button" class="veil" tabIndex={-1} aria-label={t('page.close')} onClick={close} />
      )}
      {open.panel && <TimeMachine />}
    </div>
  )
}
