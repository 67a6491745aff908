/** Server-sent events: what happens while the page is open, connected again by itself. */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Message } from './wire.js'

export interface Live {
  /** Connected, perhaps after an interruption: whatever was missed must be fetched. */
  opened(): void
  message(message: Message): void
  clock(now: string): void
  people(): void
}

/** EventSource itself gives up when the server answers with an error, as a restarting one does. */
const reopen = 3000

const listen = (source: EventSource, live: () => Live) => {
  const data = <T>(event: MessageEvent<string>) => JSON.parse(event.data) as T
  source.addEventListener('message', (event) => live().message(data<Message>(event)))
  source.addEventListener('clock', (event) => live().clock(data<{ now: string }>(event).now))
  source.addEventListener('people', () => live().people())
}

const follow = (live: () => Live, setConnected: (connected: boolean) => void) => {
  let source: EventSource
  let timer = 0
  const connect = () => {
    source = new EventSource('/api/playground/events')
    listen(source, live)
    source.addEventListener('open', () => {
      setConnected(true)
      live().opened()
    })
    source.addEventListener('error', () => {
      setConnected(false)
      if (source.readyState === EventSource.CLOSED) timer = window.setTimeout(connect, reopen)
    })
  }
  connect()
  return () => {
    window.clearTimeout(timer)
    source.close()
  }
}

/** Follows the playground for as long as the page lives; tells whether it is connected. */
export const useLive = (live: Live): boolean => {
  const [connected, setConnected] = useState(true)
  const latest = useRef(live)
  latest.current = live
  useEffect(() => follow(() => latest.current, setConnected), [])
  return connected
}
