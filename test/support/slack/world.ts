/** Everything one server knows: the app, its workspaces, what was promised to it and what it did. */
import { randomBytes } from 'node:crypto'
import { type Clock, createClock } from './clock.js'
import { createFaults, type Faults } from './faults.js'
import type { Json } from './json.js'
import type { Message } from './message.js'
import { makeWorkspace, type Workspace, type WorkspaceSpec } from './workspace.js'

export interface SlackOptions {
  teams?: WorkspaceSpec[]
  /** What bot tokens may do; everything unless said otherwise. */
  scopes?: string[]
  /** False: tables and charts are refused as unknown, as where they have not been rolled out. */
  nativeBlocks?: boolean
  appToken?: string
  signingSecret?: string
  clientId?: string
  clientSecret?: string
  /** The redirect address in the app's settings, for installations that name none. */
  redirectUrl?: string
  /** How long an acknowledgement is waited for, in milliseconds. */
  patience?: number
}

/** One call of a Web API method. `answer` is null where nothing came back. */
export interface Call {
  method: string
  /** The workspace of the token, where it is known. */
  team: string | null
  args: Json
  /** Milliseconds since 1970. */
  at: number
  answer: Json | null
}

/** A promise that one dialog may be opened. */
export interface Trigger {
  team: string
  user: string
  at: number
  used: boolean
  /** The modal in which the interaction took place. */
  view?: string
}

/** An address for answers to one interaction, and what was sent there. */
export interface ResponseUrl {
  team: string
  channel: string
  user: string
  at: number
  source?: Message
  uses: { at: number; body: Json; status: number }[]
}

export interface World {
  clock: Clock
  options: Required<Omit<SlackOptions, 'teams'>>
  app: { id: string; verification: string }
  teams: Map<string, Workspace>
  calls: Call[]
  /** Each file asked for, and whether with the token of its workspace. */
  downloads: { file: string; known: boolean }[]
  /** What Slack would let pass although it is a mistake. */
  warnings: string[]
  triggers: Map<string, Trigger>
  responseUrls: Map<string, ResponseUrl>
  /** Codes of installations that were allowed in the browser. */
  codes: Map<string, { team: string; redirect: string | null; user?: string }>
  /** Socket Mode addresses handed out and not yet used. */
  tickets: Set<string>
  faults: Faults
  /** A new id like `V0007`. */
  id(prefix: string): string
  /** `http://127.0.0.1:PORT`. */
  origin: string
}

/** Every scope a method here asks for. */
export const allScopes = [
  'app_mentions:read',
  'channels:history',
  'channels:join',
  'channels:read',
  'chat:write',
  'commands',
  'files:read',
  'files:write',
  'groups:history',
  'groups:read',
  'im:history',
  'im:read',
  'im:write',
  'team:read',
  'usergroups:read',
  'users:read',
  'users:read.email',
]

export function createWorld({ teams = [{ id: 'T1', token: 'xoxb-1' }], ...given }: SlackOptions): World {
  let last = 0
  const clock = createClock()
  const defaults = { scopes: allScopes, nativeBlocks: true, appToken: 'xapp-1', patience: 3000 }
  const secrets = {
    signingSecret: 'signing-secret',
    clientId: '1.2',
    clientSecret: 'client-secret',
    redirectUrl: '',
  }
  return {
    clock,
    options: { ...defaults, ...secrets, ...given },
    app: { id: 'A0001', verification: 'verification-token' },
    teams: new Map(teams.map((spec) => [spec.id, makeWorkspace(spec)])),
    calls: [],
    downloads: [],
    warnings: [],
    triggers: new Map(),
    responseUrls: new Map(),
    codes: new Map(),
    tickets: new Set(),
    faults: createFaults(clock),
    id: (prefix) => `${prefix}${String(++last).padStart(4, '0')}`,
    origin: '',
  }
}

/** @throws Error where a test names a workspace that is not there. */
export function teamOf(world: World, id?: string): Workspace {
  const found = id ? world.teams.get(id) : [...world.teams.values()][0]
  if (!found) throw new Error(`no workspace ${id}`)
  return found
}

/** @returns the id of a promise that lasts three seconds and for one dialog. */
export function promiseTrigger(world: World, trigger: Omit<Trigger, 'at' | 'used'>): string {
  const id = `${world.triggers.size + 1}.${trigger.team.replace(/\D/g, '')}.${randomBytes(16).toString('hex')}`
  world.triggers.set(id, { ...trigger, at: world.clock.now(), used: false })
  return id
}

/** @returns an address for answers to one interaction. */
export function promiseAnswer(world: World, given: Omit<ResponseUrl, 'at' | 'uses'>): string {
  const id = randomBytes(12).toString('hex')
  world.responseUrls.set(id, { ...given, at: world.clock.now(), uses: [] })
  return `${world.origin}/respond/${id}`
}
