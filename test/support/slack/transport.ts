/** What a delivery to the app is, over whichever wire it travels. */
import type { Json } from './json.js'

export interface Delivery {
  type: 'events_api' | 'slash_commands' | 'interactive'
  payload: Json
  /** Whether words may come back with the acknowledgement. */
  answerable: boolean
}

/** Slack tries an event again: how often it has, and why. */
export interface Retry {
  num: number
  reason: string
}

export interface Again {
  retry?: Retry
  /** Down to the envelope's id or the signed bytes; otherwise only the payload is the same. */
  identical?: boolean
}

export interface Answer {
  /** Acknowledged in time. */
  ok: boolean
  /** Milliseconds until it was acknowledged or given up. */
  ms: number
  /** What came back with the acknowledgement; null where nothing did. */
  payload: Json | null
  /** Why it failed: `timeout`, `no_connection`, `connection_lost`, `http_500`… */
  failure?: string
  /** HTTP only. */
  status?: number
  /** HTTP only: the body as it came. */
  body?: string
  /** Delivers the same once more. */
  again(options?: Again): Promise<Answer>
}

export interface Transport {
  deliver(delivery: Delivery): Promise<Answer>
}

/** @returns the payload of an answer, null where it says nothing. */
export const said = (payload: Json | undefined): Json | null =>
  payload && Object.keys(payload).length > 0 ? payload : null
