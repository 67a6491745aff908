/** Looks for a message whose sending had no known end: our marker stands in its metadata. */
import type { ConversationsHistoryResponse } from '@slack/web-api'
import type { Pace } from '../../kit/pace.js'
import type { Post } from '../../kit/platform.js'
import { codeOf } from './errors.js'
import { messageId } from './ids.js'
import { rates } from './rates.js'
import type { Workspace } from './workspaces.js'

/** What comes between a message and its repetition: more would be hours. A thread begins with its oldest answers. */
const pages = 3
const perPage = { channel: 200, thread: 999 }
/** Nothing can stand where nothing can be read. */
const unreadable = ['not_in_channel', 'channel_not_found', 'thread_not_found']

type Message = NonNullable<ConversationsHistoryResponse['messages']>[number]
const markerOf = ({ metadata }: Message): unknown =>
  (metadata as { event_payload?: { marker?: unknown } } | undefined)?.event_payload?.marker

type Sought = Pick<Post, 'marker' | 'since'>

/** Our clock may be ahead of Slack's, by minutes where nobody looks after it. */
const skewMs = 10 * 60_000
const secondsBefore = (since: Date): string =>
  String(Math.floor((Math.min(since.getTime(), Date.now()) - skewMs) / 1000))

interface Place {
  channel: string
  thread_ts?: string
}

/** @returns the message's id, or null when it did not arrive. */
export const findMarked = async (
  pace: Pace,
  workspace: Workspace,
  place: Place,
  post: Sought,
): Promise<string | null> => {
  // What was to be said in a thread that is gone was said in its channel.
  const places = place.thread_ts ? [place, { channel: place.channel }] : [place]
  for (const one of places) {
    const found = await findIn(pace, workspace, one, post).catch((error) => {
      if (unreadable.includes(codeOf(error))) return null
      throw error
    })
    if (found) return found
  }
  return null
}

const findIn = async (
  pace: Pace,
  { id, web }: Workspace,
  { channel, thread_ts }: Place,
  { marker, since }: Sought,
): Promise<string | null> => {
  let cursor: string | undefined
  for (let page = 0; page < pages; page++) {
    const limit = perPage[thread_ts ? 'thread' : 'channel']
    const from = { channel, include_all_metadata: true, oldest: secondsBefore(since), limit }
    const asked = { ...from, ...(cursor ? { cursor } : {}) }
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
