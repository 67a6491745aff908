/** Keeps the chat true: fetched, followed live, and fetched again after every interruption. */
import { useCallback, useEffect, useState } from 'preact/hooks'
import { api } from './api.js'
import { acting, type Chat, dugUp, heard, listed, opened, refreshed, started, type Way } from './chat.js'
import type { Clock } from './clock.js'
import { insist } from './insist.js'
import { useLive } from './live.js'
import { recall, remember } from './remember.js'
import { channelLink, type Route } from './route.js'
import type { Channel, Message, State } from './wire.js'

/** What the acting person may change without a word to the server, or with one that is no deed. */
interface Ways {
  actAs(person: string): void
  add(channel: Channel): void
  /** Fetches an older page of the open channel. */
  digUp(): Promise<void>
}

export interface UseChat extends Ways {
  /** `null` until the first answer of the server. */
  chat: Chat | null
  connected: boolean
  /** Grows with everything that happens: a reason to look again at what is planned. */
  stirred: number
  hear(messages: Message[], way: Way): void
}

type Change = (how: (chat: Chat) => Chat) => void

/** People and channels, in the language of who is acting. */
const useRefetch = (chat: Chat | null, turn: number, take: (state: State) => void) => {
  const language = chat?.people.find(({ id }) => id === chat.me)?.language
  useEffect(() => insist(() => api.state(language), take), [turn, language])
}

/** The newest messages, whenever somebody else looks, elsewhere, or anew. */
const useListing = (chat: Chat | null, turn: number, change: Change) => {
  const [me, open] = [chat?.me, chat?.open]
  useEffect(() => {
    if (!me || !open) return
    return insist(
      () => api.messages(open, me),
      (page) => change((now) => (now.me === me && now.open === open ? listed(now, page) : now)),
    )
  }, [me, open, turn])
}

/** The address follows the chat, and the chat the address. */
const useAddress = (chat: Chat | null, route: Route, wanted: string | null, change: Change) => {
  useEffect(() => {
    if (wanted !== null) change((now) => opened(now, wanted))
  }, [wanted])
  useEffect(() => {
    if (chat?.open && route.page === 'chat') location.replace(channelLink(chat.open))
  }, [chat?.open])
}

const joined = (chat: Chat, channel: Channel): Chat => {
  const known = chat.channels.some(({ id }) => id === channel.id)
  return opened({ ...chat, channels: known ? chat.channels : [...chat.channels, channel] }, channel.id)
}

const waysOf = (chat: Chat | null, change: Change): Ways => ({
  actAs: (person) => {
    remember('me', person)
    change((now) => acting(now, person))
  },
  add: (channel) => change((now) => joined(now, channel)),
  digUp: async () => {
    if (!chat) return
    const { open, me, messages } = chat
    const page = await api.messages(open, me, messages[0]?.id).catch(() => null)
    if (page) change((now) => (now.open === open && now.me === me ? dugUp(now, page) : now))
  },
})

/** A number that grows, as a reason to do something again. */
const useCounter = () => {
  const [count, setCount] = useState(0)
  return [count, () => setCount((times) => times + 1)] as const
}

/** The event stream: news into the chat, the clock set, and reasons to look again. */
const useNews = (clock: Clock, change: Change) => {
  const [turn, anew] = useCounter()
  const [stirred, stir] = useCounter()
  const hear = (messages: Message[], way: Way) => {
    change((now) => heard(now, messages, way))
    stir()
  }
  const tick = (now: string) => {
    clock.set(now)
    stir()
  }
  const message = (news: Message) => hear([news], 'last word')
  const connected = useLive({ opened: anew, people: anew, message, clock: tick })
  return { turn, stirred, connected, hear, tick }
}

export const useChat = (clock: Clock, route: Route): UseChat => {
  const [chat, setChat] = useState<Chat | null>(null)
  const change: Change = useCallback((how) => setChat((now) => now && how(now)), [])
  const { turn, tick, ...news } = useNews(clock, change)
  const wanted = route.page === 'chat' ? route.channel : null
  useRefetch(chat, turn, (state) => {
    setChat((now) => (now ? refreshed(now, state) : started(state, recall('me'), wanted)))
    tick(state.now)
  })
  useListing(chat, turn, change)
  useAddress(chat, route, wanted, change)
  return { chat, ...news, ...waysOf(chat, change) }
}
