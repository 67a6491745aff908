/** Our cards into Slack: posted, edited by message id, found again by their marker. */
import type { Address } from '../../kit/address.js'
import { filesOf } from '../../kit/card.js'
import { DeliveryError } from '../../kit/errors.js'
import type { Pace } from '../../kit/pace.js'
import type { Platform, Post } from '../../kit/platform.js'
import { type Conversations, createConversations } from './conversations.js'
import { createDrawing, type Drawn } from './drawn.js'
import { codeOf, deliveryError } from './errors.js'
import { shareFiles } from './files.js'
import { findMarked } from './find.js'
import type { Host } from './host.js'
import { messageId, messageOf, scoped, unscoped, workspaceOf } from './ids.js'
import type { SlackPeople } from './people.js'
import { createSlackPace, rates } from './rates.js'
import type { Workspace, Workspaces } from './workspaces.js'

type Sending = Pick<Platform, 'post' | 'edit' | 'find' | 'editable'>

/** Where a message goes, in Slack's ids. */
interface Target {
  workspace: Workspace
  channel: string
  user: string
  thread_ts?: string
}

interface Parts {
  host: Host
  people: SlackPeople
  conversations: Conversations
  pace: Pace
}

const eventType = 'drumbeat_message'
/** The message to answer is gone, or takes no answers. */
const noThread = [
  'thread_not_found',
  'cannot_reply_to_message',
  'restricted_action_thread_locked',
  'restricted_action_non_threadable_channel',
]
/** Where a person cannot be spoken to privately: they hear it in their conversation with the bot. */
const noPrivateWord = [
  'channel_not_found',
  'not_in_channel',
  'user_not_in_channel',
  'is_archived',
  'channel_is_archived',
  'messages_tab_disabled',
  'restricted_action',
]

export const createOutbound = (host: Host, workspaces: Workspaces, people: SlackPeople): Sending => {
  const pace = createSlackPace()
  const conversations = createConversations(pace)
  const parts: Parts = { host, people, conversations, pace }
  const draw = createDrawing(host)

  const targetOf = async ({ to, only }: Post): Promise<Target> => {
    const workspace = await workspaces.of(workspaceOf(to))
    const user = unscoped(only ?? to.account ?? '').id
    const thread = to.thread ? { thread_ts: messageOf(to.thread).ts || to.thread } : {}
    if (to.home) return { workspace, channel: '', user }
    const channel = to.channel ? unscoped(to.channel).id : await directChannel(parts, workspace, to)
    return { workspace, channel, user, ...thread }
  }
  return {
    editable: ({ only }) => !only,
    post: (post) =>
      told(async () => {
        const target = await targetOf(post)
        const message = await draw(target.workspace, post, (drawn) => place(parts, target, post, drawn))
        if (filesOf(post.card).length > 0) await share(parts, target, post)
        return message
      }),
    edit: (post, message) =>
      told(async () => {
        const target = await targetOf({ ...post, to: post.to.home ? post.to : toMessage(post.to, message) })
        await draw(target.workspace, post, (drawn) => replace(parts, target, post, message, drawn))
      }),
    find: (post) =>
      told(async () => {
        if (post.to.home) return null
        // A private word leaves no trace, unless it came in the conversation with the bot.
        const to: Address = post.only ? { platform: 'slack', account: post.only } : post.to
        const target = await targetOf({ ...post, to })
        return findMarked(pace, target.workspace, target, post)
      }),
  }
}

/** The message itself says where it stands: nobody has to be looked up to edit it. */
const toMessage = (to: Address, message: string): Address => ({
  platform: to.platform,
  channel: scoped(workspaceOf(to), messageOf(message).channel),
})

const told = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work()
  } catch (error) {
    throw deliveryError(error)
  }
}

const directChannel = async ({ people, conversations }: Parts, workspace: Workspace, to: Address) => {
  const account = to.account ?? ''
  if (!(await people.isHere(account))) {
    throw new DeliveryError('the person has left', 'never', { fault: 'personGone' })
  }
  return conversations.directWith(workspace, unscoped(account).id)
}

const homeView = ({ blocks }: Drawn) => ({ type: 'home' as const, blocks })

const place = async (parts: Parts, target: Target, post: Post, drawn: Drawn): Promise<string> => {
  const { workspace, user } = target
  if (post.to.home) {
    await publish(parts, workspace, user, drawn)
    return 'home'
  }
  const put = post.only ? whisper : say
  try {
    return await put(parts, target, post, drawn)
  } catch (error) {
    if (!target.thread_ts || !noThread.includes(codeOf(error))) throw error
    const { thread_ts: _gone, ...above } = target
    return put(parts, above, post, drawn)
  }
}

/** What only one person may see goes into their conversation with the bot: files cannot be shared privately in a channel. */
const share = async ({ host, conversations }: Parts, target: Target, post: Post): Promise<void> => {
  const { workspace, channel, user, thread_ts } = target
  const alone = post.only
    ? { channel: await conversations.directWith(workspace, user) }
    : { channel, ...(thread_ts ? { thread_ts } : {}) }
  await shareFiles(host, post, { workspace, ...alone })
}

const publish = ({ pace }: Parts, { id, web }: Workspace, user_id: string, drawn: Drawn) =>
  pace.run(`${id} views.publish`, rates.tier4, () => web.views.publish({ user_id, view: homeView(drawn) }))

const say = async (
  { pace, conversations }: Parts,
  { workspace, channel, thread_ts }: Target,
  { marker }: Post,
  drawn: Drawn,
): Promise<string> => {
  const { id, web } = workspace
  const metadata = { event_type: eventType, event_payload: { marker } }
  const message = { channel, ...drawn, metadata, unfurl_links: false, unfurl_media: false }
  const post = () =>
    pace.run(`${id}/${channel} chat.postMessage`, rates.post, () =>
      web.chat.postMessage({ ...message, ...(thread_ts ? { thread_ts } : {}) }),
    )
  const sent = await conversations.joining(workspace, channel, post)
  return messageId(sent.channel ?? channel, sent.ts ?? '')
}

const whisper = async (parts: Parts, target: Target, post: Post, drawn: Drawn): Promise<string> => {
  const { workspace, channel, user, thread_ts } = target
  const { id, web } = workspace
  const message = { channel, user, ...drawn, ...(thread_ts ? { thread_ts } : {}) }
  try {
    await parts.pace.run(`${id}/${channel} chat.postEphemeral`, rates.tier4, () =>
      web.chat.postEphemeral(message),
    )
    return 'only'
  } catch (error) {
    if (!noPrivateWord.includes(codeOf(error))) throw error
    const direct = await parts.conversations.directWith(workspace, user)
    return say(parts, { workspace, channel: direct, user }, post, drawn)
  }
}

const replace = async (
  parts: Parts,
  { workspace, user }: Target,
  { to }: Post,
  message: string,
  drawn: Drawn,
): Promise<void> => {
  const { id, web } = workspace
  if (to.home) {
    await publish(parts, workspace, user, drawn)
    return
  }
  const { channel, ts } = messageOf(message)
  await parts.pace.run(`${id} chat.update`, rates.tier3, () => web.chat.update({ channel, ts, ...drawn }))
}
