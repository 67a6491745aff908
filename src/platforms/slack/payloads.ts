/** The fields of Slack's payloads that matter here; other fields come and go. */
import type { ViewState } from './form.js'

export interface CommandBody {
  command: string
  text?: string
  user_id: string
  channel_id: string
  trigger_id: string
}

export interface ActionBody {
  user: { id: string }
  channel?: { id: string }
  message?: { ts?: string; thread_ts?: string }
  container?: { channel_id?: string; message_ts?: string; thread_ts?: string }
  trigger_id?: string
  actions: { action_id?: string; action_ts?: string; value?: string }[]
}

export interface ViewBody {
  user: { id: string }
  view: ViewState & { id: string; private_metadata: string }
}

export interface ShortcutBody {
  callback_id: string
  trigger_id: string
  user: { id: string }
  action_ts?: string
  team?: { domain?: string } | null
  channel?: { id: string }
  message?: { ts: string; text?: string }
}

export interface EventBody<E = unknown> {
  event: E
  event_id?: string
  event_time?: number
  authorizations?: { user_id: string; is_bot?: boolean }[]
}

/** A file of a message; without more than its id it has to be asked for. */
export interface EventFile {
  id?: string
  name?: string | null
  title?: string | null
  mimetype?: string | null
  size?: number | null
}

export interface MessageEvent {
  type: string
  subtype?: string
  user?: string
  bot_id?: string
  text?: string
  ts: string
  channel: string
  thread_ts?: string
  /** Who has written the first message of the thread. */
  parent_user_id?: string
  edited?: object
  files?: EventFile[]
}
