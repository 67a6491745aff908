/** Looks for a message whose sending had no known end: our marker stands in its metadata. */
import type { ConversationsHistoryResponse } from '@slack/web-api'
import { messageId } from './ids.js'
import { type Pace, rates } from './pace.js'
import type { Workspace } from './workspaces.js'

/** What comes between a message and its repetition: more would be hours. */
const pages = 3
const perPage = 100

type Message = NonNullable<ConversationsHistoryResponse['messages']>[number]
const markerOf = ({ metadata }: Message): unknown =>
  (metadata as { event_payload?: { marker?: unknown } } | undefined)?.event_payload?.marker

/** @returns the message's id, or null when it did not arrive. */
export const findMarked = async (
  pace: Pace,
  { id, web }: Workspace,
  { channel, thread_ts }: { channel: string; thread_ts?: string },
  marker: string,
): Promise<string | null> => {
  let cursor: string | undefined
  for (let page = 0; page < pages; page++) {
    const asked = { channel, include_all_metadata: true, limit: perPage, ...(cursor ? { cursor } : {}) }
    const { messages, response_metadata } = await pace.run(
      `${id} conversations.${thread_ts ? 'replies' : 'history'}`,
      rates.tier3,
      () =>
        thread_ts ? web.conversations.replies({ ...asked, ts: thread_ts }) : web.conversations.history(asked),
    )
    const found = (messages as Message[] | undefined)?.find((message) => markerOf(message) === marker)
    if (found?.ts) return messageId(channel, found.ts)
    cursor = response_metadata?.next_cursor
    if (!cursor) return null
  }
  return null
}
