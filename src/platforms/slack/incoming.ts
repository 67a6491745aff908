/** Slack's payloads as deliveries: who did what where, rid of everything that is Slack's own. */
import type { Address } from '../../kit/address.js'
import type { Action } from '../../kit/card.js'
import { hashOf } from '../../kit/hash.js'
import type { Incoming } from '../../kit/platform.js'
import { valuesOf } from './form.js'
import { messageId, scoped } from './ids.js'
import type { ActionBody, CommandBody, EventBody, MessageEvent, ShortcutBody, ViewBody } from './payloads.js'
import { sentIn } from './sent-files.js'
import { readText } from './text.js'

/** The same parts are the same deed, however often Slack delivers it. */
const nameOf = (kind: string, parts: readonly unknown[]): string => `${kind}:${hashOf(parts)}`

/** Conversations with one person begin with D: nobody else listens there. */
const placeIn = (workspace: string, user: string, channel?: string, thread?: string): Address => {
  const below = thread ? { thread } : {}
  if (!channel || channel.startsWith('D'))
    return { platform: 'slack', account: scoped(workspace, user), ...below }
  return { platform: 'slack', channel: scoped(workspace, channel), ...below }
}

/** @throws Error for a payload that names nobody: Slack sends none, and nobody could be answered. */
const by = (workspace: string, user: string) => {
  if (!workspace || !user) throw new Error('a payload names nobody')
  return { platform: 'slack', account: scoped(workspace, user) } as const
}

/** `/mkt …` */
export const fromCommand = (body: CommandBody, workspace: string): Incoming => ({
  ...by(workspace, body.user_id),
  delivery: nameOf('command', [
    workspace,
    body.trigger_id,
    body.user_id,
    body.channel_id,
    body.command,
    body.text,
  ]),
  place: placeIn(workspace, body.user_id, body.channel_id),
  deed: { kind: 'line', text: readText(body.text ?? '', workspace) },
})

/** A button pressed; on the home page the answer comes into the conversation with the bot. */
export const fromAction = (body: ActionBody, workspace: string, action: Action): Incoming => {
  const { user, channel, message, container, trigger_id } = body
  const pressed = body.actions[0]
  const parts = [workspace, trigger_id, user.id, pressed?.action_ts, pressed?.action_id, pressed?.value]
  const thread = message?.thread_ts ?? container?.thread_ts
  // A message with answers below it is in its own thread; whoever presses it is mostly not there.
  const below = thread === (message?.ts ?? container?.message_ts) ? undefined : thread
  return {
    ...by(workspace, user.id),
    delivery: nameOf('action', parts),
    place: placeIn(workspace, user.id, channel?.id ?? container?.channel_id, below),
    deed: { kind: 'action', command: action.command, args: action.args },
  }
}

/** What a modal keeps of the form it shows. */
export interface FormContext {
  command: string
  hidden: Record<string, string>
  place: Address
}

/** A form sent; the same values of the same view are the same deed. */
export const fromView = (body: ViewBody, workspace: string, context: FormContext): Incoming => {
  const values = valuesOf(body.view, workspace)
  return {
    ...by(workspace, body.user.id),
    delivery: nameOf('view', [workspace, body.view.id, body.user.id, values]),
    place: context.place,
    deed: { kind: 'action', command: context.command, args: { ...context.hidden, ...values }, form: true },
  }
}

/** The forms that shortcuts open: which command, and what becomes of the message they were used on. */
const shortcuts: Readonly<Record<string, { command: string; name: string; link: string; text?: string }>> = {
  new: { command: 'new', name: 'name', link: '' },
  task: { command: 'task-add', name: 'name', link: 'remarks', text: 'description' },
  issue: { command: 'issue-add', name: 'title', link: 'source' },
}

const longestName = 150

const linkTo = ({ team, channel, message }: ShortcutBody): string =>
  team?.domain && channel && message
    ? `https://${team.domain}.slack.com/archives/${channel.id}/p${message.ts.replace('.', '')}`
    : ''

