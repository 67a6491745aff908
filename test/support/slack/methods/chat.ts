/** Messages: posted, edited, shown to one person, taken away. */
import { z } from 'zod'
import type { Json } from '../json.js'
import { type Message, messageOnWire } from '../message.js'
import { type Channel, directChannel } from '../workspace.js'
import { blocksIn, content, metadataIn, noteMistakes } from './content.js'
import { type Context, channelOf, type Method, method, SlackError } from './method.js'

const place = { channel: z.string() }
const loose = { link_names: z.unknown().optional(), parse: z.unknown().optional() }

const post = method(
  ['chat:write'],
  z.object({ ...place, ...content, ...loose, thread_ts: z.string().optional() }),
  (context, args) => {
    const channel = destination(context, args.channel)
    writable(context, channel)
    const blocks = blocksIn(context, args.blocks)
    if (!args.text && !blocks?.length) throw new SlackError('no_text')
    const metadata = args.metadata === undefined ? undefined : metadataIn(args.metadata)
    const message = written(context, channel, args.text ?? '', {
      ...(blocks && { blocks }),
      ...(metadata && { metadata }),
      ...(args.thread_ts && { thread_ts: thread(context, channel, args.thread_ts) }),
    })
    noteMistakes(context, 'chat.postMessage', args, args)
    channel.messages.push(message)
    return { channel: channel.id, ts: message.ts, message: onWire(context, message) }
  },
)

const update = method(
  ['chat:write'],
  z.object({ ...place, ...content, ...loose, ts: z.string() }),
  (context, args) => {
    const channel = channelOf(context, args.channel)
    const message = own(context, channel, args.ts, 'cant_update_message')
    if (channel.archived) throw new SlackError('is_inactive')
    if ((args.text?.length ?? 0) > 4000) throw new SlackError('msg_too_long')
    const blocks = blocksIn(context, args.blocks)
    if (args.text === undefined && !blocks) throw new SlackError('no_text')
    Object.assign(message, {
      edited: { user: context.workspace.bot.user, ts: context.world.clock.ts() },
      ...(args.metadata !== undefined && { metadata: metadataIn(args.metadata) }),
      ...(blocks && { blocks }),
      ...(args.text !== undefined && { text: args.text }),
    })
    noteMistakes(context, 'chat.update', args, args)
    return {
      channel: channel.id,
      ts: message.ts,
      text: message.text,
      message: onWire(context, message),
    }
  },
)

const postEphemeral = method(
  ['chat:write'],
  z.object({ ...place, ...content, ...loose, user: z.string(), thread_ts: z.string().optional() }),
  (context, args) => {
    const channel = channelOf(context, args.channel)
    writable(context, channel)
    if (!channel.members.has(args.user)) throw new SlackError('user_not_in_channel')
    const blocks = blocksIn(context, args.blocks)
    if (!args.text && !blocks?.length) throw new SlackError('no_text')
    noteMistakes(context, 'chat.postEphemeral', args, args)
    const message = written(context, channel, args.text ?? '', {
      only: args.user,
      ...(blocks && { blocks }),
      ...(args.thread_ts && { thread_ts: thread(context, channel, args.thread_ts) }),
    })
    context.workspace.ephemerals.push(message)
    return { message_ts: message.ts }
  },
)

const remove = method(['chat:write'], z.object({ ...place, ts: z.string() }), (context, args) => {
  const channel = channelOf(context, args.channel)
  const message = own(context, channel, args.ts, 'cant_delete_message')
  channel.messages.splice(channel.messages.indexOf(message), 1)
  return { channel: channel.id, ts: args.ts }
})

/** Posting to a user's id reaches the conversation with the bot; no other method does that. */
function destination(context: Context, id: string): Channel {
  if (!/^[UW]/.test(id)) return channelOf(context, id)
  if (!context.workspace.users.has(id)) throw new SlackError('channel_not_found')
  return directChannel(context.workspace, id)
}

function writable({ workspace }: Context, channel: Channel): void {
  if (channel.archived) throw new SlackError('is_archived')
  if (!channel.members.has(workspace.bot.user)) throw new SlackError('not_in_channel')
}

/** A message of the bot, not yet on anybody's screen. */
export function written(
  { world, workspace }: Context,
  channel: Channel,
  text: string,
  rest: Partial<Message>,
): Message {
  const { user, id } = workspace.bot
  return { channel: channel.id, ts: world.clock.ts(), user, bot_id: id, text: text.slice(0, 40_000), ...rest }
}

/** @throws SlackError thread_not_found. Answers below an answer are noted: they belong below the first message. */
export function thread({ world }: Context, channel: Channel, ts: string): string {
  const parent = channel.messages.find((message) => message.ts === ts)
  if (!parent) throw new SlackError('thread_not_found')
  if (parent.thread_ts && parent.thread_ts !== ts) world.warnings.push(`thread_ts ${ts} is itself an answer`)
  return parent.thread_ts ?? ts
}

function own({ workspace }: Context, channel: Channel, ts: string, refusal: string): Message {
  const message = channel.messages.find((one) => one.ts === ts)
  if (!message) throw new SlackError('message_not_found')
  if (message.bot_id !== workspace.bot.id) throw new SlackError(refusal)
  return message
}

const onWire = ({ world, workspace }: Context, message: Message): Json =>
  messageOnWire(message, workspace.id, world.app.id, true)

export const chat: Record<string, Method> = {
  'chat.postMessage': post,
  'chat.update': update,
  'chat.postEphemeral': postEphemeral,
  'chat.delete': remove,
}
