/** Keeps the chat true: fetched, followed live, and fetched again after every interruption. */
import { useCallback, useEffect, useState } from 'preact/hooks'
import { api } from './api.js'
import { acting, type Chat, dugUp, heard, listed, opened, refreshed, started } from './chat.js'
import type { Clock } from './clock.js'
import { useLive } from './live.js'
import { recall, remember } from './remember.js'
import { channelLink, type Route } from './route.js'
import type { Channel, Message, State } from './wire.js'

export interface UseChat {
  /** `null` until the first answer of the server. */
  chat: Chat | null
  connected: boolean
  /** Grows with everything that happens: a reason to look again at what is planned. */
  stirred: number
  hear(messages: Message[]): void
  actAs(person: string): void
  add(channel: Channel): void
  digUp(): Promise<void>
}

const again = 2000
type Change = (how: (chat: Chat) => Chat) => void

/** Calls `work` now and, as long as it fails, every two seconds, until the returned function is called. */
const insist = (work: () => Promise<void>) => {
  let timer = 0
  let wanted = true
  const attempt = () => {
    work().catch(() => {
      if (wanted) timer = window.setTimeout(attempt, again)
    })
  }
  attempt()
  return () => {
    wanted = false
    window.clearTimeout(timer)
  }
}

/** Fetches the newest messages whenever somebody else looks, elsewhere, or anew. */
const useListing = (chat: Chat | null, turn: number, change: Change) => {
  const [me, open] = [chat?.me, chat?.open]
  useEffect(() => {
    if (!me || !open) return
    return insist(async () => {
      const page = await api.messages(open, me)
      change((now) => (now.me === me && now.open === open ? listed(now, page) : now))
    })
  }, [me, open, turn])
}

/** The address follows the chat, and the chat the address. */
const useAddress = (chat: Chat | null, route: Route, change: Change) => {
  const wanted = route.page === 'chat' ? route.channel : null
  useEffect(() => {
    if (wanted !== null) change((now) => opened(now, wanted))
  }, [wanted])
  useEffect(() => {
    if (chat?.open && route.page === 'chat') location.replace(channelLink(chat.open))
  }, [chat?.open])
}

export const useChat = (clock: Clock, route: Route): UseChat => {
  const [chat, setChat] = useState<Chat | null>(null)
  const [turn, setTurn] = useState(0)
  const [stirred, setStirred] = useState(0)
  const change: Change = useCallback((how) => setChat((now) => now && how(now)), [])
  const stir = () => setStirred((times) => times + 1)
  const take = (state: State) => {
    clock.set(state.now)
    const wanted = route.page === 'chat' ? route.channel : null
    setChat((now) => (now ? refreshed(now, state) : started(state, recall('me'), wanted)))
  }
  const refetch = async () => take(await api.state())
  const hear = (messages: Message[]) => {
    change((now) => heard(now, messages))
    stir()
  }
  useEffect(() => insist(refetch), [turn])
  const connected = useLive({
    opened: () => setTurn((times) => times + 1),
    message: (message) => hear([message]),
    clock: (now) => (clock.set(now), stir()),
    people: () => setTurn((times) => times + 1),
  })
  useListing(chat, turn, change)
  useAddress(chat, route, change)
  const actAs = (person: string) => {
    remember('me', person)
    change((now) => acting(now, person))
  }
  const add = (channel: Channel) =>
    change((now) => {
      const known = now.channels.some(({ id }) => id === channel.id)
      return opened({ ...now, channels: known ? now.channels : [...now.channels, channel] }, channel.id)
    })
  const digUp = async () => {
    if (!chat) return
    const { open, me, messages } = chat
    const page = await api.messages(open, me, messages[0]?.id).catch(() => null)
    if (page) change((now) => (now.open === open && now.me === me ? dugUp(now, page) : now))
  }
  return { chat, connected, stirred, hear, actAs, add, digUp }
}