/** @returns null for a shortcut that is none of ours. */
export const fromShortcut = (body: ShortcutBody, workspace: string): Incoming | null => {
  const { user, callback_id, channel, message } = body
  const shortcut = shortcuts[callback_id]
  if (!shortcut) return null
  const text = readText(message?.text ?? '', workspace)
  const args = Object.entries({
    [shortcut.name]: [...(text.split('\n')[0] ?? '')].slice(0, longestName).join(''),
    [shortcut.text ?? '']: text.includes('\n') || text.length > longestName ? text : '',
    [shortcut.link]: linkTo(body),
  }).filter(([name, value]) => name !== '' && value !== '')
  return {
    ...by(workspace, user.id),
    delivery: nameOf('shortcut', [workspace, body.trigger_id, user.id, callback_id, body.action_ts]),
    place: placeIn(workspace, user.id, channel?.id),
    deed: { kind: 'form', command: shortcut.command, args: Object.fromEntries(args) },
  }
}

/** Messages of people, not of bots; joining is none, and what was edited was heard before. */
const spoken = ({ subtype, bot_id, user, edited }: MessageEvent): boolean =>
  !bot_id &&
  user !== undefined &&
  edited === undefined &&
  [undefined, 'file_share', 'thread_broadcast'].includes(subtype)

/** A message to the bot: a mention in a channel, or anything said to it alone. */
export const fromMessage = (body: EventBody<MessageEvent>, workspace: string): Incoming | null => {
  const { event } = body
  const direct = event.channel.startsWith('D')
  if (!spoken(event) || !event.user || (event.type === 'app_mention' && direct)) return null
  // What the bot shares itself comes as if somebody had said it.
  if (event.user === botOf(body)) return null
  const text = withoutCall(event.text ?? '', botOf(body), direct)
  const files = sentIn(event.files)
  return {
    ...by(workspace, event.user),
    delivery: nameOf('event', [workspace, body.event_id ?? [event.channel, event.ts]]),
    place: placeIn(workspace, event.user, event.channel, event.thread_ts),
    ...(event.thread_ts ? { about: messageId(event.channel, event.thread_ts) } : {}),
    formless: true,
    deed: { kind: 'line', text: readText(text, workspace), ...(files.length > 0 ? { files } : {}) },
  }
}

/**
 * A reply in the thread of a message of ours that does not call the bot; Slack tells of it where `message.channels` is
 * subscribed. Everything else that is said in channels is nobody's business here.
 */
export const fromReply = (body: EventBody<MessageEvent>, workspace: string): Incoming | null => {
  const { event } = body
  const bot = botOf(body)
  if (!bot || !event.thread_ts || event.parent_user_id !== bot || event.files) return null
  if ((event.text ?? '').includes(`<@${bot}`)) return null
  const incoming = fromMessage(body, workspace)
  return incoming && { ...incoming, overheard: true }
}

const botOf = ({ authorizations }: EventBody): string | undefined =>
  authorizations?.find(({ is_bot }) => is_bot)?.user_id

/** The line without the mention that calls the bot: its own, or in a channel, where there must be one, the first. */
const withoutCall = (text: string, bot: string | undefined, direct: boolean): string => {
  if (!bot && direct) return text
  const call = bot ? new RegExp(`<@${bot}(\\|[^>]*)?>[,，:：]?`) : /<@[^>]+>[,，:：]?/
  return text.replace(call, ' ').trim()
}

/** The person opens their page of the bot. */
export const fromHome = (body: EventBody<{ type: string; user: string }>, workspace: string): Incoming => ({
  ...by(workspace, body.event.user),
  delivery: nameOf('home', [workspace, body.event_id ?? [body.event.user, body.event_time]]),
  place: { ...by(workspace, body.event.user), home: true },
  deed: { kind: 'action', command: 'home', args: {} },
})
