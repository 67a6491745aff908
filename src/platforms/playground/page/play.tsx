/** What the parts of the page share: the chat, who is acting, the clock, and what they may do. */
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Chat } from './chat.js'
import type { Clock } from './clock.js'
import type { Deeds } from './deeds.js'
import type { Place } from './time.js'
import type { UseChat } from './use-chat.js'
import type { Person } from './wire.js'

export interface Play extends Omit<UseChat, 'chat'> {
  chat: Chat
  me: Person
  /** The acting person's language and zone. */
  place: Place
  clock: Clock
  deeds: Deeds
}

export const PlayContext = createContext<Play | null>(null)

export const usePlay = (): Play => {
  const play = useContext(PlayContext)
  if (!play) throw new Error('outside of the page')
  return play
}
