/** Reading messages back: a channel's own, and the answers in a thread. */
import { z } from 'zod'
import type { Json } from '../json.js'
import { type Message, messageOnWire } from '../message.js'
import type { Channel } from '../workspace.js'
import { type Context, flag, type Method, method, number, page, SlackError, scopedChannel } from './method.js'

const window = {
  channel: z.string(),
  oldest: z.string().optional(),
  latest: z.string().optional(),
  inclusive: flag.default(false),
  limit: number.default(100),
  cursor: z.string().optional(),
  include_all_metadata: flag.default(false),
}
type Window = z.infer<z.ZodObject<typeof window>>

function readable(context: Context, id: string): Channel {
  const channel = scopedChannel(context, id, 'history')
  if (!channel.members.has(context.workspace.bot.user)) throw new SlackError('not_in_channel')
  return channel
}

function between(messages: Message[], { oldest, latest, inclusive }: Window): Message[] {
  for (const [name, value] of Object.entries({ oldest, latest })) {
    if (value !== undefined && Number.isNaN(Number(value))) throw new SlackError(`invalid_ts_${name}`)
  }
  const from = Number(oldest ?? 0)
  const to = Number(latest ?? Number.POSITIVE_INFINITY)
  return messages.filter(({ ts }) => {
    const at = Number(ts)
    return (at > from && at < to) || (inclusive && (at === from || at === to))
  })
}

function shown({ world, workspace }: Context, channel: Channel, message: Message, metadata: boolean): Json {
  const answers = channel.messages.filter(
    ({ ts, thread_ts }) => thread_ts === message.ts && ts !== message.ts,
  )
  const started = answers.length > 0 && {
    thread_ts: message.ts,
    reply_count: answers.length,
    reply_users: [...new Set(answers.map(({ user }) => user))],
    latest_reply: answers.at(-1)?.ts,
  }
  return { ...messageOnWire(message, workspace.id, world.app.id, metadata), ...started }
}

/** Newest first; with only `oldest` given, the page nearest to it comes first, as Slack does it. */
const history = method([], z.object(window), (context, args) => {
  const channel = readable(context, args.channel)
  const own = between(channel.messages, args).filter(({ ts, thread_ts }) => !thread_ts || thread_ts === ts)
  const forward = args.oldest !== undefined && args.latest === undefined
  const found = page(forward ? own : own.toReversed(), args.limit, args.cursor)
  const messages = forward ? found.page.toReversed() : found.page
  return {
    messages: messages.map((message) => shown(context, channel, message, args.include_all_metadata)),
    has_more: found.next !== '',
    pin_count: 0,
    response_metadata: { next_cursor: found.next },
  }
})

const replies = method([], z.object({ ...window, ts: z.string() }), (context, args) => {
  const channel = readable(context, args.channel)
  const asked = channel.messages.find(({ ts }) => ts === args.ts)
  if (!asked) throw new SlackError('thread_not_found')
  const parent = channel.messages.find(({ ts }) => ts === (asked.thread_ts ?? args.ts)) ?? asked
  const below = channel.messages.filter(({ ts, thread_ts }) => thread_ts === parent.ts && ts !== parent.ts)
  const found = page([parent, ...between(below, args)], args.limit, args.cursor)
  return {
    messages: found.page.map((message) => shown(context, channel, message, args.include_all_metadata)),
    has_more: found.next !== '',
    response_metadata: { next_cursor: found.next },
  }
})

export const reading: Record<string, Method> = {
  'conversations.history': history,
  'conversations.replies': replies,
}
