/** What stands on people's screens: messages and views, and how the wire shows them. */
import type { Json } from './json.js'

export interface Element extends Json {
  type: string
  action_id: string
}

export interface Block extends Json {
  type: string
  block_id: string
}

export interface Metadata {
  event_type: string
  event_payload: Json
}

export interface Message {
  channel: string
  ts: string
  user: string
  /** Absent: a person wrote it. */
  bot_id?: string
  text: string
  blocks?: Block[]
  metadata?: Metadata
  thread_ts?: string
  edited?: { user: string; ts: string }
  files?: Json[]
  /** Ephemeral: only this user sees it. */
  only?: string
}

export interface View extends Json {
  id: string
  team_id: string
  type: 'modal' | 'home'
  callback_id: string
  private_metadata: string
  external_id: string
  blocks: Block[]
  state: { values: Record<string, Record<string, Json>> }
  hash: string
  notify_on_close: boolean
  previous_view_id: string | null
  root_view_id: string
  /** Who has it on the screen; not part of the wire. */
  viewer: string
}

/** A message as methods and payloads show it; metadata only where it was asked for. */
export function messageOnWire(message: Message, team: string, app: string, withMetadata = false): Json {
  const { channel: _channel, only: _only, metadata, bot_id, ...rest } = message
  return {
    type: 'message',
    ...rest,
    team,
    ...(bot_id && { bot_id, app_id: app }),
    ...(withMetadata && metadata && { metadata }),
  }
}

export function viewOnWire(view: View): Json {
  const { viewer: _viewer, ...rest } = view
  return rest
}
