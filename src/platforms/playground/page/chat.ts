/** What the page knows of the chat, and how news changes it; pure. */
import type { Channel, Message, Person, State } from './wire.js'

export interface Chat {
  people: Person[]
  channels: Channel[]
  /** Id of the acting person. */
  me: string
  /** Id of the channel on screen. */
  open: string
  /** Of the open channel, oldest first. */
  messages: Message[]
  loaded: boolean
  /** There is nothing older to fetch. */
  whole: boolean
  /** Ids of channels with news, also those of other people, so that the switch can show who should look. */
  unread: ReadonlySet<string>
}

export const sees = (person: string, message: Message) =>
  message.visibleTo === null || message.visibleTo.includes(person)

/** The groups and the acting person's own conversation with the bot. */
export const channelsOf = (chat: Pick<Chat, 'channels' | 'me'>) =>
  chat.channels.filter((channel) => channel.kind === 'group' || channel.person === chat.me)

/** A wanted channel that belongs to somebody else becomes the acting person's own conversation. */
const reachable = (chat: Chat, wanted: string): string => {
  const own = channelsOf(chat)
  if (own.some((channel) => channel.id === wanted)) return wanted
  const foreign = chat.channels.some((channel) => channel.id === wanted)
  const direct = own.find((channel) => channel.kind === 'direct')
  return (foreign ? direct?.id : undefined) ?? own[0]?.id ?? ''
}

const without = (unread: ReadonlySet<string>, channel: string) =>
  new Set([...unread].filter((id) => id !== channel))

/** Shows another channel, empty until its messages are listed. */
export const opened = (chat: Chat, wanted: string): Chat => {
  const open = reachable(chat, wanted)
  const same = open === chat.open && chat.loaded
  const view = same ? {} : { messages: [], loaded: false, whole: false }
  return { ...chat, ...view, open, unread: without(chat.unread, open) }
}

export const acting = (chat: Chat, me: string): Chat =>
  opened({ ...chat, me, messages: [], loaded: false, whole: false }, chat.open)

export const started = (state: State, me: string | null, open: string | null): Chat => {
  const person = state.people.find(({ id }) => id === me) ?? state.people[0]
  const { people, channels } = state
  const empty = { messages: [], loaded: false, whole: false, unread: new Set<string>(), open: '' }
  return opened({ ...empty, people, channels, me: person?.id ?? '' }, open ?? '')
}

/** People or channels have changed. */
export const refreshed = (chat: Chat, { people, channels }: State): Chat => {
  const next = { ...chat, people, channels }
  if (!people.some(({ id }) => id === chat.me)) return acting(next, people[0]?.id ?? '')
  return reachable(next, chat.open) === chat.open ? next : opened(next, chat.open)
}

/** How news came: the stream and fresh lists are the last word; answers and older pages may be overtaken. */
export type Way = 'last word' | 'perhaps late'

const merge = (known: Message[], news: Message[], way: Way): Message[] => {
  const byId = new Map(known.map((message) => [message.id, message]))
  for (const message of news) {
    const before = byId.get(message.id)
    // Not simply the later edit: the time machine may have gone back in between.
    const overtaken = way === 'perhaps late' && (before?.editedAt ?? '') > (message.editedAt ?? '')
    if (!overtaken) byId.set(message.id, message)
  }
  // Ids that are numbers grow; for any other kind the order of arrival stays.
  return [...byId.values()].sort((a, b) => Number(a.id) - Number(b.id) || 0)
}

/** The newest page of the open channel has been fetched. */
export const listed = (chat: Chat, page: Message[]): Chat => {
  const oldest = page[0]?.id
  const joins = !chat.loaded || chat.messages.some(({ id }) => id === oldest)
  const messages = joins ? merge(chat.messages, page, 'last word') : page
  return { ...chat, messages, loaded: true, whole: joins && chat.whole }
}

/** An older page; an empty one means there is nothing older. */
export const dugUp = (chat: Chat, page: Message[]): Chat =>
  page.length === 0
    ? { ...chat, whole: true }
    : { ...chat, messages: merge(chat.messages, page, 'perhaps late') }

const bringsNews = (chat: Chat, message: Message) => {
  const owner = chat.channels.find(({ id }) => id === message.channel)?.person ?? chat.me
  const elsewhere = message.channel !== chat.open
  return elsewhere && message.editedAt === null && message.author !== chat.me && sees(owner, message)
}

/** Messages arrived or changed, here or in other channels. */
export const heard = (chat: Chat, news: Message[], way: Way): Chat => {
  const here = news.filter(({ channel }) => channel === chat.open)
  const elsewhere = news.filter((message) => bringsNews(chat, message)).map(({ channel }) => channel)
  return {
    ...chat,
    messages: merge(chat.messages, here, way),
    unread: new Set([...chat.unread, ...elsewhere]),
  }
}
