/** What people write: slash commands, mentions, direct messages. */
import { randomUUID } from 'node:crypto'
import { say } from '../answers.js'
import { fixture } from '../fixtures.js'
import type { Json } from '../json.js'
import { type Message, messageOnWire } from '../message.js'
import { onWire, uploaded } from '../methods/files.js'
import { SlackError } from '../methods/method.js'
import type { Answer } from '../transport.js'
import type { User } from '../user.js'
import { type Channel, directChannel } from '../workspace.js'
import { promiseAnswer, promiseTrigger } from '../world.js'
import { channelOf, event, type Stage, shownName, userOf } from './stage.js'

/** @param text as Slack keeps it, with `<@U1>` for people, `<#C1>` for channels, `<!subteam^S1>` for groups */
export async function command(
  stage: Stage,
  id: string,
  place: string,
  name: string,
  text: string,
  options: { escape?: boolean } = {},
): Promise<Answer> {
  const { world, workspace } = stage
  const user = userOf(stage, id)
  const channel = channelOf(stage, place)
  const payload = {
    ...fixture('slash-command'),
    token: world.app.verification,
    api_app_id: world.app.id,
    team_id: workspace.id,
    team_domain: workspace.domain,
    channel_id: channel.id,
    channel_name: shownName(channel),
    user_id: user.id,
    user_name: user.name,
    command: name,
    text: options.escape === false ? bare(stage, text) : labelled(stage, text),
    response_url: promiseAnswer(world, { team: workspace.id, channel: channel.id, user: user.id }),
    trigger_id: promiseTrigger(world, { team: workspace.id, user: user.id }),
  }
  const answer = await stage.transport.deliver({ type: 'slash_commands', payload, answerable: true })
  if (answer.ok && answer.payload) answered(stage, user, channel, answer.payload)
  return answer
}

/** What came back with the acknowledgement is shown to whoever typed the command. */
function answered({ world, workspace }: Stage, user: User, channel: Channel, payload: Json): void {
  try {
    say(world, { team: workspace.id, channel: channel.id, user: user.id }, payload)
  } catch (error) {
    if (!(error instanceof SlackError)) throw error
    world.warnings.push(`invalid_command_response: ${JSON.stringify(error.extra)}`)
  }
}

export interface Along {
  thread_ts?: string | undefined
  /** Uploaded with the message. `stub`: the event says only that it is there; `url`: it lies somewhere else. */
  files?: readonly { name: string; bytes: Uint8Array; stub?: true; url?: string; mode?: string }[]
}

/** Mentions the bot, with the rest of the line behind it. */
export function mention(
  stage: Stage,
  id: string,
  place: string,
  text: string,
  { thread_ts, files = [] }: Along = {},
): Promise<Answer> {
  const channel = channelOf(stage, place)
  const line = `<@${stage.workspace.bot.user}> ${text}`
  const message = written(stage, userOf(stage, id), channel, line, { thread_ts, files })
  const parent = channel.messages.find(({ ts }) => ts === thread_ts)
  const fields = { ...said(stage, message), type: 'app_mention' }
  if (!parent) return stage.transport.deliver(event(stage, 'app-mention', fields))
  return stage.transport.deliver(
    event(stage, 'app-mention-thread', { ...fields, parent_user_id: parent.user }),
  )
}

/** Answers in a thread of a channel without mentioning the bot; Slack tells apps that listen to channels. */
export function reply(
  stage: Stage,
  id: string,
  place: string,
  text: string,
  thread_ts: string,
): Promise<Answer> {
  const channel = channelOf(stage, place)
  const message = written(stage, userOf(stage, id), channel, text, { thread_ts })
  const parent = channel.messages.find(({ ts }) => ts === thread_ts)
  const fields = { ...said(stage, message), channel_type: 'channel', parent_user_id: parent?.user ?? '' }
  return stage.transport.deliver(event(stage, 'message-im', fields))
}

/** Writes to the bot alone. */
export function direct(stage: Stage, id: string, text: string, along: Along = {}): Promise<Answer> {
  const channel = directChannel(stage.workspace, id)
  const message = written(stage, userOf(stage, id), channel, text, along)
  return stage.transport.deliver(event(stage, 'message-im', said(stage, message)))
}

