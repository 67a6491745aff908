/** One workspace: its people, channels and everything the app has put on their screens. */
import type { Json } from './json.js'
import type { Message, View } from './message.js'
import { makeUser, type User, type UserSpec } from './user.js'

export interface ChannelSpec {
  id: string
  name?: string
  private?: boolean
  archived?: boolean
  /** Whether the app's bot is in it; true unless said otherwise. */
  member?: boolean
  /** User ids; everybody unless said otherwise. */
  users?: string[]
}

export interface Channel {
  id: string
  name: string
  kind: 'public' | 'private' | 'im'
  archived: boolean
  members: Set<string>
  messages: Message[]
}

export interface WorkspaceSpec {
  id: string
  /** The bot's token. */
  token: string
  name?: string
  users?: UserSpec[]
  channels?: ChannelSpec[]
  groups?: { id: string; handle?: string; users: string[] }[]
}

export interface StoredFile extends Json {
  id: string
  name: string
  size: number
  bytes?: Buffer
  completed?: true
  /** Where the wire says it lies, if not on the server. */
  url?: string
  shares: { public: Record<string, Json[]>; private: Record<string, Json[]> }
}

export interface Workspace {
  id: string
  name: string
  domain: string
  token: string
  /** What has become of the token. */
  standing: 'installed' | 'token_revoked' | 'account_inactive'
  bot: { user: string; id: string }
  users: Map<string, User>
  channels: Map<string, Channel>
  groups: Map<string, { handle: string; users: string[] }>
  ephemerals: Message[]
  /** Open modals, the one on top last. */
  views: View[]
  /** Published home tabs by user. */
  homes: Map<string, View>
  files: Map<string, StoredFile>
}

export function makeWorkspace(spec: WorkspaceSpec): Workspace {
  const bot = { user: `U${spec.id}BOT`, id: `B${spec.id}` }
  const people = (spec.users ?? [{ id: 'U1', name: 'ada' }]).map((one) => makeUser(spec.id, one))
  const self = makeUser(spec.id, { id: bot.user, name: 'drumbeat', is_bot: true })
  const everybody = people.map(({ id }) => id)
  const channels = (spec.channels ?? [{ id: 'C1', name: 'general' }]).map((one) =>
    makeChannel(one, bot.user, everybody),
  )
  return {
    id: spec.id,
    name: spec.name ?? spec.id,
    domain: (spec.name ?? spec.id).toLowerCase().replace(/\W/g, '-'),
    token: spec.token,
    standing: 'installed',
    bot,
    users: new Map([...people, self].map((user) => [user.id, user])),
    channels: new Map(channels.map((channel) => [channel.id, channel])),
    groups: new Map((spec.groups ?? []).map(({ id, handle = id, users }) => [id, { handle, users }])),
    ephemerals: [],
    views: [],
    homes: new Map(),
    files: new Map(),
  }
}

function makeChannel(spec: ChannelSpec, bot: string, everybody: string[]): Channel {
  const members = spec.member === false ? [] : [bot]
  return {
    id: spec.id,
    name: spec.name ?? spec.id.toLowerCase(),
    kind: spec.private ? 'private' : 'public',
    archived: spec.archived ?? false,
    members: new Set([...members, ...(spec.users ?? everybody)]),
    messages: [],
  }
}

/** The conversation of one person with the bot, opened when it is first needed. */
export function directChannel({ channels, bot, users }: Workspace, user: string): Channel {
  const id = `D${user.slice(1)}`
  const archived = users.get(user)?.deleted ?? false
  const channel = channels.get(id) ?? {
    id,
    name: user,
    kind: 'im',
    archived,
    members: new Set([user, bot.user]),
    messages: [],
  }
  channel.archived = archived
  channels.set(id, channel)
  return channel
}
