/** A Slack of our own on this machine: it speaks the real wire protocol and is as strict as the real one. */
import { randomBytes } from 'node:crypto'
import type { Message, View } from './message.js'
import { createPeople, type People } from './people/index.js'
import { listen } from './server.js'
import { createSignedHttp, type SignedHttp, type Tamper } from './signed-http.js'
import { createSocketMode, type SocketMode } from './socket-mode.js'
import type { Transport } from './transport.js'
import type { Workspace } from './workspace.js'
import { createWorld, type ResponseUrl, type SlackOptions, teamOf, type World } from './world.js'

export interface Slack
  extends Pick<World, 'calls' | 'downloads' | 'warnings' | 'clock' | 'faults' | 'options' | 'app'> {
  /** Base address of the Web API, for `slackApiUrl`. */
  url: string
  /** Where installations start, for `authorizationUrl`. */
  authorizeUrl: string
  /** Connections and envelopes of Socket Mode, and what may go wrong with them. */
  socket: SocketMode
  /** Standing messages of a channel or `D…` conversation, oldest first. */
  messages(channel: string, team?: string): Message[]
  /** Messages that only one person sees, of all workspaces. */
  readonly ephemerals: Message[]
  /** Open modals of all workspaces, the latest last. */
  readonly views: View[]
  /** The home tab published for somebody, if there is one. */
  home(user: string, team?: string): View | null
  /** What was sent to each address for later answers. */
  readonly responses: ResponseUrl[]
  /** The workspace's own state, free to be changed; the first one unless said otherwise. */
  team(id?: string): Workspace
  /** A code for `oauth.v2.access`, as the installation page hands it out. */
  code(team?: string, redirect?: string): string
  /** Signed requests to the app's own address, over which people may act as well. */
  http(url: string, tamper?: Tamper): SignedHttp
  /** People of a workspace, acting over Socket Mode unless another wire is given. */
  people(team?: string, over?: Transport): People
  stop(): Promise<void>
}

/** Starts a server on a free port with one workspace `T1`, unless others are given. */
export async function startSlack(options: SlackOptions = {}): Promise<Slack> {
  const world = createWorld(options)
  const socket = createSocketMode(world)
  const { origin, stop } = await listen(world, socket)
  world.origin = origin
  const all = () => [...world.teams.values()]
  return {
    ...world,
    url: `${origin}/api/`,
    authorizeUrl: `${origin}/oauth/v2/authorize`,
    socket,
    messages: (channel, team) => messagesOf(team ? [teamOf(world, team)] : all(), channel),
    get ephemerals() {
      return all().flatMap(({ ephemerals }) => ephemerals)
    },
    get views() {
      return all().flatMap(({ views }) => views)
    },
    get responses() {
      return [...world.responseUrls.values()]
    },
    home: (user, team) => teamOf(world, team).homes.get(user) ?? null,
    team: (id) => teamOf(world, id),
    code(team, redirect) {
      const code = randomBytes(12).toString('hex')
      world.codes.set(code, { team: teamOf(world, team).id, redirect: redirect ?? null })
      return code
    },
    http: (url, tamper) => createSignedHttp(world, url, tamper),
    people: (team, over = socket) => createPeople({ world, workspace: teamOf(world, team), transport: over }),
    stop,
  }
}

const messagesOf = (teams: Workspace[], channel: string): Message[] =>
  teams.find(({ channels }) => channels.has(channel))?.channels.get(channel)?.messages ?? []

export { fixture, kinds } from './fixtures.js'
export type { Message, View } from './message.js'
export type { People } from './people/index.js'
export type { Answer } from './transport.js'