/** Slack tells an app of its own bot's direct messages, too, and of their edits. */
export function echo(stage: Stage, message: Message): Promise<Answer> {
  const fields = said(stage, message)
  if (!message.edited) return stage.transport.deliver(event(stage, 'message-im', fields))
  const { channel, channel_type } = fields
  const hidden = { type: 'message', subtype: 'message_changed', hidden: true, ts: stage.world.clock.ts() }
  const delivery = event(stage, 'message-im', {})
  delivery.payload.event = { ...hidden, channel, channel_type, message: fields, event_ts: hidden.ts }
  return stage.transport.deliver(delivery)
}

/** Writes a message without telling the app, for others to answer or to use a shortcut on. */
export function write(stage: Stage, id: string, place: string, text: string): Message {
  return written(stage, userOf(stage, id), channelOf(stage, place), text)
}

function written(
  stage: Stage,
  user: User,
  channel: Channel,
  text: string,
  { thread_ts, files = [] }: Along = {},
): Message {
  const message: Message = {
    ...(files.length > 0 && { files: files.map((file) => attached(stage, user, file)) }),
    channel: channel.id,
    ts: stage.world.clock.ts(),
    user: user.id,
    text,
    blocks: [
      {
        type: 'rich_text',
        block_id: 'r1',
        elements: [{ type: 'rich_text_section', elements: pieces(text) }],
      },
    ],
    ...(thread_ts && { thread_ts }),
  }
  channel.messages.push(message)
  return message
}

function attached(stage: Stage, user: User, file: NonNullable<Along['files']>[number]): Json {
  const stored = uploaded(stage, user.id, file.name, Buffer.from(file.bytes))
  if (file.url) stored.url = file.url
  if (file.mode) stored.mode = file.mode
  if (!file.stub) return onWire(stage, stored)
  return {
    id: stored.id,
    created: 0,
    timestamp: 0,
    user: '',
    mode: 'file_access',
    file_access: 'check_file_info',
  }
}

function said({ world, workspace }: Stage, message: Message): Json {
  return {
    ...messageOnWire(message, workspace.id, world.app.id),
    ...(!message.bot_id && { client_msg_id: randomUUID() }),
    channel: message.channel,
    event_ts: message.ts,
    ...(message.channel.startsWith('D') && { channel_type: 'im' }),
    ...(message.files && { subtype: 'file_share', upload: false }),
  }
}

const marks = /<(@|#|!subteam\^)(\w+)>/g
const names = { '@': 'user_id', '#': 'channel_id', '!subteam^': 'usergroup_id' } as const
const types = { '@': 'user', '#': 'channel', '!subteam^': 'usergroup' } as const
type Sign = keyof typeof names

/** The text as the composer would have built it. */
function pieces(text: string): Json[] {
  const found = [...text.matchAll(marks)]
  let from = 0
  const all = found.flatMap(({ 0: whole, 1: sign, 2: id, index }) => {
    const before = { type: 'text', text: text.slice(from, index) }
    from = index + whole.length
    return [before, { type: types[sign as Sign], [names[sign as Sign]]: id }]
  })
  return [...all, { type: 'text', text: text.slice(from) }].filter((one) => one.type !== 'text' || one.text)
}

function nameOf({ workspace }: Stage, sign: string, id: string): string {
  if (sign === '@') return workspace.users.get(id)?.name ?? id
  return (sign === '#' ? workspace.channels.get(id)?.name : workspace.groups.get(id)?.handle) ?? id
}

/** With "escape channels, users and links": `<@U1|ada>`. */
const labelled = (stage: Stage, text: string) =>
  text.replace(marks, (_whole, sign: string, id: string) => {
    const name = nameOf(stage, sign, id)
    return `<${sign}${id}|${sign.startsWith('!') ? `@${name}` : name}>`
  })

/** Without it only the name is left: `@ada`. */
const bare = (stage: Stage, text: string) =>
  text.replace(
    marks,
    (_whole, sign: string, id: string) => `${sign === '#' ? '#' : '@'}${nameOf(stage, sign, id)}`,
  )
